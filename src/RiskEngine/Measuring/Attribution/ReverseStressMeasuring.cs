using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Analysis.Attribution;
using RiskEngine.Analysis.Probabilities;
using RiskEngine.Analysis.ReverseStress;
using RiskEngine.Plans;
using RiskEngine.Results;

namespace RiskEngine.Measuring.Attribution;

/// <summary>What the paths that lose so much have in common: moves, occurrences, claims, a representative path.</summary>
internal sealed class ReverseStressMeasuring
{
    private const double Least = 1e-6;
    private const double TogetherShare = 0.5;
    private const int MostTogether = 5;

    // What the factors leave, the mean, and logarithms.
    private const int OtherColumns = 3;

    private readonly BaseColumns columns;
    private readonly IReadOnlyList<float[]> factors;
    private readonly FactorSpace? space;
    private readonly ClaimJudging claims;

    private ReverseStressMeasuring(BaseColumns columns, HorizonIndex horizon)
    {
        this.columns = columns;
        factors = [.. Enumerable.Range(0, columns.Model.Factors.Count).Select(f => columns.Factor(f, horizon))];
        space = factors.Count == 0 ? null : new FactorSpace(factors);
        claims = new ClaimJudging(columns, horizon);
    }

    public static IReadOnlyList<ReverseStressResult> Of(BaseColumns columns, int threads)
    {
        var tail = PortfolioIndex.First(columns.Model.Portfolios.Count).Select(p => TailPaths.Of(columns, p)).ToArray();
        var measuring = new ReverseStressMeasuring(columns, tail[0].Horizon);
        var results = new ReverseStressResult[tail.Length];
        Parallel.For(0, tail.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, p => results[p] = measuring.One(tail[p]));
        return results;
    }

    /// <summary>The memory it works in: what each factor does, for each worker, beside the moves of all factors.</summary>
    public static Workspace Needs(Scenario scenario, int threads)
    {
        var model = scenario.Base.Model;
        var workers = Math.Min(threads, model.Portfolios.Count);
        return Workspace.OfColumns(scenario, workers, model.Factors.Count + OtherColumns, model.Factors.Count);
    }

    private ReverseStressResult One(TailPaths tail)
    {
        var profits = columns.Profits(tail.Portfolio, tail.Variant, tail.Horizon);
        var worst = float.PositiveInfinity;
        foreach (var profit in profits)
            worst = Math.Min(worst, profit);
        var explained = space is null ? null : Explained.Of(profits, space);
        var likely = explained is null ? null : MostLikely(explained.Fit, tail.Loss);
        var judged = tail.CanBeCompared ? claims.Judge(tail) : [];
        return new ReverseStressResult(
            columns.Model.Portfolios[tail.Portfolio.Value],
            columns.Variants[tail.Variant],
            columns.Scenario.Horizons[tail.Horizon.Value],
            tail.Loss,
            columns.Scenario.ReverseStress.Loss is not null,
            Proportion.Of(tail.Count, tail.Chosen.Length),
            tail.Count,
            0.0 - worst,
            likely?.Distance ?? double.NaN,
            tail.CanBeCompared && likely is not null ? Moves(tail, likely.Moves) : [],
            likely is null ? double.NaN : likely.Moves[^1],
            tail.CanBeCompared ? Occurrences(tail) : [],
            [.. judged.Select(j => j.Claim)],
            Together(judged, tail),
            tail.CanBeCompared
                ? RepresentativePathMeasuring.Of(columns, tail, Touching(tail), explained is null ? [] : Contributions(explained))
                : null
        );
    }

    /// <summary>
    /// The likeliest moves to the loss if logarithm of value and factor moves were jointly Gaussian: the regression's loadings on
    /// correlated factors and, beside them, what the factors leave as one more variable. In standard deviations; the rest comes last.
    /// </summary>
    private MostLikelyMoves? MostLikely(LinearFit fit, double loss)
    {
        if (fit.Deviation == 0)
            return null;
        var n = space!.Count;
        var (correlation, loadings) = (new double[n + 1, n + 1], new double[n + 1]);
        for (var i = 0; i < n; i++)
        {
            loadings[i] = fit.Slopes[i] * space.Deviations[i];
            for (var j = 0; j < n; j++)
                correlation[i, j] = space.Correlation[i, j];
        }

        correlation[n, n] = 1;
        loadings[n] = fit.Deviation * Math.Sqrt(1 - fit.RSquared);
        return MostLikelyMoves.Of(new double[n + 1], correlation, loadings, Math.Log(Math.Max(1 - loss, Least)) - fit.Mean);
    }

