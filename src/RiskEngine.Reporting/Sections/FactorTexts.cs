using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Sections;

/// <summary>Writes values of factors in their unit: shares as percentages, all others as numbers with the unit named.</summary>
internal static class FactorTexts
{
    /// <summary>Whether a factor's value is a fraction of a whole.</summary>
    public static bool IsShare(RiskFactor factor) =>
        factor.Kind == "bounded-share" || factor.Unit.English.StartsWith("share", StringComparison.OrdinalIgnoreCase);

    public static AxisFormat Axis(RiskFactor factor) =>
        IsShare(factor) ? AxisFormat.Percent : AxisFormat.Number(CommonTexts.Of(factor.Unit));

    /// <summary>A value without its unit, which stands nearby.</summary>
    public static Text Bare(RiskFactor? factor, double value) =>
        factor is not null && IsShare(factor) ? FormattedFigure.Known(value) : FormattedFigure.Number(value, 3);

    /// <summary>A value with its unit.</summary>
    public static Text Value(ReportContext context, Id<RiskFactor> id, double value) =>
        Bare(context.Factor(id), value) + Unit(context.Factor(id));

    /// <summary>
    /// The unit after a value, in brackets where it is more than a few words; nothing for shares and numbers without one.
    /// </summary>
    public static Text Unit(RiskFactor? factor)
    {
        if (factor is null || IsShare(factor) || factor.Unit.English.Length == 0)
            return Text.Same("");
        var unit = CommonTexts.Of(factor.Unit);
        var english = unit.English.Contains(',') ? CommonTexts.InBrackets(unit).English : " " + unit.English;
        return new(english, CommonTexts.InBrackets(unit).Chinese);
    }

    /// <summary>A simulated value without its unit.</summary>
    public static FormattedFigure Estimated(RiskFactor? factor, Estimate estimate) =>
        factor is not null && IsShare(factor) ? FormattedFigure.Percent(estimate) : FormattedFigure.Plain(estimate);
}
