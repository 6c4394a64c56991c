using System.Runtime.InteropServices;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Sections;

/// <summary>An estimate as readers see it: its value with as many digits as its interval allows, and that interval.</summary>
/// <param name="Value">The value with its sign and unit.</param>
/// <param name="Interval">The interval at the same places, without unit; or in words why there is none.</param>
/// <param name="IsNarrow">Whether both ends of the interval round to the value.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FormattedFigure(LocalText Value, LocalText Interval, bool IsNarrow = false)
{
    /// <summary>The interval as a table shows it: the same letters in both languages, which keeps the page small.</summary>
    private LocalText? Bracket { get; init; }

    // Nobody reads more places: an error that small comes from a figure that hardly varies.
    private const int MostPlaces = 4;
    private const int MostPercentPlaces = 2;

    private static readonly LocalText doesNotExist = new("does not exist here", "此处不存在");

    /// <summary>A fraction as a percentage.</summary>
    public static FormattedFigure Percent(Estimate estimate, bool withPlus = false) => Of(estimate, 100, MostPercentPlaces, "%", withPlus);

    /// <summary>A difference of fractions as percentage points with its sign; the table's head or the sentence names the unit.</summary>
    public static FormattedFigure Points(Estimate estimate) =>
        estimate is { Value: 0, StandardError: 0 }
            ? new(LocalText.Same("0"), new("unaffected", "不受影响"))
            : Of(estimate, 100, MostPercentPlaces, "", withPlus: true);

    /// <summary>The same with one decimal at most, for headlines.</summary>
    public static FormattedFigure BriefPercent(Estimate estimate, bool withPlus = false) => Of(estimate, 100, 1, "%", withPlus);

    /// <summary>The same with one decimal at most, for headlines.</summary>
    public static FormattedFigure BriefPoints(Estimate estimate) => Of(estimate, 100, 1, "", withPlus: true);

    /// <summary>A number in its own unit.</summary>
    public static FormattedFigure Plain(Estimate estimate) => Of(estimate, 1, MostPlaces, "", withPlus: false);

    /// <summary>A measure by its unit.</summary>
    public static FormattedFigure Measure(MeasureKind kind, Estimate estimate)
    {
        if (!estimate.IsAvailable)
            return new(CommonTexts.NotAvailable, kind.NotAvailableWhen ?? doesNotExist);
        return kind.Unit switch
        {
            MeasureUnit.PlainNumber => Plain(estimate),
            MeasureUnit.RelativeProfit => Percent(estimate, withPlus: true),
            _ => Percent(estimate),
        };
    }

    /// <summary>A known fraction as a percentage, three significant digits and two decimals at most.</summary>
    public static LocalText Known(double fraction, bool withPlus = false) =>
        LocalText.Same(Significant(100 * fraction, MostPercentPlaces, withPlus) + "%");

    /// <summary>A known fraction as a percentage with one decimal.</summary>
    public static LocalText Rounded(double fraction, bool withPlus = false) =>
        LocalText.Same(Digits.Write(100 * fraction, 1, withPlus) + "%");

    /// <summary>A known number with so many significant digits at most.</summary>
    public static LocalText Number(double value, int significant = 4) =>
        LocalText.Same(Trimmed(Digits.Write(value, Math.Min(Digits.PlacesFor(value, significant), 8))));

    /// <summary>The figure in a table: the interval below it.</summary>
    public Cell AsCell() => new(Value, (Prose)(Bracket ?? Interval));

    /// <summary>
    /// The figure in a sentence: stressed, the unit after it, its interval in brackets unless it is narrower than what is shown.
    /// </summary>
    public Prose Inline(LocalText? unit = null) =>
        Prose.Strong(Value)
        + (unit is null ? Prose.Empty : (Prose)unit)
        + (IsNarrow ? Prose.Empty : Prose.Quiet(CommonTexts.InBrackets(Interval)));

    /// <summary>The figure within plain text, its interval in brackets.</summary>
    public LocalText InText() => Sentence.Plain("{value} ({interval})", "{value}（{interval}）", ("value", Value), ("interval", Interval));

    /// <summary>The figure as a dot with an error bar; <see langword="null"/> where there is none.</summary>
    public static Dot? AsDot(Estimate estimate)
    {
        if (!estimate.IsAvailable)
            return null;
        return estimate.HasError ? new(estimate.Value, estimate.Low, estimate.High) : new(estimate.Value, estimate.Value, estimate.Value);
    }

    private static FormattedFigure Of(Estimate estimate, double scale, int mostPlaces, string suffix, bool withPlus)
    {
        if (!estimate.IsAvailable)
            return new(CommonTexts.NotAvailable, doesNotExist);
        var value = estimate.Value * scale;
        if (Digits.Places((estimate.High - estimate.Low) * scale / 2) is not { } places)
        {
            var why = estimate.HasError ? new LocalText("no sampling error", "无抽样误差") : new LocalText("error not known", "误差未知");
            return new(LocalText.Same(Significant(value, mostPlaces, withPlus) + suffix), why);
        }

        places = Math.Min(places, mostPlaces);
        var (low, high) = (Digits.Write(estimate.Low * scale, places), Digits.Write(estimate.High * scale, places));
        return new(
            LocalText.Same(Digits.Write(value, places, withPlus) + suffix),
            low == high ? Within(places) : Sentence.Plain("{low} to {high}", "{low} 至 {high}", ("low", low), ("high", high)),
            IsNarrow: low == high
        )
        {
            Bracket = low == high ? null : LocalText.Same($"[{low}, {high}]"),
        };
    }

    /// <summary>Said where both ends round to the value itself.</summary>
    private static LocalText Within(int places)
    {
        var step = Digits.Write(Math.Pow(10, -places), Math.Max(places, 0));
        return Sentence.Plain("within ±{step}", "±{step} 以内", ("step", step));
    }

    private static string Significant(double value, int mostPlaces, bool withPlus) =>
        Trimmed(Digits.Write(value, Math.Min(Digits.PlacesFor(value, 3), mostPlaces), withPlus));

    private static string Trimmed(string number) => number.Contains('.') ? number.TrimEnd('0').TrimEnd('.') : number;
}
