using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Sections;

/// <summary>What each item of the report rests on: the claims it names, and how many of its numbers come from where.</summary>
internal static class FigureTrace
{
    public static Table Build(ReportContext context) =>
        new(
            [
                new Text("Item", "项目"),
                new Column(new("Claims", "主张"), Wide: true),
                new Column(new("Numbers from articles", "数字：文章"), Numeric: true),
                new Column(new("from data", "数据"), Numeric: true),
                new Column(new("from judgement", "判断"), Numeric: true),
                new Column(new("not stated", "未说明"), Numeric: true),
            ],
            [.. Rows(context)],
            Filterable: true
        );

    private static IEnumerable<IReadOnlyList<Cell>> Rows(ReportContext context)
    {
        var model = context.Model;
        yield return Row(
            context,
            new("Every profit and loss figure", "所有收益与损失数字"),
            [],
            "",
            new("all that follow, and all numbers of the ledger", "以下全部，及假设台账的全部数字")
        );
        foreach (var f in model.Factors)
            yield return Row(
                context,
                new Text("Factor: ", "因素：") + CommonTexts.Of(f.Name),
                [.. Articles(context, $"factors.{f.Id}.")],
                $"factors.{f.Id}."
            );
        foreach (var r in model.Recommendations)
            yield return Row(context, new Text("Advice: ", "建议：") + CommonTexts.Of(r.Name), r.Claims, $"recommendations.{r.Id}.");
        foreach (var r in model.Risks)
            yield return Row(context, new Text("Risk: ", "风险：") + CommonTexts.Of(r.Name), r.Claims, $"risks.{r.Id}.");
        foreach (var d in model.Theses.SelectMany(t => t.Deals))
            yield return Row(context, new Text("Deal: ", "交易：") + CommonTexts.Of(d.Name), [d.Claim], $"deals.{d.Id}.");
        foreach (var p in model.Predictions)
            yield return Row(context, new Text("Prediction: ", "预判：") + CommonTexts.Of(p.Name), [p.Claim], $"predictions.{p.Id}.");
        foreach (var i in model.Indicators)
            yield return Row(context, new Text("Indicator: ", "指标：") + CommonTexts.Of(i.Name), [i.Claim], $"indicators.{i.Id}.");
        foreach (var i in model.Instruments)
        {
            var claims = model
                .Theses.SelectMany(t => t.Exposures)
                .Where(e => e.Who.Contains(i.Id))
                .Select(e => e.Claim)
                .Distinct()
                .ToList();
            yield return Row(context, new Text("Instrument: ", "标的：") + CommonTexts.Of(i.Name), claims, $"instruments.{i.Id}.");
        }
    }

    private static IEnumerable<ClaimRef> Articles(ReportContext context, string prefix) =>
        Numbers(context, prefix).Select(a => a.Source).OfType<FromArticle>().Select(a => new ClaimRef(a.Thesis, a.Claim)).Distinct();

    private static IEnumerable<Assumption> Numbers(ReportContext context, string prefix) =>
        context.Scenario.Ledger.Where(a => a.Path.StartsWith(prefix, StringComparison.Ordinal));

    private static IReadOnlyList<Cell> Row(
        ReportContext context,
        Text name,
        IReadOnlyList<ClaimRef> claims,
        string prefix,
        Text? said = null
    )
    {
        var numbers = Numbers(context, prefix).ToList();
        Cell Count<TSource>()
            where TSource : Source => Text.Same(numbers.Count(a => a.Source is TSource).ToString("N0"));
        return
        [
            name,
            said is { } words ? (Cell)words : CommonTexts.Lines(claims.Select(c => Prose.Within(context.Place(c), ClaimSection.Anchor(c)))),
            Count<FromArticle>(),
            Count<Calibrated>(),
            Count<Judgement>(),
            Count<NotStated>(),
        ];
    }
}
