using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Results;
using RiskEngine.Simulation.Parameters;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Processes;

namespace RiskEngine;

/// <summary>
/// A scenario with what checking found. Where a factor's process fails and the scenario says to drop it, the factor is dropped: it stays
/// on its expected path, the same in all cases, and prices know all of it.
/// </summary>
public sealed class CheckedScenario
{
    private CheckedScenario(
        Scenario scenario,
        FactorCatalogue kinds,
        IReadOnlyList<DroppedFactor> dropped,
        FactorCatalogue with,
        QuantileCatalogue quantiles
    )
    {
        (Scenario, Kinds, Dropped, CheckedWith, Quantiles) = (scenario, kinds, dropped, with, quantiles);
        Found = ScenarioCheck.Of(scenario, kinds);
    }

    /// <summary>The scenario as it is simulated.</summary>
    public Scenario Scenario { get; }

    /// <summary>What was dropped.</summary>
    public IReadOnlyList<DroppedFactor> Dropped { get; }

    /// <summary>All that was found, with a warning for each dropped factor.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => [.. Found, .. Warnings];

    /// <summary>Whether it can be run: none of the findings is an error.</summary>
    public bool CanRun => !Errors.Any();

    /// <summary>The errors.</summary>
    internal IEnumerable<Diagnostic> Errors => Found.Where(d => d.Severity == Severity.Error);

    /// <summary>The kinds, those of dropped factors among them.</summary>
    internal FactorCatalogue Kinds { get; }

    /// <summary>The kinds of the engine that checked it.</summary>
    internal FactorCatalogue CheckedWith { get; }

    /// <summary>The quantile functions that runs of the engine share.</summary>
    internal QuantileCatalogue Quantiles { get; }

    /// <summary>What checking found.</summary>
    internal IReadOnlyList<Diagnostic> Found { get; }

    /// <summary>A warning for each dropped factor.</summary>
    internal IEnumerable<Diagnostic> Warnings => Dropped.Select(d => new Diagnostic(Severity.Warning, Place(d.Factor), Describe(d)));

    /// <summary>Checks a scenario, and drops what fails at once and may be dropped.</summary>
    /// <exception cref="FactorFailedException">Something failed that the scenario does not say to drop.</exception>
    internal static CheckedScenario Of(Scenario scenario, FactorCatalogue kinds, QuantileCatalogue quantiles)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Of(scenario, kinds, [], kinds, quantiles);
    }

    /// <summary>Whether the scenario says to drop what failed.</summary>
    internal bool MayDrop(FactorFailedException failure) => MayDrop(Scenario, Dropped, failure);

    /// <summary>The scenario without a factor that failed, checked anew.</summary>
    internal CheckedScenario Without(FactorFailedException failure)
    {
        var (scenario, kinds, dropped) = Drop(Scenario, Kinds, Dropped, failure);
        return Of(scenario, kinds, dropped, CheckedWith, Quantiles);
    }

    private static CheckedScenario Of(
        Scenario scenario,
        FactorCatalogue kinds,
        IReadOnlyList<DroppedFactor> dropped,
        FactorCatalogue with,
        QuantileCatalogue quantiles
    )
    {
        while (true)
        {
            try
            {
                return new CheckedScenario(scenario, kinds, dropped, with, quantiles);
            }
            catch (FactorFailedException failure) when (MayDrop(scenario, dropped, failure))
            {
                (scenario, kinds, dropped) = Drop(scenario, kinds, dropped, failure);
            }
        }
    }

    private static bool MayDrop(Scenario scenario, IReadOnlyList<DroppedFactor> dropped, FactorFailedException failure) =>
        failure.Factor is { } id
        && dropped.All(d => d.Factor.Id != id)
        && scenario.Base.Model.Factors.Any(f => f.Id == id && f.DropOnFailure);

    private static (Scenario Scenario, FactorCatalogue Kinds, IReadOnlyList<DroppedFactor> Dropped) Drop(
        Scenario scenario,
        FactorCatalogue kinds,
        IReadOnlyList<DroppedFactor> dropped,
        FactorFailedException failure
    )
    {
        var factor = scenario.Base.Model.Factors.First(f => f.Id == failure.Factor);
        var stand = new HeldFactor(kinds.KindOf(factor));
        var held = factor with { Kind = stand.Name, PricedIn = 1 };
        Case Without(Case c) =>
            c with
            {
                Model = c.Model with { Factors = [.. c.Model.Factors.Select(f => f.Id == factor.Id ? held : f)] },
            };
        return (
            scenario with
            {
                Cases = [.. scenario.Cases.Select(Without)],
            },
            kinds.Find(stand.Name) is null ? new FactorCatalogue([.. kinds.All, stand]) : kinds,
            [.. dropped, new DroppedFactor(factor, failure.Message)]
        );
    }

    private static string Describe(DroppedFactor dropped) =>
        $"{dropped.Problem}; the factor is dropped, as 'onFailure' says: it stays on its expected path in all cases and moves no price";

    private SourceLocation Place(RiskFactor factor) =>
        Scenario.Ledger.FirstOrDefault(a => a.IsOf("factors", factor.Id.Value)) is { } entry
            ? new SourceLocation(entry.File, entry.Line, entry.Column)
            : new SourceLocation("scenario.yaml", 1, 1);
}
