using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Cli.Texts;
using RiskEngine.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>All that a scenario says of one instrument.</summary>
internal static class InstrumentScreen
{
    /// <summary>Who holds it, what is advised and what hits it; its expected return; its numbers with their sources in full.</summary>
    public static IRenderable Render(Scenario scenario, ReturnDecomposition decomposition, int paths)
    {
        var (model, instrument) = (scenario.Base.Model, decomposition.Instrument);
        var held = model
            .Portfolios.SelectMany(p =>
                p.Positions.Where(o => o.Instrument == instrument.Id).Select(o => $"{p.Id} {Figures.Percent(p.Weight(o))}")
            )
            .ToList();
        var advised = model.Recommendations.Where(r => r.Targets.Any(t => t.Instrument == instrument.Id)).Select(r => $"{r.Id}").ToList();
        var hit = model
            .Events.Where(e => e.Effects.Any(x => IsHit(instrument, x.Instruments, x.Groups)))
            .Select(e => $"{e.Id} {Figures.Percent(e.Probability, 0)}")
            .ToList();
        var numbers = TextTable.Create("number", "value", "where it comes from");
        foreach (var line in scenario.Ledger.Where(a => a.IsOf("instruments", instrument.Id.Value)))
            numbers.Row(line.Key, line.Value, SourceTexts.Full(line.Source, scenario));
        return TextTable.Stack(
            TextTable.Heading($"{instrument.Name.English} ({instrument.Id})"),
            new Text($"Held: {List(held)}. Advised: {List(advised)}. Hit by: {List(hit)}."),
            ReturnDecompositionScreen.Render(scenario, [decomposition], paths),
            TextTable.Heading("Its numbers"),
            numbers
        );
    }

    private static bool IsHit(
        Instrument instrument,
        IReadOnlyList<Abstractions.Identity.Id<Instrument>> instruments,
        IReadOnlyList<Abstractions.Identity.Id<InstrumentGroup>> groups
    ) => instruments.Contains(instrument.Id) || groups.Any(instrument.Groups.Contains);

    private static string List(List<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);
}
