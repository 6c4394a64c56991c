using RiskEngine.Abstractions.Risks;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>Each named risk: how likely, how bad, and what it costs each portfolio.</summary>
internal static class RiskSection
{
    public static Section? Build(ReportContext context)
    {
        var risks = context.Model.Risks;
        if (risks.Count == 0)
            return null;
        List<Block> blocks =
        [
            new Paragraph(new Text(
                "What a risk costs is the run with it less the run without it, on the same random paths.",
                "风险的代价＝含该风险的模拟减去不含该风险的模拟，使用同一组随机路径。")),
            Events(context, risks),
        ];
        if (Chart(context, risks) is { } chart)
            blocks.Add(chart);
        if (Effects(context, risks) is { } effects)
            blocks.Add(effects);
        return new("risks", new("What each risk costs", "每项风险的代价"), new("Risks", "风险评分"), blocks);
    }

    /// <summary>What the events are and how often they struck.</summary>
    internal static Table Events(ReportContext context, IReadOnlyList<RiskEvent> events)
    {
        List<Column> columns = [new Column(new("Event", "事件"), Wide: true), new Column(new("Assumed probability", "假设概率"), Numeric: true), new Column(new("What it does", "影响"), Wide: true)];
        columns.AddRange(context.Scenario.Horizons.Select(h =>
            new Column(new Text("struck within ", "发生于 ") + Words.Span(h.Tenor) + new Text("", " 内"), Numeric: true)));
        var rows = events.Select(happening =>
        {
            List<Cell> row = [new(Words.Of(happening.Name), Note(context, happening)), EventWords.Probability(context, happening), EventWords.Effects(context, happening)];
            var struck = context.Results.Base.Events.FirstOrDefault(e => e.Event.Id == happening.Id);
            row.AddRange(context.Scenario.Horizons.Select((_, h) => struck is null ? Cell.Empty : Shown.Percent(struck.Probability[h]).AsCell()));
            return (IReadOnlyList<Cell>)row;
        });
        return new(columns, [.. rows]);
    }

    /// <summary>The summary, unless it only repeats the name, and where the articles speak of it.</summary>
    private static Prose? Note(ReportContext context, RiskEvent happening)
    {
        var said = happening.Summary == happening.Name ? Text.Same("") : Words.Of(happening.Summary);
        if (happening.Claims.Count > 0)
            said = said + Words.InBrackets(context.Places(happening.Claims));
        return said.English.Length == 0 ? null : said;
    }

    /// <summary>One series a portfolio, following all, at the middle horizon; the costliest risk first.</summary>
    private static Figure? Chart(ReportContext context, IReadOnlyList<RiskEvent> risks)
    {
        var effects = At(context, risks).Where(e => e.Variant.Kind == VariantKind.FollowingAll).ToList();
        if (effects.Count == 0)
            return null;
        var portfolios = context.Results.Base.Portfolios.Select(p => p.Portfolio).ToList();
        var rows = effects.GroupBy(e => e.Event.Id)
            .OrderBy(g => g.Min(e => e.Effect.Mean.Value))
            .Select(g => new DotRow(
                Words.Of(g.First().Event.Name),
                [.. portfolios.Select(p => g.FirstOrDefault(e => e.Portfolio.Id == p.Id) is { } e ? Shown.AsDot(e.Effect.Mean) : null)]));
        return new(
            new EffectsChart(AxisFormat.Percent, [.. portfolios.Select(p => Words.Of(p.Name))], [.. rows]),
            new Text("Change of the mean profit after ", "各风险在") + Words.Span(context.MiddleHorizon.Tenor)
                + new Text(" by each risk when all recommendations are followed, in percentage points, with 95% intervals.",
                    "后使平均收益改变的百分点（遵循全部建议时），附 95% 区间。"));
    }

    /// <summary>Effects at the middle horizon, one row an event, portfolio and variant.</summary>
    internal static Table? Effects(ReportContext context, IReadOnlyList<RiskEvent> events)
    {
        var effects = At(context, events).ToList();
        if (effects.Count == 0)
            return null;
        var head = new Text("Effect after ", "影响（") + Words.Span(context.MiddleHorizon.Tenor) + new Text(", percentage points", "后，百分点）");
        return new(
            [
                head, new Text("Portfolio", "组合"), new Text("Variant", "方式"),
                new Column(new("Mean profit", "平均收益"), Numeric: true),
                new Column(new("ES 95%", "95% ES"), Numeric: true),
                new Column(new("Probability of loss", "亏损概率"), Numeric: true),
            ],
            [.. effects.Select(e => (IReadOnlyList<Cell>)
            [
                Words.Of(e.Event.Name),
                Words.Of(e.Portfolio.Name),
                e.Variant.Kind == VariantKind.AsHeld ? Words.Held : Words.Following,
                Shown.Points(e.Effect.Mean).AsCell(),
                Shown.Points(e.Effect.Es95).AsCell(),
                Shown.Points(e.Effect.LossProbability).AsCell(),
            ])]);
    }

    private static IEnumerable<EventEffectResult> At(ReportContext context, IReadOnlyList<RiskEvent> events)
    {
        var ids = events.Select(e => e.Id).ToHashSet();
        return context.Results.EventEffects.Where(e => e.Horizon == context.MiddleHorizon && ids.Contains(e.Event.Id));
    }
}
