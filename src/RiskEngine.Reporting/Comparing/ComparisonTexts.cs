using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Comparing;
using RiskEngine.Reporting.Sections;

namespace RiskEngine.Reporting.Comparing;

/// <summary>Words that the parts of a comparison share.</summary>
public static class ComparisonTexts
{
    /// <summary>A group of inputs.</summary>
    public static LocalText Of(InputGroup group) =>
        group switch
        {
            InputGroup.Market => new("Market", "市场"),
            InputGroup.Theses => new("Theses", "论点"),
            InputGroup.Risks => new("Risks", "风险"),
            InputGroup.Portfolios => new("Portfolios", "组合"),
            _ => new("Dates and steps", "日期与步长"),
        };

    /// <summary>Groups that were switched as one.</summary>
    public static LocalText Of(IReadOnlyList<InputGroup> part) => CommonTexts.Join(part.Select(Of), new LocalText(" and ", "与"));

    /// <summary>A variant.</summary>
    internal static LocalText Of(HeadlineVariant variant) => variant == HeadlineVariant.AsHeld ? CommonTexts.Held : CommonTexts.Following;

    /// <summary>Whether a difference counts.</summary>
    public static LocalText Verdict(FigureChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (!change.Before.IsAvailable || !change.After.IsAvailable)
            return CommonTexts.NotAvailable;
        if (change.IsSame)
            return new("the same", "相同");
        if (!change.Difference.HasError)
            return new("error not known", "误差未知");
        return change.IsNoise ? new("noise", "噪声以内") : new("changed", "有变化");
    }
}
