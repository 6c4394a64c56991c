using RiskEngine.Numerics.Kernels;
using RiskEngine.Numerics.Memory;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>The portfolios as held on one block of paths: values, 1 on the as-of date.</summary>
internal sealed class PortfolioBlocks(CasePlan plan, int paths)
{
    private readonly AlignedRows<double> values = new(plan.Portfolios.Length * paths);
    private readonly Holding[] listed = [.. plan.Portfolios.Select(p => Holding.Of(p, isPrivate: false))];
    private readonly Holding[] unlisted = [.. plan.Portfolios.Select(p => Holding.Of(p, isPrivate: true))];
    private readonly bool hasCosts = Array.Exists(plan.Portfolios, p => p.Owing is not null);
    private readonly AlignedRows<double> tradable = new(plan.Portfolios.Length * paths);

    /// <summary>Value of a portfolio on every path.</summary>
    public ReadOnlySpan<double> Values(int portfolio) => values.AsSpan(portfolio * paths, paths);

    /// <summary>Value of what advice can sell and add to: the portfolio without its private stakes.</summary>
    public ReadOnlySpan<double> Tradable(int portfolio) => tradable.AsSpan(portfolio * paths, paths);

    /// <summary>Adds up the positions at a date.</summary>
    public void Settle(int date, InstrumentBlocks instruments)
    {
        if (hasCosts)
            Owe(date);
        for (var p = 0; p < plan.Portfolios.Length; p++)
        {
            var row = values.AsSpan(p * paths, paths);
            row.Clear();
            AddUp(listed[p], instruments, row);
            row.CopyTo(tradable.AsSpan(p * paths, paths));
            if (unlisted[p].Instruments.Length > 0)
                AddUp(unlisted[p], instruments, row);
        }
    }

    private static void AddUp(in Holding holding, InstrumentBlocks instruments, Span<double> row) =>
        LinearCombinationKernel.Add(0, holding.Instruments, holding.Weights, instruments.AllValues, 0, [], row);

    /// <summary>What is owed has grown by what owing it costs.</summary>
    private void Owe(int date)
    {
        for (var p = 0; p < plan.Portfolios.Length; p++)
        {
            if (plan.Portfolios[p].Owing is not { } owing)
                continue;
            var at = 0;
            for (var k = 0; k < owing[date].Length; k++)
            {
                if (!plan.Portfolios[p].IsPrivate[k])
                    listed[p].Weights[at++] = owing[date][k];
            }
        }
    }

    private readonly record struct Holding(int[] Instruments, double[] Weights)
    {
        public static Holding Of(PortfolioPlan portfolio, bool isPrivate)
        {
            var at = Enumerable.Range(0, portfolio.Instruments.Length).Where(k => portfolio.IsPrivate[k] == isPrivate).ToArray();
            return new Holding([.. at.Select(k => portfolio.Instruments[k])], [.. at.Select(k => portfolio.Weights[k])]);
        }
    }
}
