using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>Deals that the articles report, and how the private companies fare.</summary>
internal static class DealSection
{
    public static Section? Build(ReportContext context)
    {
        var deals = context.Model.Theses.SelectMany(t => t.Deals).ToList();
        var companies = context.Results.Base.PrivateCompanies;
        if (deals.Count == 0 && companies.Count == 0)
            return null;
        List<Block> blocks = [];
        if (deals.Count > 0)
            blocks.Add(Deals(context, deals));
        var events = deals.Where(d => d.Event is not null).Select(d => d.Event!).ToList();
        if (events.Count > 0)
        {
            blocks.Add(new Subheading(new("Deals that are simulated", "参与模拟的交易")));
            blocks.AddRange(RiskSection.Events(context, events));
            var effects = RiskSection.Effects(context, events).ToList();
            if (effects.Count > 0)
                blocks.Add(new Fold(new("What the deals do to each portfolio", "各笔交易对组合的影响"), effects));
        }

        if (companies.Count > 0)
        {
            blocks.Add(new Subheading(new("Private companies", "未上市公司")));
            var atMiddle = companies.Where(c => c.Horizon == context.MiddleHorizon).ToList();
            var others = companies.Except(atMiddle).ToList();
            if (atMiddle.Count > 0)
                blocks.Add(Companies(atMiddle));
            if (others.Count > 0)
                blocks.Add(new Fold(new("The same at the other horizons", "其他期限"), [Companies(others)]));
        }

        return new("deals", new("Deals and private companies", "交易与未上市公司"), new("Deals", "交易"), blocks);
    }

    private static Table Deals(ReportContext context, IReadOnlyList<Deal> deals) =>
        new(
            [
                new LocalText("Deal", "交易"),
                new Column(new("In the article", "文章出处"), Wide: true),
                new Column(new("Announced", "公布日"), Numeric: true),
                new Column(
                    Sentence.Plain("Amount, billions of {currency}", "金额，十亿 {currency}", ("currency", context.Scenario.Currency)),
                    Numeric: true
                ),
                new Column(new("Probability in the simulation", "模拟中的概率"), Numeric: true),
            ],
            [
                .. deals.Select(d =>
                    (IReadOnlyList<Cell>)
                        [
                            d.Name,
                            context.Quote(d.Claim),
                            d.Announced is { } day ? CommonTexts.Date(day) : new LocalText("no date given", "未给日期"),
                            d.Amount is { } amount ? FormattedFigure.Number(amount) : LocalText.Same("–"),
                            d.Event is null ? new LocalText("moves nothing", "不影响任何数值") : EventTexts.Probability(context, d.Event),
                        ]
                ),
            ]
        );

    private static Table Companies(IReadOnlyList<PrivateCompanyResult> companies) =>
        new(
            [
                new LocalText("Company", "公司"),
                new LocalText("By", "截止"),
                new Column(new("Listed", "已上市"), Numeric: true),
                new Column(new("Sold", "被收购"), Numeric: true),
                new Column(new("Failed", "失败"), Numeric: true),
                new Column(new("Still private", "仍未上市"), Numeric: true),
                new Column(new("A down round so far", "曾降价融资"), Numeric: true),
            ],
            [
                .. companies.Select(c =>
                    (IReadOnlyList<Cell>)
                        [
                            c.Company.Name,
                            c.Horizon is { } horizon ? CommonTexts.Span(horizon.Tenor) : new LocalText("end of simulation", "模拟结束"),
                            FormattedFigure.Percent(c.Listed).AsCell(),
                            FormattedFigure.Percent(c.Sold).AsCell(),
                            FormattedFigure.Percent(c.Failed).AsCell(),
                            FormattedFigure.Percent(c.StillPrivate).AsCell(),
                            FormattedFigure.Percent(c.DownRounds).AsCell(),
                        ]
                ),
            ]
        );
}
