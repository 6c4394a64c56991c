using RiskEngine.Abstractions.Identity;
using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Reconciling;
using RiskEngine.Articles.Theses;
using RiskEngine.Loading.Drafts;

namespace RiskEngine.Cli.Ingesting.Reconciling;

/// <summary>The case in which advice counts by its source, beside the base case, in which it is followed as it stands.</summary>
internal static class DiscountedCase
{
    /// <summary>The case; null where no advice is traded.</summary>
    /// <param name="advice">Traded advice with its weight, and the size that it has in the base case.</param>
    public static DraftCase? Of(IReadOnlyList<(WeighedAdvice Advice, double Size)> advice) =>
        advice.Count == 0
            ? null
            : new DraftCase(
                "discounted",
                new LocalText("Advice by its record", "按往绩折减的建议"),
                new LocalText(
                    "Every recommendation counts by the weight of its source: its size times the part of such calls that come true.",
                    "每条建议按其来源的权重折减：规模乘以此类判断应验的比例。"
                ),
                [
                    .. advice.Select(a => new KeyValuePair<string, double>(
                        $"recommendations.{a.Advice.Thesis}-{a.Advice.Claim.Id}.size",
                        Math.Round(a.Size * a.Advice.Weight, 4)
                    )),
                ]
            );

    /// <summary>The articles' advice that is traded, with the instruments that it names.</summary>
    public static IReadOnlyList<(AdviceClaim Claim, IReadOnlyList<string> Instruments)> Traded(
        IEnumerable<ArticleClaim> claims,
        IReadOnlySet<string> instruments
    ) =>
        [
            .. claims
                .OfType<AdviceClaim>()
                .Where(a => a.Direction != AdviceDirection.Watch)
                .Select(a => (a, (IReadOnlyList<string>)[.. TargetResolver.Securities(a.Targets).Where(instruments.Contains)]))
                .Where(a => a.Item2.Count > 0),
        ];
}
