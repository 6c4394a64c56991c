using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>What each indicator's reading says of the thesis and of profits.</summary>
internal static class IndicatorInformationSection
{
    public static Section? Build(ReportContext context)
    {
        if (context.Results.Attribution is not { } attribution)
            return null;
        var informations = attribution.Indicators.Where(i => i.Readings.Count > 0).OrderByDescending(Difference).ToList();
        if (informations.Count == 0)
            return null;
        List<Block> blocks = [new Paragraph(Finding(context, informations))];
        if (informations.Exists(t => t.Readings[0].Kind == ReadingKind.MostInformative))
            blocks.Add(Chart(informations));
        blocks.Add(Table(context, [.. informations.Select(t => (t, t.Readings[0]))], withAdvice: false));
        var named = informations.SelectMany(t => t.Readings.Where(r => r.Kind != ReadingKind.MostInformative).Select(r => (t, r))).ToList();
        blocks.Add(
            new Fold(
                new("What following the advice adds on either side", "两边各自遵循建议的增减"),
                [Table(context, [.. informations.Select(t => (t, t.Readings[0]))], withAdvice: true)]
            )
        );
        if (named.Count > 0)
        {
            blocks.Add(
                new Fold(
                    new("The same at the confirming and refuting levels of the scenario file", "情景文件所列证实与证伪水平处的情况"),
                    [Table(context, named, withAdvice: true)]
                )
            );
        }

        blocks.Add(new Paragraph(Method(informations)));
        return new(
            "information-value",
            new("Value of information: what would change the conclusion", "信息价值：什么会改变结论"),
            new("Value of information", "信息价值"),
            blocks
        );
    }

    private static double Difference(IndicatorInformation information) =>
        information.Readings[0] is { Kind: ReadingKind.MostInformative } r
            ? Math.Abs(r.Above.ThesisTrue.Value - r.Below.ThesisTrue.Value)
            : -1;

    private static Prose Finding(ReportContext context, List<IndicatorInformation> informations)
    {
        var said = (Prose)
            new LocalText(
                "A thesis (what an article argues) counts as come true on a path where more than half of its dated predictions do. ",
                "论点即文章的主旨：若一条路径上过半数有日期的预判实现，则视为成立。"
            );
        if (informations[0].Readings[0] is not { Kind: ReadingKind.MostInformative } most)
            return said;
        var factor = context.Factor(informations[0].Indicator.Factor);
        return said
            + Sentence.Of(
                "The reading that moves its probability most: {indicator} on {date} above {factor} makes it {thesisTrue}, at or "
                    + "below {thesisTrue2}; without looking it is {thesisTrue3}.",
                "最能改变其概率的读数：{indicator}（{date}）高于 {factor} 时为 {thesisTrue}，不高于时为 {thesisTrue2}；不看读数为 {thesisTrue3}。",
                ("indicator", Prose.Strong(informations[0].Indicator.Name)),
                ("date", $"{informations[0].Indicator.Date:yyyy-MM-dd}"),
                ("factor", FactorTexts.Bare(factor, most.Level)),
                ("thesisTrue", FormattedFigure.Percent(most.Above.ThesisTrue).Inline()),
                ("thesisTrue2", FormattedFigure.Percent(most.Below.ThesisTrue).Inline()),
                ("thesisTrue3", FormattedFigure.Percent(informations[0].ThesisTrue).Inline())
            );
    }

    private static Figure Chart(List<IndicatorInformation> informations)
    {
        var drawn = informations.Where(t => t.Readings[0].Kind == ReadingKind.MostInformative).ToList();
        static double Apart(IndicatorInformation t) =>
            Math.Abs(t.Readings[0].Above.ThesisTrue.Value - t.Readings[0].Below.ThesisTrue.Value);
        return new(
            new CasesChart(
                AxisFormat.Percent,
                [new("read above the level", "读数高于该水平"), new("at or below it", "不高于该水平")],
                [
                    .. drawn.Select(t => new DotRow(
                        t.Indicator.Name,
                        [FormattedFigure.AsDot(t.Readings[0].Above.ThesisTrue), FormattedFigure.AsDot(t.Readings[0].Below.ThesisTrue)]
                    )),
                ]
            ),
            new LocalText(
                "Probability that the thesis comes true, given what the indicator reads, with 95% intervals; at the level that tells "
                    + "most. Where the bars of the two overlap, the indicator tells little or nothing.",
                "给定指标读数时论点成立的概率，附 95% 区间；取最能说明问题的水平。两条区间重叠，则该指标几乎没有信息。"
            )
        )
        {
            Title = drawn.Where(t => double.IsFinite(Apart(t))).MaxBy(Apart) is { } most
                ? Sentence.Plain(
                    "{indicator} tells most: its two readings set the thesis {points} points apart",
                    "{indicator}最能说明问题：两种读数使论点概率相差 {points} 个百分点",
                    ("indicator", most.Indicator.Name),
                    ("points", Digits.Write(100 * Apart(most), 0))
                )
                : null,
        };
    }

