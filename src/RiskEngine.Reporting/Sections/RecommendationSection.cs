using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>Each recommendation: what it changes, what it is made of, and what it does alone and as the last one added.</summary>
internal static class RecommendationSection
{
    public static Section? Build(ReportContext context)
    {
        var all = context.Model.Recommendations.ToList();
        if (all.Count == 0)
            return null;
        List<Block> blocks = [];
        var portfolios = context.Results.Base.Portfolios.Where(p => p.RecommendationEffects.Count > 0).ToList();
        if (portfolios.Count > 0)
        {
            blocks.Add(
                new Paragraph(
                    new LocalText(
                        "Each recommendation is an overlay: a dated trade on top of the portfolio. What it changes is measured path by "
                            + "path on the same random numbers, so small effects show. "
                            + "Overlays add up: what one changes in the mean profit is the same whether it is followed alone or with "
                            + "all others.",
                        "每条建议是叠加在组合之上的一笔有日期的交易。影响以同一组随机数逐路径比较，因此微小的影响也能显现。各笔交易可相加：一条建议对平均收益的影响，单独遵循与连同其余建议一起遵循时相同。"
                    )
                )
            );
            blocks.AddRange(portfolios.Select(p => CommonTexts.About(p.Portfolio, context.ByHorizon(h => [Chart(context, p, h)]))));
            blocks.AddRange(portfolios.Select(p => AllocationFigure.Of(context, p.Portfolio)).OfType<Block>());
            blocks.AddRange(context.ByHorizon(h => [new Fold(new("The figures", "具体数字"), [Means(context, portfolios, h)])]));
            blocks.Add(AdviceChain.Build(context, portfolios, r => Trade(context, r)));
        }

        if (ReadingTable.Build(context, all) is { } readings)
        {
            blocks.Add(
                new Fold(
                    new("What else the articles' words may mean, and whether it matters", "文字还可作何理解，是否影响结论"),
                    [readings]
                )
            );
        }

        blocks.Add(new Fold(new("What is traded, and where the article says so", "交易内容与文章出处"), [Trades(context, all)]));
        if (portfolios.Count > 0)
        {
            var explained = new Paragraph(
                new LocalText(
                    "ES and the probability of loss do not add up, so both are given. Alone: only this advice is followed, "
                        + "compared with the portfolio as held. Last: all is followed, compared with all but this.",
                    "ES 与亏损概率不可相加，因此两种都列出。“单独”：只遵循该条，与维持现状相比；“最后”：遵循全部，与缺少该条相比。"
                )
            );
            blocks.AddRange(
                portfolios.Select(p =>
                    CommonTexts.About(
                        p.Portfolio,
                        new Fold(
                            Sentence.Plain(
                                "Effect at each horizon, and on losses: {portfolio}",
                                "各期限的影响，以及对亏损的影响：{portfolio}",
                                ("portfolio", p.Portfolio.Name)
                            ),
                            [explained, Effects(context, p)]
                        )
                    )
                )
            );
        }

        return new(
            "recommendations",
            new("Recommendations: what each one changes", "建议：每条改变什么"),
            new("Recommendations", "建议"),
            blocks
        )
        {
            Unmoved = [Choice.Case],
        };
    }

    private static Table Trades(ReportContext context, IReadOnlyList<Recommendation> all) =>
        new(
            [
                new LocalText("Recommendation", "建议"),
                new Column(new("In the article, in our words", "文章出处（转述）"), Wide: true),
                new Column(new("Trade", "交易"), Wide: true),
                new Column(new("Part of the portfolio", "占组合"), Numeric: true),
                new Column(new("From, until", "起止"), Numeric: true),
            ],
            [
                .. all.Select(r =>
                    (IReadOnlyList<Cell>)
                        [
                            new Cell(r.Name) { Anchor = ReportContext.Anchor(r) },
                            CommonTexts.Lines(r.Claims.Select(context.Quote)),
                            r.IsTraded
                                ? Trade(context, r)
                                : new Cell(new LocalText("watch only: listed, not simulated", "仅观察：列出但不模拟")),
                            r.IsTraded ? FormattedFigure.Known(r.Size) : LocalText.Same("–"),
                            r.IsTraded ? new Cell(CommonTexts.Date(r.From), (Prose)CommonTexts.Date(r.Until)) : LocalText.Same("–"),
                        ]
                ),
            ]
        );

