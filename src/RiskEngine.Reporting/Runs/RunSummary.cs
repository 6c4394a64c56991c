using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Data;

namespace RiskEngine.Reporting.Runs;

/// <summary>
/// What a list of runs says of one: its key figures in its first case (the base case where that was simulated) at the headline horizon.
/// </summary>
/// <param name="Scenario">Id of the scenario; the run's folder lies in one of this name.</param>
/// <param name="RunId">Id of the run.</param>
/// <param name="Name">The scenario's name.</param>
/// <param name="Started">When it was started, by the wall clock.</param>
/// <param name="AsOf">The day from which was simulated.</param>
/// <param name="Paths">Number of paths.</param>
/// <param name="Case">The case that the figures are of.</param>
/// <param name="Horizon">The horizon that the figures are at.</param>
/// <param name="Limits">Number of limits that were checked.</param>
/// <param name="Breached">How many of them are breached.</param>
/// <param name="Portfolios">The portfolios, in the scenario's order.</param>
public sealed record RunSummary(
    string Scenario,
    string RunId,
    LocalText Name,
    DateTimeOffset Started,
    DateOnly AsOf,
    int Paths,
    string Case,
    string Horizon,
    int Limits,
    int Breached,
    IReadOnlyList<PortfolioSummary> Portfolios
)
{
    /// <summary>The summary of a run.</summary>
    /// <exception cref="InvalidDataException">The figures name no case, or lack a portfolio's.</exception>
    public static RunSummary Of(StoredRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var (manifest, scenario) = (run.Manifest, run.Results.Scenario);
        var shown = run.Results.Cases.Count > 0 ? run.Results.Cases[0] : throw new InvalidDataException("Expected a case, found none.");
        var horizon =
            scenario.Horizons.Count > 0
                ? scenario.Horizons[Math.Min(1, scenario.Horizons.Count - 1)].Id // the second or only one, as Scenario.HeadlineHorizon
                : throw new InvalidDataException("Expected a horizon, found none.");
        return new RunSummary(
            manifest.Scenario,
            manifest.RunId,
            scenario.Name,
            manifest.Started,
            scenario.AsOf,
            scenario.Paths,
            shown.Id,
            horizon,
            run.Results.Limits.Count,
            run.Results.Limits.Count(l => !l.Holds),
            [.. scenario.Portfolios.Select(p => PortfolioSummary.Of(p, shown, horizon))]
        );
    }
}

/// <summary>One portfolio's key figures, relative to its value on the as-of date; losses are above zero.</summary>
/// <param name="Portfolio">Id of the portfolio.</param>
/// <param name="Name">Its name.</param>
/// <param name="AsHeld">As held.</param>
/// <param name="Following">Following every recommendation; null where none trades.</param>
public sealed record PortfolioSummary(string Portfolio, LocalText Name, KeyFigures AsHeld, KeyFigures? Following)
{
    internal static PortfolioSummary Of(PortfolioData portfolio, CaseData of, string horizon)
    {
        var variants = of.Portfolios.FirstOrDefault(p => p.Portfolio == portfolio.Id)?.Variants ?? [];
        return new PortfolioSummary(
            portfolio.Id,
            portfolio.Name,
            Figures(HeadlineVariant.AsHeld.Id())
                ?? throw new InvalidDataException($"Expected figures of the portfolio '{portfolio.Id}' at '{horizon}', found none."),
            Figures(HeadlineVariant.FollowingAll.Id())
        );

        KeyFigures? Figures(string variant) =>
            variants.FirstOrDefault(v => v.Variant == variant)?.Horizons.FirstOrDefault(h => h.Horizon == horizon) is { } found
                ? new KeyFigures(
                    Figure(found, MeasureKinds.Mean),
                    Figure(found, MeasureKinds.Es95),
                    Figure(found, MeasureKinds.LossProbability)
                )
                : null;
    }

    private static Estimate Figure(HorizonFigures at, MeasureKind kind) =>
        at.Measures.TryGetValue(kind.Id, out var figure)
            ? figure.ToEstimate()
            : throw new InvalidDataException($"Expected the measure '{kind.Id}', found none.");
}

/// <summary>The figures that a list of runs shows.</summary>
/// <param name="Mean">Mean profit.</param>
/// <param name="Es95">Expected shortfall at 95%.</param>
/// <param name="LossProbability">Probability of a loss.</param>
public readonly record struct KeyFigures(Estimate Mean, Estimate Es95, Estimate LossProbability);
