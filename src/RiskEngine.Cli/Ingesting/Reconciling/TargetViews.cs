using System.Globalization;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Articles.Reconciling;
using RiskEngine.Loading.Drafts;

namespace RiskEngine.Cli.Ingesting.Reconciling;

/// <summary>
/// Price targets as views of the scenario, less the bias of published ones and trusted as far as such targets come true: one an
/// instrument, the mean of all that are published on it.
/// </summary>
internal static class TargetViews
{
    private static readonly Judgement source = new(
        new LocalText(
            "draft: twelve-month targets less 15% of the price, trusted at the rate at which they are met (Bradshaw, Brown and Huang 2013)",
            "草稿：十二个月目标价减去现价的 15%，按其实现率采信（Bradshaw、Brown、Huang 2013）"
        )
    );

    /// <summary>The views, in the order of the targets; of instruments with a price and in the scenario alone.</summary>
    /// <param name="targets">The targets.</param>
    /// <param name="instruments">The scenario's instruments.</param>
    public static IReadOnlyList<DraftView> Of(IReadOnlyList<PublishedTarget> targets, IReadOnlySet<string> instruments) =>
        [
            .. targets
                .Where(t => t.Price is not null && t.Discounted > 0 && instruments.Contains(t.Instrument))
                .GroupBy(t => t.Instrument)
                .Select(View),
        ];

    private static DraftView View(IGrouping<string, PublishedTarget> targets)
    {
        var raw = targets.Average(t => t.Raw / t.Price!.Value) - 1;
        var less = Math.Round(targets.Average(t => t.Discounted!.Value / t.Price!.Value) - 1, 4);
        string Text(double part) => part.ToString("+0.0%;-0.0%;0%", CultureInfo.InvariantCulture);
        return new DraftView(
            $"target-{targets.Key}",
            new LocalText(
                $"{targets.Key}: price target {Text(raw)} as published, {Text(less)} less the bias of such targets",
                $"{targets.Key}：目标价对应 {Text(raw)}，扣除此类目标价的偏差后 {Text(less)}"
            ),
            [.. targets.Select(t => $"{t.Thesis}/{t.Claim}")],
            targets.Key,
            less,
            AuthorRecord.BaseRate,
            source
        );
    }
}
