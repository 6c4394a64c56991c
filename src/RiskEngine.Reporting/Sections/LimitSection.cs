using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>The scenario's limits, held or breached.</summary>
internal static class LimitSection
{
    public static Section? Build(ReportContext context)
    {
        var limits = context.Results.Limits;
        if (limits.Count == 0)
            return null;
        var summary = context.Results.AnyLimitBreached
            ? new LocalText("At least one limit is breached.", "至少有一项限额被突破。")
            : new LocalText("All limits hold.", "所有限额均未突破。");
        var table = new Table(
            [
                new LocalText("Verdict", "结果"),
                new LocalText("Measure", "指标"),
                new LocalText("Portfolio", "组合"),
                new LocalText("Variant", "方式"),
                new LocalText("Case", "情景"),
                new LocalText("Horizon", "期限"),
                new Column(new("Bound", "限额"), Numeric: true),
                new Column(new("Measured", "测得"), Numeric: true),
            ],
            [.. limits.OrderBy(l => l.Holds).Select(l => Row(context, l))]
        );
        return new("limits", new("Limits", "限额"), new("Limits", "限额"), [new Paragraph(Prose.Strong(summary)), table]);
    }

    private static IReadOnlyList<Cell> Row(ReportContext context, LimitResult result)
    {
        var limit = result.Limit;
        var kind = MeasureKinds.Find(limit.Measure);
        LocalText Bound(double value) =>
            kind?.Unit == MeasureUnit.PlainNumber ? FormattedFigure.Number(value) : FormattedFigure.Known(value);
        List<LocalText> bounds = [];
        if (limit.Below is { } below)
            bounds.Add(Sentence.Plain("below {below}", "低于 {below}", ("below", Bound(below))));
        if (limit.Above is { } above)
            bounds.Add(Sentence.Plain("above {above}", "高于 {above}", ("above", Bound(above))));
        var portfolio = context.Model.Portfolios.FirstOrDefault(p => p.Id == limit.Portfolio);
        var tested = context.Results.Cases.FirstOrDefault(c => c.Case.Id == limit.Case);
        var horizon = context.Scenario.Horizons.FirstOrDefault(h => h.Id == limit.Horizon);
        return
        [
            Prose.Strong(result.Holds ? new LocalText("holds", "未突破") : new LocalText("breached", "突破")),
            kind is null ? LocalText.Same(limit.Measure) : kind.Name,
            portfolio is null ? LocalText.Same(limit.Portfolio.Value) : portfolio.Name,
            limit.Variant == HeadlineVariant.AsHeld ? CommonTexts.Held : CommonTexts.Following,
            tested is null ? LocalText.Same(limit.Case.Value) : tested.Case.Name,
            horizon is null ? LocalText.Same(limit.Horizon.Value) : CommonTexts.Span(horizon.Tenor),
            CommonTexts.Join(bounds, CommonTexts.Comma),
            (kind is null ? FormattedFigure.Plain(result.Measured) : FormattedFigure.Measure(kind, result.Measured)).AsCell(),
        ];
    }
}