    private StressMove[] Moves(TailPaths tail, IReadOnlyList<double> likely) =>
        [
            .. Enumerable
                .Range(0, factors.Count)
                .Where(f => space!.Deviations[f] > 0)
                .Select(f =>
                {
                    var (mean, deviation) = (space!.Means[f], space.Deviations[f]);
                    var moves = Array.ConvertAll(tail.Paths, k => (factors[f][k] - mean) / deviation);
                    var shift = moves.Average();
                    var scatter = moves.Sum(m => (m - shift) * (m - shift)) / (moves.Length - 1);
                    double Value(double x) => columns.IsLog(f) ? Math.Exp(x) : x;
                    return new StressMove(
                        columns.Model.Factors[f],
                        Value(mean),
                        Value(mean + (shift * deviation)),
                        Estimate.Normal(shift, Math.Sqrt(scatter / moves.Length)),
                        likely[f]
                    );
                })
                .OrderByDescending(m => Math.Abs(m.Deviations.Value)),
        ];

    private StressOccurrence[] Occurrences(TailPaths tail) =>
        [
            .. Touching(tail)
                .Select(occurrence =>
                {
                    var found = LikelihoodRatio.Of(columns.Occurred(occurrence, tail.Horizon), tail.Chosen);
                    return new StressOccurrence(occurrence.Kind, occurrence.Id, occurrence.Name, found.Among, found.Elsewhere, found.Ratio);
                })
                .OrderByDescending(h => h.Ratio.IsAvailable ? h.Ratio.Value : -1),
        ];

    /// <summary>Only claims that fail more often on tail paths can tell anything: what fails everywhere would join any set.</summary>
    private static StressTogether Together(IReadOnlyList<(StressClaim Claim, bool[] Failed)> judged, TailPaths tail)
    {
        var information = Enumerable
            .Range(0, judged.Count)
            .Where(i =>
                judged[i].Claim.Ratio is { IsAvailable: true, Low: > 1 }
                && judged[i].Claim.Among.Value > judged[i].Claim.Elsewhere.Value + 0.1
            )
            .ToArray();
        var found = FailingTogether.Of([.. information.Select(i => judged[i].Failed)], tail.Chosen, TogetherShare, MostTogether);
        return new StressTogether([.. found.Statements.Select(s => information[s])], found.Among, found.Overall);
    }

    /// <summary>Events, and what happens to the private companies that the portfolio holds or buys.</summary>
    private Occurrence[] Touching(TailPaths tail)
    {
        var bought = tail.Variant == VariantSet.AsHeld ? [] : columns.Traded.SelectMany(r => r.Targets).Select(t => t.Instrument.Value);
        var touched = columns.Model.Portfolios[tail.Portfolio.Value].Positions.Select(p => p.Instrument.Value).Concat(bought).ToHashSet();
        var elsewhere = columns
            .Model.Events.Where(e => e.Effects.Count == 0 && e.Exit is { } exit && !touched.Contains(exit.Company.Value))
            .Select(e => e.Id.Value)
            .ToHashSet();
        return
        [
            .. columns
                .Occurrences()
                .Where(h => h.Kind is OccurrenceKind.Risk or OccurrenceKind.Deal ? !elsewhere.Contains(h.Id) : touched.Contains(h.Id)),
        ];
    }

    /// <summary>What each factor does to the logarithm of the value on every path.</summary>
    private IReadOnlyList<float[]> Contributions(Explained explained) =>
        [.. explained.Fit.Parts(explained.Logs, factors, space!.Means).Take(factors.Count)];

    /// <summary>The logarithm of the value on every path, and its fit.</summary>
    private sealed record Explained(float[] Logs, LinearFit Fit)
    {
        public static Explained Of(ReadOnlySpan<float> profits, FactorSpace space)
        {
            var (logs, fit) = ContributionMeasuring.LogFit(profits, space);
            return new Explained(logs, fit);
        }
    }
}
