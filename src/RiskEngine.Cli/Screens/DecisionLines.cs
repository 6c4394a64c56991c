using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Cli.Texts;
using RiskEngine.Results;
using RiskEngine.Uncertainty;

namespace RiskEngine.Cli.Screens;

/// <summary>What is asked of the base case beyond its measures, one line each.</summary>
internal static class DecisionLines
{
    public static IEnumerable<string> Of(Scenario scenario)
    {
        if (scenario.Views.Count > 0)
            yield return $"Under {Figures.Counted(scenario.Views.Count, "view")}: {string.Join(", ", scenario.Views.Select(Trusted))}.";
        if (scenario.Uncertainty is { } uncertainty)
        {
            yield return $"If the model is wrong: worst cases up to a relative entropy of {Figures.Plain(uncertainty.Radii[^1])}, and "
                + $"the nearest model that turns the conclusion.";
        }

        if (scenario.Uncertainty?.Draws is { } draws)
        {
            var sources = UncertaintyStudy.Sources(scenario);
            int Count(UncertaintyKind kind) => sources.GetValueOrDefault(kind);
            yield return $"How sure: {draws} draws each of {Figures.Counted(Count(UncertaintyKind.Estimation), "number")} with a standard "
                + $"error, and of {Figures.Counted(Count(UncertaintyKind.Judgement), "judged number")} by their "
                + "ranges, those without one by "
                + $"{Figures.Percent(scenario.Uncertainty.JudgementSpread, 0)} to both sides; "
                + $"{Figures.Counted(Count(UncertaintyKind.Reading), "recommendation")} can be read in more than one way.";
        }

        if (scenario.Optimiser is { } optimiser)
        {
            yield return $"Optimised: {optimiser.Points} points of least expected shortfall, no instrument above "
                + $"{Figures.Percent(optimiser.Cap, 0)} unless named{(optimiser.UnderViews ? ", under the views" : "")}.";
        }
    }

    private static string Trusted(StatedView view) =>
        view.Confidence < 1 ? $"{view.Id} (trusted {Figures.Percent(view.Confidence, 0)})" : view.Id.Value;
}
