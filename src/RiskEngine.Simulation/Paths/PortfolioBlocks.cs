using System.Numerics.Tensors;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>The portfolios as held on one block of paths: values, 1 on the as-of date.</summary>
internal sealed class PortfolioBlocks(WorldPlan plan, int paths)
{
    private readonly double[] values = new double[plan.Portfolios.Length * paths];
    private readonly double[] tradable = new double[plan.Portfolios.Length * paths];

    /// <summary>Value of a portfolio on every path.</summary>
    public ReadOnlySpan<double> Values(int portfolio) => values.AsSpan(portfolio * paths, paths);

    /// <summary>Value of what advice can sell and add to: the portfolio without its private stakes.</summary>
    public ReadOnlySpan<double> Tradable(int portfolio) => tradable.AsSpan(portfolio * paths, paths);

    /// <summary>Adds up the positions.</summary>
    public void Settle(InstrumentBlocks instruments)
    {
        for (var p = 0; p < plan.Portfolios.Length; p++)
        {
            var portfolio = plan.Portfolios[p];
            var row = values.AsSpan(p * paths, paths);
            row.Clear();
            AddUp(portfolio, isPrivate: false, instruments, row);
            row.CopyTo(tradable.AsSpan(p * paths, paths));
            AddUp(portfolio, isPrivate: true, instruments, row);
        }
    }

    private static void AddUp(PortfolioPlan portfolio, bool isPrivate, InstrumentBlocks instruments, Span<double> row)
    {
        for (var k = 0; k < portfolio.Instruments.Length; k++)
        {
            if (portfolio.IsPrivate[k] != isPrivate) continue;
            TensorPrimitives.MultiplyAdd(instruments.Values(portfolio.Instruments[k]), portfolio.Weights[k], row, row);
        }
    }
}
