using RiskEngine.Abstractions.Identity;
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
                new LocalText("Item", "项目"),
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
            new("Every profit and loss figure", "所有收益与损失数字"),
            new LocalText("all that follow, and all numbers of the ledger", "以下全部，及假设台账的全部数字"),
            context.Scenario.Ledger
        );
        foreach (var f in model.Factors)
        {
            yield return Row(
                context,
                Sentence.Plain("Factor: {name}", "因素：{name}", ("name", f.Name)),
                [.. Articles(context, $"factors.{f.Id}")],
                $"factors.{f.Id}"
            );
        }

        foreach (var r in model.Recommendations)
        {
            yield return Row(
                context,
                Sentence.Plain("Advice: {name}", "建议：{name}", ("name", r.Name)),
                r.Claims,
                $"recommendations.{r.Id}"
            );
        }

        foreach (var r in model.Risks)
            yield return Row(context, Sentence.Plain("Risk: {name}", "风险：{name}", ("name", r.Name)), r.Claims, $"risks.{r.Id}");
        foreach (var d in model.Theses.SelectMany(t => t.Deals))
            yield return Row(context, Sentence.Plain("Deal: {name}", "交易：{name}", ("name", d.Name)), [d.Claim], $"deals.{d.Id}");
        foreach (var p in model.Predictions)
        {
            yield return Row(
                context,
                Sentence.Plain("Prediction: {name}", "预判：{name}", ("name", p.Name)),
                [p.Claim],
                $"predictions.{p.Id}"
            );
        }

        foreach (var i in model.Indicators)
        {
            yield return Row(
                context,
                Sentence.Plain("Indicator: {name}", "指标：{name}", ("name", i.Name)),
                [i.Claim],
                $"indicators.{i.Id}"
            );
        }

        foreach (var i in model.Instruments)
        {
            var claims = model
                .Theses.SelectMany(t => t.Exposures)
                .Where(e => e.Who.Contains(i.Id))
                .Select(e => e.Claim)
                .Distinct()
                .ToList();
            yield return Row(
                context,
                Sentence.Plain("Instrument: {name}", "标的：{name}", ("name", i.Name)),
                claims,
                $"instruments.{i.Id}"
            );
        }
    }

    private static IEnumerable<ClaimRef> Articles(ReportContext context, string item) =>
        context.NumbersOf(item).Select(a => a.Source).OfType<FromArticle>().Select(a => new ClaimRef(a.Thesis, a.Claim)).Distinct();

    private static IReadOnlyList<Cell> Row(ReportContext context, LocalText name, IReadOnlyList<ClaimRef> claims, string item) =>
        Row(
            name,
            CommonTexts.Lines(claims.Select(c => Prose.Within(context.Place(c), ClaimSection.Anchor(c)))),
            [.. context.NumbersOf(item)]
        );

    private static IReadOnlyList<Cell> Row(LocalText name, Cell claims, IReadOnlyList<Assumption> numbers)
    {
        Cell Count<TSource>()
            where TSource : Source => LocalText.Same(numbers.Count(a => a.Source is TSource).ToString("N0"));
        return [name, claims, Count<FromArticle>(), Count<Calibrated>(), Count<Judgement>(), Count<NotStated>()];
    }
}
