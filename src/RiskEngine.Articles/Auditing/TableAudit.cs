using System.Globalization;
using System.Text.RegularExpressions;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Auditing;

/// <summary>What a table's own figures can check: growth columns, totals, shares, and the year over it.</summary>
internal static partial class TableAudit
{
    private const double Tolerance = 0.011;

    /// <summary>How many parts of a sum are written out.</summary>
    private const int MostShown = 12;

    /// <summary>The findings of an article's tables.</summary>
    public static IEnumerable<AuditFinding> Find(ArticleReading reading)
    {
        var series = reading.Claims.OfType<SeriesClaim>().ToList();
        var tables = series.GroupBy(s => s.Context.Count > 0 ? s.Context[0].Span : s.Evidence.Span).Select(g => g.ToList()).ToList();
        return series
            .SelectMany(s => AnnualGrowth(s, reading))
            .Concat(series.SelectMany(s => GrowthRow(s, series, reading)))
            .Concat(tables.SelectMany(t => Totals(t, reading)))
            .Concat(series.SelectMany(s => Shares(s, reading)))
            .Concat(series.SelectMany(s => CaptionYear(s, series, reading)));
    }

    private static IEnumerable<AuditFinding> AnnualGrowth(SeriesClaim series, ArticleReading reading)
    {
        var years = series.Points.Where(p => p.Year is not null && p.Quantity.Value > 0).OrderBy(p => p.Year).ToList();
        foreach (var rate in series.Points.Where(p => p.Year is null && p.Quantity.Kind == QuantityKind.Percent))
        {
            var isAnnual = Annual().IsMatch(rate.Label);
            if (years.Count < 2 || !(isAnnual || Growth().IsMatch(rate.Label)))
                continue;
            var (first, last) = isAnnual ? (years[0], years[^1]) : (years[^2], years[^1]);
            if (!isAnnual && last.Year - first.Year != 1)
                continue;
            var span = last.Year!.Value - first.Year!.Value;
            var calculated = Math.Pow(last.Quantity.Value / first.Quantity.Value, 1.0 / span) - 1;
            if (Math.Abs(calculated - rate.Quantity.Value) > Tolerance)
            {
                yield return Finding(
                    isAnnual ? "annual-growth" : "growth",
                    new(
                        $"{series.Name}: {Percent(rate.Quantity.Value)} is claimed; its own figures give {Percent(calculated)}",
                        $"{series.Name}：文称{(isAnnual ? "年均" : "")}增长 {Percent(rate.Quantity.Value)}；按该行数字为 {Percent(calculated)}"
                    ),
                    $"({Text(last)} / {Text(first)})^(1/{span}) - 1 = {Percent(calculated)}",
                    reading,
                    series.Evidence
                ) with
                {
                    Other = Other(reading, series, last.Year!.Value, first.Quantity.Value * Math.Pow(1 + rate.Quantity.Value, span)),
                };
            }
        }
    }

    /// <summary>A row of growth rates, each under the name of a series of another table.</summary>
    private static IEnumerable<AuditFinding> GrowthRow(SeriesClaim row, List<SeriesClaim> all, ArticleReading reading)
    {
        if (!Growth().IsMatch(row.Name))
            yield break;
        foreach (var point in row.Points.Where(p => p.Year is null && p.Quantity.Kind == QuantityKind.Percent))
        {
            var other = all.Find(s => s != row && s.Name == point.Label && s.Points.Count(p => p.Year is not null) >= 2);
            var actual = other?.Points.Where(p => p is { Year: not null, IsEstimate: false }).OrderBy(p => p.Year).ToList();
            if (actual is not { Count: >= 2 } || actual[^1].Year - actual[^2].Year != 1)
                continue;
            var calculated = actual[^1].Quantity.Value / actual[^2].Quantity.Value - 1;
            if (Math.Abs(calculated - point.Quantity.Value) > Tolerance)
            {
                yield return Finding(
                    "growth",
                    new(
                        $"{point.Label}: growth of {Percent(point.Quantity.Value)} is claimed; the other table gives {Percent(calculated)}",
                        $"{point.Label}：文称增长 {Percent(point.Quantity.Value)}；按另一表格为 {Percent(calculated)}"
                    ),
                    $"{Text(actual[^1])} / {Text(actual[^2])} - 1 = {Percent(calculated)}",
                    reading,
                    row.Evidence,
                    other!.Evidence
                ) with
                {
                    Other = Other(reading, other, actual[^1].Year!.Value, actual[^2].Quantity.Value * (1 + point.Quantity.Value)),
                };
            }
        }
    }

