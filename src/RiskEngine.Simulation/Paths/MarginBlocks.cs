using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.Kernels;
using RiskEngine.Numerics.Memory;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>
/// Whether portfolios as held get a call for margin, on one block of paths: the probability, at any time so far, given what the path is at
/// the dates.
/// </summary>
/// <remarks>
/// Problem: looks at the dates alone miss calls between them. Between two dates the logarithm y of assets over debts (<see
/// cref="MarginPlan"/>) is a Brownian bridge with the deviation s that the step shows (<see cref="StepDeviations"/>); it falls below zero
/// with probability e^(-2 y0 y1 / s^2) (Glasserman 2003, section 6.4), by the reflection principle exactly so for a loan on a lognormal
/// share. The path's probability of no call is the product over the steps; no random number is drawn. In a step in which an event moves
/// values, only its end is looked at. Example: y is 0.1 at both ends and s 0.1; the call comes between with probability e^-2, 14%.
/// </remarks>
internal sealed class MarginBlocks
{
    private readonly CasePlan plan;
    private readonly CaseOutcomes outcomes;
    private readonly StepDeviations? deviations;
    private readonly IValueFollower? measuring;
    private readonly int[] portfolios;
    private readonly int firstRow;
    private readonly int paths;
    private readonly AlignedRows<double> assets;
    private readonly AlignedRows<double> debts;
    private readonly double[] headroom;
    private readonly double[] without;
    private readonly double[] called;
    private readonly double[][] weights;

    /// <summary>Prepares the portfolios that keep a ratio.</summary>
    /// <param name="plan">The case.</param>
    /// <param name="outcomes">What is kept of it.</param>
    /// <param name="deviations">The deviations of steps, the rows of margins after those of variants; null to measure them.</param>
    /// <param name="measuring">Takes assets over debts where they are measured.</param>
    /// <param name="paths">The paths of a block.</param>
    public MarginBlocks(CasePlan plan, CaseOutcomes outcomes, StepDeviations? deviations, IValueFollower measuring, int paths)
    {
        this.plan = plan;
        this.outcomes = outcomes;
        this.deviations = deviations;
        this.measuring = measuring;
        this.paths = paths;
        portfolios = PortfoliosOf(plan, outcomes);
        firstRow = outcomes.Cube.PortfolioCount * outcomes.Cube.VariantCount;
        assets = new AlignedRows<double>(portfolios.Length > 0 ? paths : 0);
        debts = new AlignedRows<double>(portfolios.Length > 0 ? paths : 0);
        headroom = new double[portfolios.Length * paths];
        without = new double[portfolios.Length * paths];
        called = new double[portfolios.Length > 0 ? paths : 0];
        weights = [.. portfolios.Select(p => new double[plan.Portfolios[p].Instruments.Length])];
    }

    /// <summary>The portfolios whose calls are kept.</summary>
    public static int[] PortfoliosOf(CasePlan plan, CaseOutcomes outcomes) =>
        outcomes.MarginCalls.Count == 0
            ? []
            : [.. Enumerable.Range(0, plan.Portfolios.Length).Where(p => plan.Portfolios[p].Margin is not null)];

    /// <summary>Puts all paths on the as-of date.</summary>
    public void Start() => Array.Fill(without, 1);

    /// <summary>Looks at a date.</summary>
    /// <param name="date">The date.</param>
    /// <param name="jumped">The paths of the block on which an event or an exit moved values at once since the date before.</param>
    /// <param name="instruments">What instruments are worth.</param>
    public void Settle(int date, ReadOnlySpan<bool> jumped, InstrumentBlocks instruments)
    {
        for (var m = 0; m < portfolios.Length; m++)
        {
            var held = plan.Portfolios[portfolios[m]];
            AddUp(held, weights[m], held.Margin!.Assets, 1, date, instruments, assets.All);
            AddUp(held, weights[m], held.Margin.Debts, -1, date, instruments, debts.All);
            if (deviations is null)
            {
                for (var k = 0; k < paths; k++)
                    assets.All[k] /= debts.All[k];
                measuring!.Follow(firstRow + m, assets.All);
                continue;
            }

            var deviation = date == 0 ? 0 : deviations.Of(firstRow + m, date - 1);
            var scale = deviation > 0 ? -2 / (deviation * deviation) : double.NegativeInfinity;
            for (var k = 0; k < paths; k++)
            {
                var at = m * paths + k;
                var now = Math.Log(assets.All[k] / debts.All[k]);
                if (!(now > 0))
                    without[at] = 0;
                else if (date > 0 && without[at] > 0 && !jumped[k])
                    without[at] *= -ExpM1(scale * headroom[at] * now);
                headroom[at] = now;
            }
        }
    }

    /// <summary>Writes the probabilities of calls by a date, where it is a horizon.</summary>
    public void Record(int date, PathBlock block)
    {
        var horizon = Array.IndexOf(plan.HorizonDates, date);
        for (var m = 0; horizon >= 0 && m < portfolios.Length; m++)
        {
            for (var k = 0; k < paths; k++)
                called[k] = 1 - without[m * paths + k];
            block.Write(called, outcomes.MarginCalls[m, new HorizonIndex(horizon)]);
        }
    }

    private static double ExpM1(double x) => x > -1e-5 ? x : Math.Exp(x) - 1;

    private static void AddUp(
        PortfolioPlan portfolio,
        double[] weights,
        double[] counted,
        int sign,
        int date,
        InstrumentBlocks instruments,
        Span<double> row
    )
    {
        for (var k = 0; k < weights.Length; k++)
            weights[k] = sign * counted[k] * portfolio.WeightsAt(date)[k];
        row.Clear();
        LinearCombinationKernel.Add(0, portfolio.Instruments, weights, instruments.AllValues, 0, [], row);
    }
}
