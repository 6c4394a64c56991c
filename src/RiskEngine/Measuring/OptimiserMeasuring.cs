using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Analysis.Allocation;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Probabilities;
using RiskEngine.Analysis.TailRisk;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Measuring;

/// <summary>What an optimiser would hold from the as-of date to the headline horizon.</summary>
internal sealed class OptimiserMeasuring
{
    private const double Level = 0.95;

    // A standard deviation below this part of the value is no risk to share.
    private const double Riskless = 1e-3;
    private readonly Scenario scenario;
    private readonly CaseOutcomes outcomes;
    private readonly PathWeights weights;
    private readonly CancellationToken cancel;
    private readonly VariantSet variants;
    private readonly int paths;
    private readonly int[] tradable;
    private readonly float[][] gains;
    private readonly AllocationProblem problem;

    public OptimiserMeasuring(
        Scenario scenario,
        OptimiserSettings settings,
        CaseOutcomes outcomes,
        PathWeights weights,
        CancellationToken cancel
    )
    {
        this.scenario = scenario;
        this.outcomes = outcomes;
        this.weights = weights;
        this.cancel = cancel;
        variants = scenario.Base.Model.Variants;
        paths = outcomes.Instruments.All[0].Length;
        tradable = [.. Enumerable.Range(0, Model.Instruments.Count).Where(i => Model.Instruments[i].Kind != InstrumentKind.Private)];
        gains = [.. tradable.Select(i => Array.ConvertAll(outcomes.Instruments[i, scenario.HeadlineHorizonIndex], value => value - 1))];
        double[] caps = [.. tradable.Select(i => settings.Caps.GetValueOrDefault(Model.Instruments[i].Id, settings.Cap))];
        problem = new AllocationProblem(gains, new double[caps.Length], caps, 1, Level, weights);
    }

    private Model Model => scenario.Base.Model;

    public OptimiserResults Of(int points)
    {
        var minimiser = new ShortfallMinimiser(problem);
        return new OptimiserResults
        {
            Horizon = scenario.HeadlineHorizon,
            Paths = paths,
            Instruments = [.. tradable.Select(i => Model.Instruments[i])],
            Caps = problem.Upper,
            Frontier = [.. minimiser.Frontier(points, cancel).Select(Optimal)],
            MeanVariance = [.. new VarianceMinimiser(problem).Frontier(points).Select(Of)],
            RiskParity = Parity(),
            Portfolios = [.. Model.Portfolios.Select((portfolio, p) => Portfolio(portfolio, new PortfolioIndex(p), minimiser))],
        };
    }

    private OptimisedPortfolio Portfolio(Portfolio portfolio, PortfolioIndex p, ShortfallMinimiser minimiser)
    {
        var held = Profits(p, VariantSet.AsHeld);
        var all = Profits(p, variants.FollowingAll);
        var mean = ColumnMoments.Of(all, weights).Mean;
        return new OptimisedPortfolio
        {
            Portfolio = portfolio,
            AsHeld = Standing(held, AdvisedWeights.Held(Model, portfolio)),
            FollowingAll = Standing(all, AdvisedWeights.Advised(Model, portfolio)),
            SameMean = mean < problem.HighestMean ? Optimal(minimiser.Least(mean, cancel)) : null,
            Advice = variants.Traded.Count == 0 ? null : Mix(p, held),
        };
    }

    /// <summary>Gains of advice add to what is held: how much of each for the least shortfall that keeps the mean?</summary>
    private AdviceMix Mix(PortfolioIndex p, float[] held)
    {
        var traded = variants.Traded;
        float[][] columns = [held, .. traded.Select((_, r) => Difference(Profits(p, variants.Only(r)), held))];
        double[] lower = [1, .. new double[traded.Count]];
        var mix = new AllocationProblem(columns, lower, [.. Enumerable.Repeat(1.0, columns.Length)], null, Level, weights);
        var mean = mix.Means[0];
        if (mix.HighestMean - mean < 1e-9) // no advice earns anything
            return new AdviceMix([.. traded.Select(r => new AdviceShare(r, 0))], mean, Shortfall(held), 0, Regret(held, held));
        var found = new ShortfallMinimiser(mix).Least(mean, cancel);
        return new AdviceMix(
            [.. traded.Select((r, at) => new AdviceShare(r, found.Amounts[at + 1]))],
            found.Mean,
            found.ExpectedShortfall,
            found.Gap,
            Regret(held, Sum(columns, found.Amounts))
        );
    }

    /// <summary>How often holding ends higher than what was done instead.</summary>
    private Estimate Regret(float[] held, float[] instead) => ProfitProbabilities.OfBeating(held, instead, weights);

    private OptimalWeights Parity()
    {
        var held = Enumerable.Range(0, gains.Length).Where(j => problem.Upper[j] > 0).ToArray();
        var amounts = new double[gains.Length];
        var shares = RiskParity.WithRiskless(Covariance.Of([.. held.Select(j => gains[j])], weights), Riskless);
        for (var a = 0; a < held.Length; a++)
            amounts[held[a]] = shares[a];
        return Of(amounts);
    }

    /// <summary>Weights and what comes of them.</summary>
    private OptimalWeights Of(double[] amounts)
    {
        var profits = Sum(gains, amounts);
        return new OptimalWeights(amounts, ColumnMoments.Of(profits, weights).Mean, Shortfall(profits), double.NaN);
    }

    private float[] Sum(float[][] columns, double[] amounts)
    {
        var sums = new float[paths];
        for (var k = 0; k < paths; k++)
        {
            var sum = 0.0;
            for (var j = 0; j < columns.Length; j++)
                sum += amounts[j] * columns[j][k];
            sums[k] = (float)sum;
        }

        return sums;
    }

    private OptimalWeights Standing(float[] profits, double[] all) =>
        new([.. tradable.Select(i => all[i])], ColumnMoments.Of(profits, weights).Mean, Shortfall(profits), double.NaN);

    private static OptimalWeights Optimal(CertifiedAllocation found) => new(found.Amounts, found.Mean, found.ExpectedShortfall, found.Gap);

    private float[] Profits(PortfolioIndex p, VariantIndex variant) =>
        outcomes.Cube.Profits(p, variant, scenario.HeadlineHorizonIndex)[..paths];

    private double Shortfall(float[] profits) =>
        ExpectedShortfall.At(SortedColumn.Of(profits, new float[SortedColumn.ScratchLength(paths)], weights), Level).Value;

    private static float[] Difference(float[] with, float[] without) => [.. with.Zip(without, (a, b) => a - b)];
}
