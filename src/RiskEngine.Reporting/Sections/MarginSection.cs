using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>How likely calls for margin are, of portfolios that owe something, by case and horizon.</summary>
internal static class MarginSection
{
    public static Section? Build(ReportContext context)
    {
        var owing = context.Model.Portfolios.Where(p => p.Owes).ToArray();
        if (owing.Length == 0)
            return null;
        List<Block> blocks =
        [
            new Paragraph(
                new LocalText(
                    "What is owed (shares sold short, cash borrowed) grows by its own price and by what owing it costs. Losses may "
                        + "therefore exceed 100%: equity below zero is still owed, and the simulation holds every position to the horizon, "
                        + "through calls for margin as well. Drawdowns end at 100%.",
                    "所欠部分（卖空的股票、借入的现金）随其价格与借入成本增长，因此亏损可能超过100%：净值低于零时仍须偿还；模拟中所有头寸"
                        + "均持有至期末，即使其间被追加保证金。回撤以100%为限。"
                )
            ),
        ];
        var rows = context.Results.Cases.SelectMany(c => c.Margins.Select(m => Row(c, m))).ToArray();
        if (rows.Length > 0)
        {
            blocks.Add(
                new Paragraph(
                    new LocalText(
                        "Probability that equity falls below the maintenance ratio at any time until then: equity as a part of what is "
                            + "owned and owed, cash aside.",
                        "至各期限为止净值率（净值占持有与所欠之和的比例，现金除外）曾低于维持保证金率的概率。"
                    )
                )
            );
            blocks.Add(
                new Table(
                    [
                        new LocalText("Portfolio", "组合"),
                        new LocalText("Case", "情景"),
                        new Column(new("Equity today", "当前净值率"), Numeric: true),
                        new Column(new("Maintenance", "维持保证金率"), Numeric: true),
                        .. context.Scenario.Horizons.Select(h => new Column(CommonTexts.Span(h.Tenor), Numeric: true)),
                    ],
                    rows
                )
            );
        }

        return new("margin", new("Margin", "保证金"), new("Margin", "保证金"), blocks);
    }

    private static IReadOnlyList<Cell> Row(CaseResult of, MarginResult margin) =>
        [
            margin.Portfolio.Name,
            of.Case.Name,
            FormattedFigure.Rounded(margin.EquityRatio),
            FormattedFigure.Rounded(margin.Portfolio.Maintenance!.Value),
            .. margin.Calls.Select(c => FormattedFigure.Percent(c.Probability).AsCell()),
        ];
}
