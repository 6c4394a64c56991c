using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Cli.Texts;
using RiskEngine.Reporting.Comparing;
using RiskEngine.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>What differs between two runs at the headline horizon, and why.</summary>
internal static class CompareScreen
{
    private static readonly MeasureKind[] shown = [MeasureKinds.Mean, MeasureKinds.Es95, MeasureKinds.LossProbability];

    /// <summary>The screen.</summary>
    public static IRenderable Render(RunComparison comparison)
    {
        var (before, after) = (comparison.Before.Manifest, comparison.After.Manifest);
        List<IRenderable> parts =
        [
            TextTable.Heading($"From {before.Scenario}/{before.RunId} to {after.Scenario}/{after.RunId}, horizon {comparison.Headline}"),
            Table(comparison),
        ];
        if (comparison.Attribution is { Shares.Count: > 0 } found)
            parts.AddRange([TextTable.Heading("Why, in percentage points"), Table(found)]);
        parts.AddRange(comparison.Options.Select(o => new Text($"Option {o.Name}: '{Short(o.From)}' became '{Short(o.To)}'")));
        parts.AddRange(comparison.Inputs.Select(i => new Text($"File {i.File}: {Describe(i)}")));
        if (comparison.HasSameInputs)
            parts.Add(new Text("Nothing differs that went into the runs."));
        parts.AddRange(comparison.NotAttributed.Select(t => new Text(t.English)));
        return TextTable.Stack(parts);
    }

    private static Table Table(RunComparison comparison)
    {
        var table = TextTable.Create("!portfolio", "!measure", "#before", "#after", "#change, points", "verdict");
        foreach (var (id, _) in comparison.Portfolios)
        {
            foreach (var variant in Enum.GetValues<HeadlineVariant>())
            {
                var figures = shown.Select(m => comparison.HeadlineOf(id, variant, m)).OfType<FigureChange>().ToList();
                for (var i = 0; i < figures.Count; i++)
                {
                    table.Row(
                        i == 0 ? $"{id}, {Name(variant)}" : "",
                        figures[i].Measure.Id,
                        Figures.Percent(figures[i].Before),
                        Figures.Percent(figures[i].After),
                        figures[i].IsSame ? "0" : Figures.Points(figures[i].Difference),
                        ComparisonTexts.Verdict(figures[i]).English
                    );
                }
            }
        }

        return table;
    }

    private static Table Table(InputAttributionResult found)
    {
        var table = TextTable.Create("!portfolio", "!switched", "#mean", "#ES 95%", "#loss prob.");
        foreach (var shares in found.Shares)
        {
            for (var i = 0; i < found.Parts.Count; i++)
            {
                Row(
                    table,
                    i == 0 ? $"{shares.Portfolio}, {Name(shares.Variant)}" : "",
                    ComparisonTexts.Of(found.Parts[i]).English,
                    shares.Parts[i]
                );
            }

            Row(table, "", "all together", shares.Total);
        }

        return table;
    }

    private static void Row(Table table, string of, string what, Effect effect) =>
        table.Row(of, what, Figures.Points(effect.Mean), Figures.Points(effect.Es95), Figures.Points(effect.LossProbability));

    private static string Name(HeadlineVariant variant) => variant == HeadlineVariant.AsHeld ? "as held" : "following all";

    private static string Describe(InputChange input) =>
        !input.IsInAfter ? "only in the first run"
        : !input.IsInBefore ? "only in the second run"
        : input.Values switch
        {
            null => "differs",
            [] => "differs in no value",
            [var only] => $"{only.Name}: '{Short(only.From)}' became '{Short(only.To)}'",
            var values => $"{Figures.Count(values.Count)} values differ, among them {values[0].Name}",
        };

    private static string Short(string? value)
    {
        const int Shown = 60;
        var text = (value ?? "").ReplaceLineEndings(" ");
        return text.Length <= Shown ? text : text[..Shown] + "...";
    }
}