    private static IEnumerable<AuditFinding> Totals(List<SeriesClaim> rows, ArticleReading reading)
    {
        var total = rows.Find(r => Total().IsMatch(r.Name)) ?? rows.Find(r => Whole().IsMatch(r.Name));
        if (total is null || rows.Count < 3)
            yield break;
        var isExplicit = Total().IsMatch(total.Name);
        var columns = new List<(SeriesPoint Point, List<double> Parts, double Sum)>();
        foreach (var point in total.Points.Where(p => p.Quantity.Kind is QuantityKind.Money or QuantityKind.Amount or QuantityKind.Number))
        {
            var parts = rows.Where(r => r != total)
                .Select(r => r.Points.FirstOrDefault(p => p.Label == point.Label))
                .Where(p => p is not null && p.Quantity.Kind == point.Quantity.Kind && p.Quantity.Unit == point.Quantity.Unit)
                .Select(p => p!.Quantity.Value)
                .ToList();
            if (parts.Count >= 2)
                columns.Add((point, parts, parts.Sum()));
        }

        // A row that is called world or market is the sum of the others only where it mostly comes out so.
        var agree = columns.Count(c => Near(c.Sum, c.Point.Quantity.Value));
        if (!isExplicit && agree * 2 < columns.Count)
            yield break;
        if (!isExplicit && agree == 0)
            yield break;
        foreach (var (point, parts, sum) in columns.Where(c => !Near(c.Sum, c.Point.Quantity.Value)))
        {
            yield return Finding(
                "sum",
                new(
                    $"{total.Name} {point.Label}: the parts add up to {Value(sum, point.Quantity)}, the total says "
                        + $"{Value(point.Quantity.Value, point.Quantity)}",
                    $"{total.Name}（{point.Label}）：各部分之和为 {Chinese(sum, point.Quantity)}，合计写作 "
                        + $"{Chinese(point.Quantity.Value, point.Quantity)}"
                ),
                $"{string.Join(" + ", parts.Take(MostShown).Select(p => Value(p, point.Quantity)))}"
                    + $"{(parts.Count > MostShown ? " + ..." : "")} = {Value(sum, point.Quantity)}",
                reading,
                [total.Evidence, .. rows.Where(r => r != total).Take(1).Select(r => r.Evidence)]
            ) with
            {
                Other = point.Year is { } year ? Other(reading, total, year, sum) : null,
            };
        }
    }

    private static IEnumerable<AuditFinding> Shares(SeriesClaim series, ArticleReading reading)
    {
        foreach (var point in series.Points.Where(p => p.Quantity.Kind == QuantityKind.Percent))
        {
            var text = $"{series.Name} {point.Label} {series.Caption}";
            if (Share().IsMatch(text) && !Growth().IsMatch(text) && (point.Quantity.Value > 1 || point.Quantity.Value < 0))
            {
                yield return Finding(
                    "unit",
                    SentenceAudit.ImpossibleShare($"{series.Name} {point.Label}: ", point.Quantity.Value),
                    "",
                    reading,
                    series.Evidence
                );
            }
        }
    }

    /// <summary>A table headed with one year over figures that another table gives for another year.</summary>
    private static IEnumerable<AuditFinding> CaptionYear(SeriesClaim row, List<SeriesClaim> all, ArticleReading reading)
    {
        if (CaptionDate().Match(row.Caption) is not { Success: true } match || row.Points.Any(p => p.Year is not null))
            yield break;
        var year = int.Parse(match.Value, CultureInfo.InvariantCulture);
        foreach (var point in row.Points)
        {
            var other = all.Find(s => s != row && s.Name == point.Label && s.Points.Any(p => p.Year is not null));
            var same = other?.Points.FirstOrDefault(p =>
                p.Year is not null && p.Quantity.Value == point.Quantity.Value && p.Quantity.Unit == point.Quantity.Unit
            );
            if (same is { Year: { } given } && given != year)
            {
                yield return Finding(
                    "date",
                    new(
                        $"{point.Label}: {Value(point.Quantity.Value, point.Quantity)} stands under {year} and, in the other table, "
                            + $"under {given}",
                        $"{point.Label}：{Chinese(point.Quantity.Value, point.Quantity)} 在此列于 {year} 年，在另一表格列于 {given} 年"
                    ),
                    "",
                    reading,
                    row.Evidence,
                    other!.Evidence
                );
            }
        }
    }

    private static OtherFigure Other(ArticleReading reading, SeriesClaim row, int year, double value) =>
        new(FactReader.Place(reading, row.Evidence), year, value);

    private static AuditFinding Finding(
        string kind,
        LocalText says,
        string computation,
        ArticleReading reading,
        params IEnumerable<Evidence> places
    ) => new(kind, says, computation, [.. places.Select(p => FactReader.Place(reading, p))], []);

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 0.011 * Math.Max(Math.Abs(a), Math.Abs(b));

    private static string Percent(double value) => (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string Text(SeriesPoint point) => Value(point.Quantity.Value, point.Quantity);

    private static string Chinese(double value, Quantity quantity) =>
        Showing.ChineseQuantity.Of(quantity with { Low = value, High = value, Bound = QuantityBound.None });

    private static string Value(double value, Quantity quantity) =>
        Showing.ClaimSummary.Of(quantity with { Low = value, High = value, Bound = QuantityBound.None });

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"CAGR|复合|年均|a year|annual", Options, 20_000)]
    private static partial Regex Annual();

    [GeneratedRegex(@"增长率|增速|同比|增幅|YoY|growth|change", Options, 20_000)]
    private static partial Regex Growth();

    [GeneratedRegex(@"合计|总计|总额|小计|\btotal\b|\bsum\b", Options, 20_000)]
    private static partial Regex Total();

    [GeneratedRegex(@"^全球|^整体|^全部|\bworld\b|\ball\b|\bglobal\b|\boverall\b", Options, 20_000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"占比|市占率|份额|渗透率|share|penetration|毛利率|margin", Options, 20_000)]
    private static partial Regex Share();

    [GeneratedRegex(@"20[0-9]{2}", Options, 20_000)]
    private static partial Regex CaptionDate();
}
