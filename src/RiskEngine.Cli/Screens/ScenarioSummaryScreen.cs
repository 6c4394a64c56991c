using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Cli.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>A scenario in ten lines.</summary>
internal static class ScenarioSummaryScreen
{
    private const int Named = 3;

    /// <summary>The screen; each line is one sentence, and wraps where the terminal is narrow.</summary>
    public static IRenderable Render(Scenario scenario)
    {
        var model = scenario.Base.Model;
        var events = model.Events.OrderByDescending(e => e.Probability).ToList();
        var predictions = model.Predictions.OrderBy(p => p.Date).ToList();
        var values = model.Portfolios.Select(p => $"{p.Id} ({Figures.Count((long)Math.Round(p.Value))} {scenario.Currency})");
        var likeliest = events.Take(Named).Select(e => $"{e.Id} {Figures.Percent(e.Probability, 0)}");
        var claims = Figures.Counted(model.Theses.Sum(t => t.Claims.Count), "claim");
        var traded = model.Recommendations.Count(r => r.IsTraded);
        string[] lines =
        [
            $"{Figures.Count(scenario.Simulation.Paths)} paths in steps of {scenario.Simulation.Step}, from {scenario.AsOf:yyyy-MM-dd} to "
                + $"{scenario.Horizons[^1].Date:yyyy-MM-dd}; headlines speak of {scenario.HeadlineHorizon.Name.English}.",
            $"Cases: {string.Join(", ", scenario.Cases.Select(c => c.Id))}.",
            $"Market: {Figures.Counted(model.Factors.Count, "factor")}, {Figures.Counted(model.Instruments.Count, "instrument")}, "
                + $"risk-free rate {Figures.Percent(model.RiskFreeRate, 2)} a year.",
            $"Portfolios: {string.Join(", ", values)}.",
            $"Articles: {Figures.Counted(model.Theses.Count, "thesis", "theses")} of {claims}.",
            $"Advice: {Figures.Counted(model.Recommendations.Count(), "recommendation")}, {traded} of them traded.",
            events.Count == 0 ? "Events: none." : $"Events: {events.Count}, likeliest {string.Join(", ", likeliest)}.",
            predictions.Count == 0
                ? "Predictions: none."
                : $"Predictions: {predictions.Count}, the first due on {predictions[0].Date:yyyy-MM-dd}.",
            Sources(scenario.Ledger),
            $"Limits: {(scenario.Limits.Count == 0 ? "none" : Figures.Count(scenario.Limits.Count))}.",
        ];
        return TextTable.Stack([TextTable.Heading($"In short: {scenario.Name.English}"), .. lines.Select(l => new Text(l))]);
    }

    private static string Sources(IReadOnlyList<Assumption> ledger) =>
        $"Numbers: {Figures.Count(ledger.Count)}; {Figures.Count(ledger.Count(a => a.Source is FromArticle))} from articles, "
        + $"{Figures.Count(ledger.Count(a => a.Source is Calibrated))} calibrated, "
        + $"{Figures.Count(ledger.Count(a => a.Source is Judgement))} by judgement, "
        + $"{Figures.Count(ledger.Count(a => a.Source is NotStated))} not stated.";
}
