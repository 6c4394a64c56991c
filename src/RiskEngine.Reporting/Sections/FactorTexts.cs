using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Sections;

/// <summary>Writes values of factors in their unit: shares as percentages, all others as numbers with the unit named.</summary>
internal static class FactorTexts
{
    public static AxisFormat Axis(RiskFactor factor) => factor.IsShare ? AxisFormat.Percent : AxisFormat.Number(factor.Unit);

    /// <summary>A value without its unit, which stands nearby.</summary>
    public static LocalText Bare(RiskFactor? factor, double value) =>
        factor is not null && factor.IsShare ? FormattedFigure.Known(value) : FormattedFigure.Number(value, 3);

    /// <summary>A value with its unit.</summary>
    public static LocalText Value(ReportContext context, Id<RiskFactor> id, double value) =>
        Sentence.Plain("{id}{id2}", "{id}{id2}", ("id", Bare(context.Factor(id), value)), ("id2", Unit(context.Factor(id))));

    /// <summary>
    /// The unit after a value, in brackets where it is more than a few words; nothing for shares and numbers without one.
    /// </summary>
    public static LocalText Unit(RiskFactor? factor)
    {
        if (factor is null || factor.IsShare || factor.Unit.English.Length == 0)
            return LocalText.Same("");
        var unit = factor.Unit;
        var english = unit.English.Contains(',') ? CommonTexts.InBrackets(unit).English : " " + unit.English;
        return new(english, CommonTexts.InBrackets(unit).Chinese);
    }

    /// <summary>A simulated value without its unit.</summary>
    public static FormattedFigure Estimated(RiskFactor? factor, Estimate estimate) =>
        factor is not null && factor.IsShare ? FormattedFigure.Percent(estimate) : FormattedFigure.Plain(estimate);
}