    private static Cell Trade(ReportContext context, Recommendation r)
    {
        var isSale = r.Conviction.Direction == Direction.Reduce;
        var targets = r.Targets.Select(t =>
            isSale
                ? context.Name(t.Instrument)
                : Sentence.Plain(
                    "{weight} {instrument}",
                    "{weight} {instrument}",
                    ("weight", FormattedFigure.Known(t.Weight)),
                    ("instrument", context.Name(t.Instrument))
                )
        );
        var money = (isSale, r.Funding) switch
        {
            (true, Funding.ProRata) => new LocalText("money into the other positions", "所得按比例投入其余持仓"),
            (true, _) => new LocalText("money into cash", "所得留作现金"),
            (_, Funding.ProRata) => new LocalText("paid from every listed position in proportion", "资金按比例来自全部可交易持仓"),
            _ => new LocalText("paid from cash", "资金来自现金"),
        };
        var note = Sentence.Plain(
            "the article's verb is read as “{verb}”; {money}; each way costs {cost}",
            "文章的动词按 “{verb}” 处理；{money}；单边成本 {cost}",
            ("verb", r.Conviction.Verb),
            ("money", money),
            ("cost", FormattedFigure.Known(r.Cost))
        );
        return new(
            Sentence.Plain(
                "{choice}{list}",
                "{choice}{list}",
                ("choice", isSale ? new LocalText("sell ", "卖出 ") : new LocalText("buy ", "买入 ")),
                ("list", CommonTexts.Join(targets, CommonTexts.Comma))
            ),
            (Prose)note
        );
    }

    /// <summary>
    /// Recommendations at a horizon with their effects on some portfolios; the best for the first portfolio first.
    /// </summary>
    private static IEnumerable<(Recommendation Recommendation, IReadOnlyList<RecommendationEffect?> Effects)> Ordered(
        ReportContext context,
        IReadOnlyList<PortfolioResult> portfolios,
        int horizon
    ) =>
        portfolios
            .SelectMany(p => p.RecommendationEffects)
            .Where(e => e.Horizon == context.Scenario.Horizons[horizon])
            .DistinctBy(e => e.Recommendation.Id)
            .OrderByDescending(e => e.Last.Mean.Value)
            .Select(e =>
                (
                    e.Recommendation,
                    (IReadOnlyList<RecommendationEffect?>)
                        [
                            .. portfolios.Select(p =>
                                p.RecommendationEffects.FirstOrDefault(o =>
                                    o.Horizon == e.Horizon && o.Recommendation.Id == e.Recommendation.Id
                                )
                            ),
                        ]
                )
            );

    private static Figure Chart(ReportContext context, PortfolioResult portfolio, int horizon)
    {
        var effects = Ordered(context, [portfolio], horizon).Select(r => (r.Recommendation, Effect: r.Effects[0]!.Last.Mean)).ToList();
        var (best, worst) = (effects[0], effects[^1]);
        (string, TextHole)[] holes =
        [
            ("best", best.Recommendation.Name),
            ("gain", FormattedFigure.BriefPoints(best.Effect).Value),
            ("worst", worst.Recommendation.Name),
            ("loss", FormattedFigure.BriefPoints(worst.Effect).Value),
        ];
        return new(
            new BarsChart(
                AxisFormat.Points,
                [new("Change of the mean profit", "平均收益的变化")],
                [.. effects.Select(e => new DotRow(e.Recommendation.Name, [FormattedFigure.AsDot(e.Effect)]))]
            ),
            Sentence.Plain(
                "What each recommendation changes in the mean profit of {portfolio} after {span}, in percentage points of its value "
                    + "today, with 95% intervals. Right of zero is better.",
                "各条建议使{portfolio} {span}后的平均收益改变多少（占今日价值的百分点），附 95% 区间。零线右侧为更好。",
                ("portfolio", portfolio.Portfolio.Name),
                ("span", CommonTexts.Span(context.Scenario.Horizons[horizon].Tenor))
            )
        )
        {
            Title = Sentence.Plain(
                "For the mean profit the best advice is {best} ({gain} points), the weakest {worst} ({loss})",
                "就平均收益而言，最好的建议是{best}（{gain} 个百分点），最差的是{worst}（{loss}）",
                holes
            ),
        };
    }

