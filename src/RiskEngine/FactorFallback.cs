using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Results;
using RiskEngine.Simulation.Processes;

namespace RiskEngine;

/// <summary>
/// Work on a scenario that is begun anew without a factor when its process fails and the scenario says to drop it. What failed does not
/// depend on the number of threads (see PathSimulator), and the rest is a run like any other: nothing of the first attempt is kept.
/// </summary>
internal sealed class FactorFallback
{
    private readonly List<DroppedFactor> dropped = [];

    private FactorFallback(Scenario scenario, FactorCatalogue kinds)
    {
        Scenario = scenario;
        Kinds = kinds;
    }

    /// <summary>
    /// The scenario as it is simulated: dropped factors stay on their expected path, the same in all cases, and prices know all of it.
    /// </summary>
    public Scenario Scenario { get; private set; }

    /// <summary>The kinds, those of dropped factors among them.</summary>
    public FactorCatalogue Kinds { get; private set; }

    /// <summary>What was dropped so far.</summary>
    public IReadOnlyList<DroppedFactor> Dropped => dropped;

    /// <summary>A warning for each dropped factor.</summary>
    public IEnumerable<Diagnostic> Warnings => dropped.Select(d => new Diagnostic(Severity.Warning, Place(d.Factor), Describe(d)));

    /// <summary>Does the work until nothing fails that may be dropped.</summary>
    /// <exception cref="FactorFailedException">Something failed that the scenario does not say to drop.</exception>
    public static T Do<T>(Scenario scenario, FactorCatalogue kinds, Func<FactorFallback, T> work)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var run = new FactorFallback(scenario, kinds);
        while (true)
        {
            try
            {
                return work(run);
            }
            catch (FactorFailedException failure) when (run.MayDrop(failure))
            {
                run.Drop(failure);
            }
        }
    }

    private static string Describe(DroppedFactor dropped) =>
        $"{dropped.Problem}; the factor is dropped, as 'onFailure' says: it stays on its expected path in all cases and moves no price";

    private bool MayDrop(FactorFailedException failure) =>
        failure.Factor is { } id
        && dropped.TrueForAll(d => d.Factor.Id != id)
        && Scenario.Base.Model.Factors.Any(f => f.Id == id && f.DropOnFailure);

    private void Drop(FactorFailedException failure)
    {
        var factor = Scenario.Base.Model.Factors.First(f => f.Id == failure.Factor);
        var stand = new HeldFactor(Kinds.KindOf(factor));
        var held = factor with { Kind = stand.Name, PricedIn = 1 };
        if (Kinds.Find(stand.Name) is null)
            Kinds = new FactorCatalogue([.. Kinds.All, stand]);
        Scenario = Scenario with
        {
            Cases =
            [
                .. Scenario.Cases.Select(c =>
                    c with
                    {
                        Model = c.Model with { Factors = [.. c.Model.Factors.Select(f => f.Id == factor.Id ? held : f)] },
                    }
                ),
            ],
        };
        dropped.Add(new DroppedFactor(factor, failure.Message));
    }

    private SourceLocation Place(RiskFactor factor) =>
        Scenario.Ledger.FirstOrDefault(a => a.IsOf("factors", factor.Id.Value)) is { } entry
            ? new SourceLocation(entry.File, entry.Line)
            : new SourceLocation("scenario.yaml");
}
