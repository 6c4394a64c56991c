using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>How wrong a claim may be before following the advice is no longer better, or worse, than holding on.</summary>
internal static class ClaimBreakEvenTable
{
    public static IEnumerable<Block> Build(ReportContext context, IReadOnlyList<ClaimResult> claims)
    {
        if (claims.All(c => c.BreakEvens.Count == 0))
            yield break;
        yield return new Subheading(new("Break-even: how wrong a claim may be", "盈亏平衡：一条主张可以错到什么程度"));
        var turning = claims.Where(c => c.BreakEvens.Any(b => b.Probability.IsAvailable)).OrderBy(Lowest).ToList();
        if (turning.Count == 0)
        {
            yield return new Paragraph(
                new LocalText(
                    "No claim turns the answer by itself: even if it is surely false, following all has the better "
                        + "mean profit exactly where "
                        + "it has it now.",
                    "没有一条主张能单独改变结论：即使它必然不成立，遵循全部建议与维持现状的平均收益孰高孰低也不变。"
                )
            );
            yield break;
        }

        yield return new Paragraph(
            new LocalText(
                "Up to which probability a claim may be false before the mean profit following all and that as held change places. A claim "
                    + "that is as likely to be false as stated leaves the two equal. Where nothing is stated, the claim does not turn the "
                    + "answer, even if it is surely false.",
                "一条主张不成立的概率高到多少，遵循全部建议与维持现状的平均收益才会易位；恰为所列概率时两者相等。未列数字者，即使该主张必然不成立也不改变结论。"
            )
        );
        yield return new Table(
            [
                new Column(new("Claim", "主张"), Wide: true),
                .. context.Results.Base.Portfolios.Select(p => new Column(p.Portfolio.Name, Numeric: true)),
            ],
            [
                .. turning.Select(c =>
                    (IReadOnlyList<Cell>)
                        [context.Quote(ClaimSection.Ref(c)), .. context.Results.Base.Portfolios.Select(p => Of(c, p.Portfolio.Id.Value))]
                ),
            ]
        );
    }

    private static double Lowest(ClaimResult claim) => claim.BreakEvens.Where(b => b.Probability.IsAvailable).Min(b => b.Probability.Value);

    private static Cell Of(ClaimResult claim, string portfolio) =>
        claim.BreakEvens.FirstOrDefault(b => string.Equals(b.Portfolio.Id.Value, portfolio, StringComparison.Ordinal))
            is { Probability.IsAvailable: true } found
            ? FormattedFigure.Percent(found.Probability).AsCell()
            : LocalText.Same("–");
}
