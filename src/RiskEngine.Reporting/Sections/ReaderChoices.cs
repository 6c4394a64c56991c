using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>Blocks of every case, horizon or variant, of which the page shows those of the chosen one.</summary>
internal static class ReaderChoices
{
    /// <summary>Blocks of each simulated case; the base case, or the one that stands for it, is shown first.</summary>
    public static IReadOnlyList<Block> ByCase(this ReportContext context, Func<CaseResult, IReadOnlyList<Block>> blocks)
    {
        var cases = context.Results.Cases;
        return cases.Count == 1
            ? blocks(cases[0])
            :
            [
                .. cases.Select(c => new ChoiceBlocks(
                    Choice.Case,
                    c.Case.Id.Value,
                    c.Case.Name,
                    blocks(c),
                    IsDefault: ReferenceEquals(c, context.Results.Base)
                )),
            ];
    }

    /// <summary>Blocks of each horizon, known by its place; the headline horizon is shown first.</summary>
    public static IReadOnlyList<Block> ByHorizon(this ReportContext context, Func<int, IReadOnlyList<Block>> blocks)
    {
        var horizons = context.Scenario.Horizons;
        return horizons.Count == 1
            ? blocks(0)
            :
            [
                .. horizons.Select(
                    (h, at) =>
                        new ChoiceBlocks(Choice.Horizon, h.Id.Value, CommonTexts.Span(h.Tenor), blocks(at), IsDefault: at == context.Middle)
                ),
            ];
    }

    /// <summary>Blocks of a portfolio as held and with all advice followed, where that changes it; as held is shown first.</summary>
    public static IReadOnlyList<Block> ByVariant(
        this ReportContext context,
        PortfolioResult portfolio,
        Func<VariantKind, IReadOnlyList<Block>> blocks
    )
    {
        if (!context.Results.Base.Portfolios.Any(p => p.IsChanged()))
            return blocks(VariantKind.AsHeld);
        // Where the advice leaves this portfolio alone, both choices show it as held.
        var following = portfolio.IsChanged() ? VariantKind.FollowingAll : VariantKind.AsHeld;
        return
        [
            new ChoiceBlocks(Choice.Variant, HeadlineVariant.AsHeld.Id(), CommonTexts.Held, blocks(VariantKind.AsHeld), IsDefault: true),
            new ChoiceBlocks(Choice.Variant, HeadlineVariant.FollowingAll.Id(), CommonTexts.Following, blocks(following)),
        ];
    }

    /// <summary>A portfolio's results in a case.</summary>
    public static PortfolioResult In(this PortfolioResult portfolio, CaseResult @case) =>
        @case.Portfolios.First(p => p.Portfolio.Id == portfolio.Portfolio.Id);
}
