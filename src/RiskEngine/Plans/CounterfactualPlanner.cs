using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Analysis.Shapley;
using RiskEngine.Measuring.Attribution;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Plans;

/// <summary>
/// Plans the counterfactuals of attribution, on the first few paths: enough for paired differences, whose errors are told. One for each
/// coalition of risks that a Shapley value needs, and one for each claim that may be false.
/// </summary>
internal sealed class CounterfactualPlanner(Scenario scenario, StepList steps)
{
    /// <summary>Paths of each counterfactual at most.</summary>
    public const int MostPaths = 8192;

    private const int FewestPaths = 512;

    // So many are simulated together: their blocks fit into a cache.
    private const int Together = 8;
    private const string Stage = "attribution";

    private readonly int paths = PathsOf(scenario);

    private string Base => scenario.Base.Id.Value;

    /// <summary>Paths of each counterfactual of a scenario.</summary>
    public static int PathsOf(Scenario scenario) => ManyEvents.Fewer(MostPaths, scenario.Base.Model.Events.Count(), FewestPaths);

    /// <summary>Plans them, and what is measured on them.</summary>
    /// <param name="with">Outcomes of the base case.</param>
    public void Plan(string with)
    {
        var coalitions = ShapleyMeasuring.Coalitions(scenario);
        var claims = ClaimMeasuring.Different(scenario);
        var known = $"{Base}/first-{paths}";
        if (coalitions.Count > 0 || claims.Any(c => IsOfBase(c.Simulated)))
        {
            steps.Simulate(
                Stage,
                paths,
                null,
                new PlannedOutcomes(known, new CaseVersion(Base), Keep(scenario.Base.Model) with { Resolved = true })
            );
        }
        else
        {
            known = null;
        }

        if (coalitions.Count > 0)
            Coalitions(with, known!, coalitions);
        if (claims.Count > 0)
            Claims(with, known, claims);
        else
            steps.Add(new MeasureStep("claims", MeasureTask.Claims, [with]));
        if (known is not null)
            steps.Add(new ReleaseStep(Stage, [known], KeepsHeadline: false));
    }

    private void Coalitions(string with, string known, IReadOnlyList<Coalition> coalitions)
    {
        var names = new List<string>();
        foreach (var coalition in coalitions)
        {
            var version = VersionModels.WithoutEvents(scenario, ShapleyMeasuring.Missing(scenario.Base.Model.Risks, coalition));
            names.Add($"{Base}/risks/{coalition}");
            steps.Simulate(Stage, paths, known, new PlannedOutcomes(names[^1], version, Keep(scenario.Base.Model)));
        }

        steps.Add(new MeasureStep("risks' Shapley values", MeasureTask.ShapleyOfRisks, [with, .. names]));
        steps.Add(new ReleaseStep(Stage, names, KeepsHeadline: false));
    }

    private void Claims(string with, string? known, IReadOnlyList<FalseClaim> claims)
    {
        string Name(FalseClaim c) => $"{Base}/without-claim/{c.Ref}";
        PlannedOutcomes Planned(FalseClaim c) =>
            new(
                Name(c),
                IsOfBase(c.Simulated)
                    ? VersionModels.WithoutEvents(scenario, c.Simulated.Without)
                    : new CaseVersion(Base) { FalseClaim = c.Ref },
                Keep(c.Simulated.Case.Model)
            );
        foreach (var claim in claims.Where(c => IsOfBase(c.Simulated)))
            steps.Simulate(Stage, paths, known, Planned(claim));
        foreach (var group in claims.Where(c => !IsOfBase(c.Simulated)).Chunk(Together))
            steps.Simulate(Stage, paths, null, [.. group.Select(Planned)]);
        string[] names = [.. claims.Select(Name)];
        steps.Add(new MeasureStep("claims", MeasureTask.Claims, [with, .. names]));
        steps.Add(new ReleaseStep(Stage, names, KeepsHeadline: false));
    }

    /// <summary>Whether it is the base case itself, without some of its events.</summary>
    private bool IsOfBase(SimulatedCase simulated) => ReferenceEquals(simulated.Case, scenario.Base);

    // Nothing is simulated beyond the headline horizon, and no drawdowns are followed.
    private OutcomeSelection Keep(Model model)
    {
        var at = scenario.HeadlineHorizonIndex.Value;
        return BaseCasePlanner.HeadlineProfits(model, at, at + 1);
    }
}