    private static Table Means(ReportContext context, IReadOnlyList<PortfolioResult> portfolios, int horizon) =>
        new(
            [
                Sentence.Plain(
                    "Change of the mean profit after {span}, percentage points",
                    "平均收益的变化（{span}后，百分点）",
                    ("span", CommonTexts.Span(context.Scenario.Horizons[horizon].Tenor))
                ),
                .. portfolios.Select(p => new Column(p.Portfolio.Name, Numeric: true)),
            ],
            [
                .. Ordered(context, portfolios, horizon)
                    .Select(r =>
                        (IReadOnlyList<Cell>)
                            [
                                Prose.Within(r.Recommendation.Name, ReportContext.Anchor(r.Recommendation)),
                                .. r.Effects.Select(e => e is null ? Cell.Empty : FormattedFigure.Points(e.Last.Mean).AsCell()),
                            ]
                    ),
                [
                    Prose.Strong(new("All together", "合计")),
                    .. portfolios.Select(p => FormattedFigure.Points(p.FollowingEffects[horizon].Mean).AsCell()),
                ],
            ]
        );

    private static Table Effects(ReportContext context, PortfolioResult portfolio)
    {
        var horizons = context.Scenario.Horizons;
        var middle = CommonTexts.Span(context.MiddleHorizon.Tenor);
        List<Column> columns = [new LocalText("Effect in percentage points", "影响（百分点）")];
        columns.AddRange(
            horizons.Select(h => new Column(
                Sentence.Plain("mean profit, {span}", "平均收益，{span}", ("span", CommonTexts.Span(h.Tenor))),
                Numeric: true
            ))
        );
        columns.Add(new(Sentence.Plain("ES 95% alone, {middle}", "95% ES（单独），{middle}", ("middle", middle)), Numeric: true));
        columns.Add(new(Sentence.Plain("ES 95% last, {middle}", "95% ES（最后），{middle}", ("middle", middle)), Numeric: true));
        columns.Add(
            new(Sentence.Plain("probability of loss alone, {middle}", "亏损概率（单独），{middle}", ("middle", middle)), Numeric: true)
        );
        columns.Add(
            new(Sentence.Plain("probability of loss last, {middle}", "亏损概率（最后），{middle}", ("middle", middle)), Numeric: true)
        );

        var rows = portfolio
            .RecommendationEffects.GroupBy(e => e.Recommendation.Id)
            .Select(group =>
            {
                List<Cell> row = [group.First().Recommendation.Name];
                row.AddRange(
                    horizons.Select(h =>
                        group.FirstOrDefault(e => e.Horizon == h) is { } e ? FormattedFigure.Points(e.Last.Mean).AsCell() : Cell.Empty
                    )
                );
                var at = group.First(e => e.Horizon == context.MiddleHorizon);
                row.Add(FormattedFigure.Points(at.Alone.Es95).AsCell());
                row.Add(FormattedFigure.Points(at.Last.Es95).AsCell());
                row.Add(FormattedFigure.Points(at.Alone.LossProbability).AsCell());
                row.Add(FormattedFigure.Points(at.Last.LossProbability).AsCell());
                return (IReadOnlyList<Cell>)row;
            });
        return new(columns, [.. rows]);
    }
}
