using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Results;

namespace RiskEngine.Measuring.Attribution;

/// <summary>Finds what rests on each claim: numbers by their source in the ledger, all else by the claim it names.</summary>
internal static class ClaimTracing
{
    /// <summary>What rests on a claim of the base case.</summary>
    public static IReadOnlyList<ClaimUse> Uses(Scenario scenario, ClaimRef claim)
    {
        var model = scenario.Base.Model;
        var forecasts = Forecasts(scenario, claim).ToHashSet();
        return
        [
            .. model
                .Factors.Where(f => forecasts.Contains(f.Id.Value))
                .Select(f => new ClaimUse(ClaimUseKind.Forecast, f.Id.Value, f.Name)),
            .. model
                .Theses.SelectMany(t => t.Exposures)
                .Where(e => e.Claim == claim)
                .Select(e => new ClaimUse(ClaimUseKind.Exposure, e.Factor.Value, Named(model, e))),
            .. model.Risks.Where(r => r.Claims.Contains(claim)).Select(r => new ClaimUse(ClaimUseKind.Risk, r.Id.Value, r.Name)),
            .. model
                .Theses.SelectMany(t => t.Deals)
                .Where(d => d.Claim == claim)
                .Select(d => new ClaimUse(ClaimUseKind.Deal, d.Id.Value, d.Name)),
            .. model
                .Recommendations.Where(r => r.Claims.Contains(claim))
                .Select(r => new ClaimUse(ClaimUseKind.Recommendation, r.Id.Value, r.Name)),
            .. model.Predictions.Where(p => p.Claim == claim).Select(p => new ClaimUse(ClaimUseKind.Prediction, p.Id.Value, p.Name)),
            .. model.Indicators.Where(i => i.Claim == claim).Select(i => new ClaimUse(ClaimUseKind.Indicator, i.Id.Value, i.Name)),
            .. Numbers(scenario, claim)
                .Where(a => a.ForecastFactor is null)
                .Select(a => new ClaimUse(ClaimUseKind.Number, a.Path, LocalText.Same($"{a.Path}: {a.Value}"))),
            .. model
                .Theses.SelectMany(t => t.Checks)
                .Where(c => c.Claims.Contains(claim))
                .Select(c => new ClaimUse(ClaimUseKind.Check, c.Id.Value, c.Says)),
        ];
    }

    /// <summary>Ids of the factors whose forecast path a claim gives.</summary>
    public static IEnumerable<string> Forecasts(Scenario scenario, ClaimRef claim) =>
        Numbers(scenario, claim).Select(a => a.ForecastFactor).OfType<string>().Distinct(StringComparer.Ordinal);

    private static IEnumerable<Assumption> Numbers(Scenario scenario, ClaimRef claim) =>
        scenario.Ledger.Where(a => a.Source is FromArticle from && from.Thesis == claim.Thesis && from.Claim == claim.Claim);

    private static LocalText Named(Model model, ThesisExposure exposure)
    {
        var who = exposure.Group is { } group
            ? model.Groups.First(g => g.Id == group).Name
            : model.Instruments.First(i => i.Id == exposure.Who[0]).Name;
        var factor = model.Factors.First(f => f.Id == exposure.Factor).Name;
        return exposure.Gains
            ? new LocalText($"gain for {who.English} from {factor.English}", $"{who.Chinese}受益于{factor.Chinese}")
            : new LocalText($"loss for {who.English} from {factor.English}", $"{who.Chinese}受损于{factor.Chinese}");
    }
}
