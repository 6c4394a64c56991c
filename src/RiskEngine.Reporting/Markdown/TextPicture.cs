using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Runs;

namespace RiskEngine.Reporting.Markdown;

/// <summary>
/// A chart in rows of a table: what it is of, the figure, and a bar of letters, or many of them for a shape or a course over time.
/// </summary>
internal static class TextPicture
{
    private const int Width = 32;

    /// <summary>The rows; none for a chart that has no such form, whose description stands alone.</summary>
    public static IReadOnlyList<Row> Of(ChartSpec chart, Language language) =>
        chart switch
        {
            DotsChart dots => Bars([.. Rows(dots, language)], chart.Format, language),
            DumbbellChart pairs => Bars([.. Rows(pairs, language)], chart.Format, language),
            WaterfallChart steps => Bars([.. steps.Items.Select(s => (s.Name.In(language), s.Value))], chart.Format, language),
            HistogramChart histogram => [.. histogram.Series.Select(s => Line(s, chart.Format, language))],
            FanChart fan => [.. fan.Series.SelectMany(s => Lines(s, chart.Format, language))],
            _ => [],
        };

    private static IEnumerable<(string Name, double Value)> Rows(DotsChart chart, Language language) =>
        from item in chart.Items
        from dot in item.Dots.Index()
        where dot.Item is not null
        select (Joined(item.Name, chart.Series, dot.Index, language), dot.Item!.Value);

    private static IEnumerable<(string Name, double Value)> Rows(DumbbellChart chart, Language language) =>
        from item in chart.Items
        from measure in item.Measures.Index()
        from dot in measure.Item.Index()
        where dot.Item is not null
        select (
            Joined(item.Name, chart.Measures, measure.Index, language)
                + (chart.Series.Count > 1 ? $" · {chart.Series[dot.Index].In(language)}" : ""),
            dot.Item!.Value
        );

    private static string Joined(LocalText name, IReadOnlyList<LocalText> series, int at, Language language) =>
        series.Count > 1 ? $"{name.In(language)} · {series[at].In(language)}" : name.In(language);

    /// <summary>Bars from zero, filled for what is above it and hatched for what is below.</summary>
    private static IReadOnlyList<Row> Bars(IReadOnlyList<(string Name, double Value)> rows, AxisFormat format, Language language)
    {
        var longest = rows.Select(r => Math.Abs(r.Value)).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        int Length(double value) => longest > 0 && double.IsFinite(value) ? (int)Math.Round(Math.Abs(value) / longest * Width) : 0;
        return
        [
            .. rows.Select(r => new Row(r.Name, Figure(r.Value, format, language), new string(r.Value < 0 ? '░' : '█', Length(r.Value)))),
        ];
    }

    /// <summary>The shape of a distribution, and its ends.</summary>
    private static Row Line(Distribution distribution, AxisFormat format, Language language)
    {
        var bins = distribution.Shares.Count;
        var joined = (int)Math.Ceiling((double)bins / Width);
        var (low, high) = (distribution.Low, distribution.Low + (bins * distribution.Width));
        return new(
            distribution.Name.In(language),
            $"{Figure(low, format, language)} … {Figure(high, format, language)}",
            Sparkline.Of(distribution.Shares.Chunk(joined).Select(b => b.Sum()), Width)
        );
    }

    /// <summary>Three quantiles over time on one scale, and where they end.</summary>
    private static IEnumerable<Row> Lines(Bands bands, AxisFormat format, Language language)
    {
        var (low, high) = (bands.P5.Min(), bands.P95.Max());
        var each = (int)Math.Ceiling((double)bands.P50.Count / Width);
        foreach (var (name, values) in new[] { ("95%", bands.P95), ("50%", bands.P50), ("5%", bands.P5) })
        {
            // The last date counts: it is the horizon's.
            var shown = values.Where((_, k) => (values.Count - 1 - k) % each == 0);
            yield return new(
                $"{bands.Name.In(language)} · {name}",
                Figure(values[^1], format, language),
                Sparkline.Of(shown, Width, low, high)
            );
        }
    }

    private static string Figure(double value, AxisFormat format, Language language) =>
        (
            format.Style switch
            {
                "percent" => $"{100 * value:0.0}%",
                "points" => $"{100 * value:+0.00;-0.00;0.00}",
                _ => $"{value:G4} {format.Unit.In(language)}".TrimEnd(),
            }
        ).Replace('-', '−');

    /// <summary>A row of the picture.</summary>
    /// <param name="Name">What it is of.</param>
    /// <param name="Figure">Its figure.</param>
    /// <param name="Drawing">Its bars.</param>
    internal sealed record Row(string Name, string Figure, string Drawing);
}