    private static Table Table(
        ReportContext context,
        IReadOnlyList<(IndicatorInformation Information, IndicatorReading Reading)> rows,
        bool withAdvice
    )
    {
        List<Column> columns =
        [
            new LocalText("Indicator", "指标"),
            new Column(new("Reading", "读数"), Numeric: true),
            new Column(new("How likely", "可能性"), Numeric: true),
            new Column(new("Thesis comes true", "论点成立"), Numeric: true),
        ];
        foreach (var p in context.Results.Base.Portfolios)
        {
            columns.Add(
                new(
                    Sentence.Plain("{portfolio}: mean profit as held", "{portfolio}：维持现状的平均收益", ("portfolio", p.Portfolio.Name)),
                    Numeric: true
                )
            );
            if (withAdvice && p.IsChanged())
                columns.Add(new(new("following adds, points", "遵循建议增加（百分点）"), Numeric: true));
        }

        return new(
            columns,
            [
                .. rows.SelectMany(r =>
                    new[]
                    {
                        Row(context, r.Information, r.Reading, true, withAdvice),
                        Row(context, r.Information, r.Reading, false, withAdvice),
                    }
                ),
            ]
        );
    }

    private static List<Cell> Row(
        ReportContext context,
        IndicatorInformation information,
        IndicatorReading reading,
        bool above,
        bool withAdvice
    )
    {
        var side = above ? reading.Above : reading.Below;
        var factor = context.Factor(information.Indicator.Factor);
        List<Cell> row =
        [
            above
                ? new Cell(
                    information.Indicator.Name,
                    (Prose)(
                        Sentence.Plain(
                            "{factor}{date}, profits after {span}",
                            "{factor}{date}，收益期限 {span}",
                            ("factor", FactorOf(factor)),
                            ("date", CommonTexts.Date(information.Indicator.Date)),
                            ("span", CommonTexts.Span(information.Horizon.Tenor))
                        )
                    )
                )
                : Cell.Empty,
            above
                ? Sentence.Plain("above {level}", "高于 {level}", ("level", FactorTexts.Bare(factor, reading.Level)))
                : Sentence.Plain("up to {level}", "不高于 {level}", ("level", FactorTexts.Bare(factor, reading.Level))),
            FormattedFigure.Percent(side.Probability).AsCell(),
            FormattedFigure.Percent(side.ThesisTrue).AsCell(),
        ];
        foreach (var p in context.Results.Base.Portfolios)
        {
            var profit = side.Profits.First(f => f.Portfolio.Id == p.Portfolio.Id);
            row.Add(FormattedFigure.Percent(profit.AsHeld, withPlus: true).AsCell());
            if (withAdvice && p.IsChanged())
                row.Add(FormattedFigure.Points(profit.FollowingAdds).AsCell());
        }

        return row;
    }

    /// <summary>The unit of the reading, where it is not a share.</summary>
    private static LocalText FactorOf(RiskFactor? factor) =>
        factor is null || factor.IsShare || factor.Unit.English.Length == 0
            ? LocalText.Same("")
            : Sentence.Plain("{unit}; ", "{unit}；", ("unit", factor.Unit));

    private static LocalText Method(List<IndicatorInformation> informations)
    {
        var others = informations
            .Where(t => t.Judged.Count > 0 && t.Thesis.Predictions.Count == 0)
            .Select(t => LocalText.Same(t.Thesis.Id.Value))
            .Distinct()
            .ToList();
        var said = new LocalText(
            "Paths of the base case, split by the indicator's value on its date. The level that tells most is the one of its 10%, 15%, "
                + "... 90% quantiles at which the two sides differ most; being chosen, its intervals are a little too narrow. "
                + "Profits are those of the first horizon on that date or later, from today.",
            "按指标在其日期的数值把基准情景的路径分成两边。“最能说明问题”的水平取自其 10%、15%……90% 分位数中两边差异最大者；因经挑选，区间略窄。收益取该日期当天或之后的第一个期限，自今日起算。"
        );
        return others.Count == 0
            ? said
            : Sentence.Plain(
                "{said} An article without predictions of its own is judged by those of all: {list}.",
                "{said}自身没有预判的文章以全部文章的预判衡量：{list}。",
                ("said", said),
                ("list", CommonTexts.Join(others, CommonTexts.Comma))
            );
    }
}
