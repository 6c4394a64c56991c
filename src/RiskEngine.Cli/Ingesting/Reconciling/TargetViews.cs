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
    private static readonly Judgement undated = new(
        new LocalText(
            "draft: targets without a date, taken as twelve months ahead, less 15% of the price, trusted at the rate at which such targets "
                + "are met (Bradshaw, Brown and Huang 2013)",
            "草稿：未注明日期的目标价按十二个月计，减去现价的 15%，按其实现率采信（Bradshaw、Brown、Huang 2013）"
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
        var raw = targets.Average(t => t.AYear(t.Raw));
        var less = Math.Round(targets.Average(t => t.AYear(t.Discounted!.Value)), 4);
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
            targets.Any(t => t.By is not null) ? Dated(targets) : undated
        );
    }

    /// <summary>Where the profit comes from when an article says by when: it is brought to twelve months.</summary>
    private static Judgement Dated(IEnumerable<PublishedTarget> targets)
    {
        var days = targets
            .Select(t => t.By)
            .OfType<DateOnly>()
            .Distinct()
            .Order()
            .Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var (list, chinese) = (string.Join(", ", days), string.Join('、', days));
        return new Judgement(
            new LocalText(
                $"draft: targets by {list} (those without a date: twelve months ahead) brought to twelve months, less 15% of the price a "
                    + "year, in proportion to time, trusted at the rate at which such targets are met (Bradshaw, Brown and Huang 2013)",
                $"草稿：截至 {chinese} 的目标价（未注明日期者按十二个月计）换算为十二个月，每年减去现价的 15%（按时间比例），按其实现率采信（Bradshaw、Brown、Huang 2013）"
            )
        );
    }
}
