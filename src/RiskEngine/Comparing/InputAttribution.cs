using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Shapley;
using RiskEngine.Measuring;
using RiskEngine.Results;

namespace RiskEngine.Comparing;

/// <summary>
/// Shares the difference between two scenarios' base cases among the groups of inputs that changed: every combination of them is simulated
/// on common random numbers, and each group gets its Shapley value (Shapley 1953), so that no order of switching is preferred.
/// </summary>
public static class InputAttribution
{
    private static readonly ProfitMeasure[] measures =
    [
        ProfitMeasure.Mean,
        ProfitMeasure.ExpectedShortfall95,
        ProfitMeasure.LossProbability,
    ];

    /// <summary>Simulates and shares.</summary>
    /// <param name="engine">Knows the factor kinds of both scenarios.</param>
    /// <param name="before">The scenario that is compared with; its seed and its headline horizon are taken.</param>
    /// <param name="after">The scenario that is explained.</param>
    /// <param name="paths">Paths of each simulation, 1,000 or more.</param>
    /// <param name="threads">Number of threads; null for all cores. Results do not depend on it.</param>
    /// <param name="progress">Hears of each simulation.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">The number of paths is out of range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static InputAttributionResult Of(
        Engine engine,
        Scenario before,
        Scenario after,
        int paths,
        int? threads = null,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (horizon, common) = (before.HeadlineHorizon.Id, SwitchedScenario.Common(before, after));
        var result = new InputAttributionResult
        {
            Changed = SwitchedScenario.Changed(before, after),
            Paths = paths,
            Seed = before.Simulation.Seed,
            Horizon = horizon,
        };
        if (result.Changed.Count == 0 || common.Count == 0 || after.Horizons.All(h => h.Id != horizon))
            return result;
        var parts = InputParts.Of(result.Changed, groups => CanRun(SwitchedScenario.Of(before, after, groups)));
        bool CanRun(Scenario switched) => References.Hold(switched) && engine.Check(switched).CanRun;
        var game = CoalitionGame.Exact(parts.Count);
        var options = new RunOptions
        {
            Paths = paths,
            Seed = before.Simulation.Seed,
            Sampling = SamplingMethod.Pseudo, // one path of each is independent of all others: errors are those of paired paths
            MeasuresOnly = true,
            Threads = threads,
        };
        var columns = new Dictionary<(Id<Portfolio>, HeadlineVariant), float[]>[game.Coalitions.Count];
        for (var c = 0; c < columns.Length; c++)
        {
            progress?.Report(new RunProgress($"combination {c + 1} of {columns.Length}", (double)c / columns.Length));
            var groups = parts.Where((_, i) => game.Coalitions[c].Contains(i)).SelectMany(p => p).ToHashSet();
            columns[c] = Columns(engine.Run(SwitchedScenario.Of(before, after, groups), options, null, cancel), horizon);
        }

        return result with
        {
            Parts = parts,
            Shares = [.. columns[0].Keys.Select(key => Shares(key, game, paths, [.. columns.Select(c => c[key])]))],
        };
    }

    private static Dictionary<(Id<Portfolio>, HeadlineVariant), float[]> Columns(
        RiskResults results,
        Id<Abstractions.Time.Horizon> horizon
    ) =>
        results
            .Base.Portfolios.SelectMany(p =>
                new[] { (HeadlineVariant.AsHeld, p.AsHeld), (HeadlineVariant.FollowingAll, p.FollowingAll) }.Select(v =>
                    (Key: (p.Portfolio.Id, v.Item1), v.Item2.Horizons.Single(h => h.Horizon.Id == horizon).Profits)
                )
            )
            .ToDictionary(c => c.Key, c => c.Profits.ToArray());

    private static InputShares Shares(
        (Id<Portfolio> Portfolio, HeadlineVariant Variant) of,
        CoalitionGame game,
        int paths,
        float[][] columns
    )
    {
        var values = measures.Select(m => ShapleyValues.Of(game, m, paths, Write)).ToArray();
        var scratch = new float[SortedColumn.ScratchLength(paths)];
        return new InputShares(
            of.Portfolio,
            of.Variant,
            EffectMeasuring.Of(columns[game.Whole], columns[0], scratch),
            [.. Enumerable.Range(0, game.Players).Select(i => new Effect(values[0].Players[i], values[1].Players[i], values[2].Players[i]))]
        );

        void Write(Coalition coalition, Span<float> column) => columns[At(game, coalition)].CopyTo(column);
    }

    private static int At(CoalitionGame game, Coalition coalition)
    {
        for (var c = 0; c < game.Coalitions.Count; c++)
        {
            if (game.Coalitions[c].Equals(coalition))
                return c;
        }

        throw new ArgumentException("Expected a coalition of the game.", nameof(coalition));
    }
}
