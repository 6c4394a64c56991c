using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Tests.Samples;

/// <summary>Finds every text of a document, whatever it stands in.</summary>
internal static class Texts
{
    public static IEnumerable<(LocalText Text, string Place)> All(ReportDocument report) =>
        Names(report)
            .Concat(report.Sections.SelectMany(s => Flat(s.Blocks).SelectMany(Proses).Select(p => (p.Text, s.Id))))
            .Append((report.Subtitle.Text, "subtitle"))
            .Append((report.Footer.Text, "footer"));

    /// <summary>What names or describes something and so must never be empty.</summary>
    public static IEnumerable<(LocalText Text, string Place)> Names(ReportDocument report)
    {
        yield return (report.Title, "title");
        foreach (var section in report.Sections)
        {
            yield return (section.Title, section.Id);
            yield return (section.ShortTitle, section.Id);
            yield return (section.Part, section.Id);
            foreach (var text in Flat(section.Blocks).SelectMany(Named))
                yield return (text, section.Id);
        }
    }

    /// <summary>The blocks and all that they hold.</summary>
    public static IEnumerable<Block> Flat(IEnumerable<Block> blocks) =>
        blocks.SelectMany(block =>
            Flat(
                    block switch
                    {
                        Fold fold => fold.Blocks,
                        Pairs pairs => pairs.Blocks,
                        ChoiceBlocks about => about.Blocks,
                        _ => [],
                    }
                )
                .Prepend(block)
        );

    /// <summary>The blocks that the page shows first, out of the choices that they stand in.</summary>
    public static IEnumerable<Block> Shown(IEnumerable<Block> blocks) =>
        blocks.SelectMany(block =>
            block switch
            {
                ChoiceBlocks { Choice: not Choice.Portfolio, IsDefault: false } => [],
                ChoiceBlocks about => Shown(about.Blocks),
                _ => [block],
            }
        );

    private static IEnumerable<LocalText> Named(Block block) =>
        block switch
        {
            Subheading heading => [heading.Text],
            Answer answer => [answer.Name],
            Fold fold => [fold.Summary],
            ChoiceBlocks about => [about.Name],
            Table table => table.Columns.Select(c => c.Name),
            Figure figure => [figure.Caption, .. figure.Title is { } title ? [title] : Array.Empty<LocalText>(), .. Labels(figure.Chart)],
            _ => [],
        };

    private static IEnumerable<LocalText> Labels(ChartSpec chart) =>
        chart switch
        {
            FanChart fan => [.. fan.Series.Select(s => s.Name), .. fan.Horizons.Select(h => h.Name)],
            ForecastChart forecast => [forecast.Bands.Name],
            HistogramChart histogram =>
            [
                .. histogram.Series.Select(s => s.Name),
                .. histogram.Series.SelectMany(s => s.Marks).Select(m => m.Name),
            ],
            BreachChart breaches => breaches.Names,
            CurvesChart curves => [curves.XName, curves.YName, .. curves.Curves.Select(c => c.Name)],
            WaterfallChart steps => steps.Items.Select(i => i.Name),
            BoxesChart boxes => boxes.Items.Select(i => i.Name),
            DumbbellChart pairs => [.. pairs.Series, .. pairs.Measures, .. pairs.Items.Select(i => i.Name)],
            DotsChart dots => [.. dots.Series, .. dots.Items.Select(i => i.Name)],
            TimelineChart timeline => [.. timeline.Series.Select(s => s.Name), .. timeline.Marks.Select(m => m.Name)],
            HeatmapChart map => [map.XName, map.YName, .. map.Xs, .. map.Ys],
            _ => throw new InvalidOperationException($"No labels are known for {chart.GetType().Name}."),
        };

    private static IEnumerable<Prose> Proses(Block block) =>
        block switch
        {
            Paragraph paragraph => [paragraph.Prose],
            Bullets bullets => bullets.Items,
            Answer answer => [answer.Headline, .. answer.Points],
            Table table => table.Rows.SelectMany(r => r).SelectMany(c => c.Note is null ? new[] { c.Content } : [c.Content, c.Note]),
            _ => [],
        };
}
