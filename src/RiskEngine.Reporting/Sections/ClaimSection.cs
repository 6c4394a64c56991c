using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>Claim by claim: what rests on each sentence of the articles, and which of them, if false, changes the answer most.</summary>
internal static class ClaimSection
{
    public const string Id = "claims";
    private const int MostDrawn = 10;
    private const int MostRanked = 15;

    public static Section? Build(ReportContext context)
    {
        if (context.Results.Attribution is not { Claims.Count: > 0 } attribution)
            return null;
        var ranked = attribution.Claims.Where(c => c.Effects.Count > 0).ToList();
        List<Block> blocks = [];
        if (ranked.Count > 0)
        {
            blocks.Add(new Paragraph(Said(context, ranked[0])));
            blocks.Add(
                new Paragraph(
                    new Text(
                        "If false means: a forecast market stays where it is today while prices go on expecting the forecast; those "
                            + "said to gain or lose do neither; a named risk never strikes; a deal does not close; advice that rests "
                            + "on the claim is not followed. "
                            + "Each world is compared with the base case path by path on the same random numbers; a minus under mean "
                            + "profit says that the portfolio lives on the claim, a plus that the claim costs it. All differences "
                            + "are in percentage points.",
                        "“若不成立”指：所预测的市场停在今日水平而价格仍按预测定价；所称受益或受损者不受影响；所列风险不发生；交易不完成；以该主张为依据的建议不执行。"
                            + "每个世界与基准情景以同一组随机数逐路径比较；平均收益下的负号表示组合靠该主张获益，正号表示该主张使组合受损。差异均以百分点计。"
                    )
                )
            );
            blocks.Add(Chart(context, ranked));
            blocks.Add(Ranking(context, [.. ranked.Take(MostRanked)]));
            blocks.Add(
                new Fold(
                    new("What changes in losses, as held and following all", "对亏损的影响：维持现状与遵循全部"),
                    [.. Losses(context, [.. ranked.Take(MostRanked)])]
                )
            );
            if (ranked.Count > MostRanked)
                blocks.Add(
                    new Fold(
                        new(
                            $"The other {ranked.Count - MostRanked} claims that move a figure",
                            $"其余 {ranked.Count - MostRanked} 条有影响的主张"
                        ),
                        [Ranking(context, [.. ranked.Skip(MostRanked)])]
                    )
                );
        }

        blocks.Add(
            new Fold(
                new(
                    $"From claim to figures: what rests on each of {attribution.Claims.Count} claims",
                    $"由主张到数字：{attribution.Claims.Count} 条主张各支撑什么"
                ),
                [Uses(context, attribution.Claims)]
            )
        );
        blocks.Add(
            new Fold(new("From figures to claims: what each item rests on", "由数字到主张：每一项依据什么"), [FigureTrace.Build(context)])
        );
        return new(Id, new("Which sentence carries the answer", "哪句话支撑了结论"), new("Claim by claim", "逐条主张"), blocks);
    }

    public static string Anchor(ClaimRef claim) => $"claim-{claim.Thesis}-{claim.Claim}";

    private static ClaimRef Ref(ClaimResult claim) => new(claim.Thesis.Id, claim.Claim.Id);

    private static ClaimEffect? Following(ClaimResult claim, string portfolio) =>
        claim.Effects.LastOrDefault(e => string.Equals(e.Portfolio.Id.Value, portfolio, StringComparison.Ordinal));

    private static Prose Said(ReportContext context, ClaimResult first)
    {
        var effect = first.Effects.Where(e => e.Variant.Kind == first.Effects[^1].Variant.Kind).MaxBy(e => Math.Abs(e.Change.Mean.Value))!;
        var how =
            effect.Variant.Kind == VariantKind.AsHeld
                ? new Text("” as held after ", "”（维持现状）在 ")
                : new Text("” with all advice followed after ", "”（遵循全部建议）在 ");
        return new Text("The claim that changes the answer most if it is false: ", "若不成立、对结论影响最大的主张：")
            + context.Quote(Ref(first))
            + new Text(" Without it the mean profit of the portfolio “", "没有它，组合“")
            + CommonTexts.Of(effect.Portfolio.Name)
            + how
            + CommonTexts.Span(context.MiddleHorizon.Tenor)
            + new Text(" changes by ", "后的平均收益改变 ")
            + FormattedFigure.Points(effect.Change.Mean).Inline(new(" points", " 个百分点"))
            + new Text(", ES 95% by ", "，95% ES 改变 ")
            + FormattedFigure.Points(effect.Change.Es95).Inline(new(" points", " 个百分点"))
            + new Text(".", "。");
    }

    private static Figure Chart(ReportContext context, IReadOnlyList<ClaimResult> ranked)
    {
        var portfolios = context.Results.Base.Portfolios.Select(p => p.Portfolio).ToList();
        return new(
            new EffectsChart(
                AxisFormat.Points,
                [.. portfolios.Select(p => CommonTexts.Of(p.Name))],
                [
                    .. ranked
                        .Take(MostDrawn)
                        .Select(c => new DotRow(
                            Short(c) + CommonTexts.InBrackets(context.Place(Ref(c))),
                            [.. portfolios.Select(p => Following(c, p.Id.Value) is { } e ? FormattedFigure.AsDot(e.Change.Mean) : null)]
                        )),
                ]
            ),
            new Text("What changes in the mean profit after ", "若主张不成立，")
                + CommonTexts.Span(context.MiddleHorizon.Tenor)
                + new Text(
                    " if the claim is false, all recommendations followed, in percentage points, with 95% intervals. The ten that "
                        + "change most.",
                    "后的平均收益改变多少（遵循全部建议，百分点），附 95% 区间。影响最大的十条。"
                )
        );
    }

    /// <summary>A claim in few words: what rests on it.</summary>
    private static Text Short(ClaimResult claim)
    {
        var use =
            claim.Uses.FirstOrDefault(u => u.Kind is ClaimUseKind.Forecast or ClaimUseKind.Risk or ClaimUseKind.Deal)
            ?? claim.Uses.FirstOrDefault(u => u.Kind == ClaimUseKind.Recommendation)
            ?? claim.Uses[0];
        return KindOf(use.Kind) + CommonTexts.Colon + CommonTexts.Of(use.Name);
    }

    private static Table Ranking(ReportContext context, IReadOnlyList<ClaimResult> claims)
    {
        var portfolios = context.Results.Base.Portfolios.Select(p => p.Portfolio).ToList();
        List<Column> columns =
        [
            new Column(new("If this is false", "若此不成立"), Wide: true),
            new Column(new("What goes with it", "随之失去"), Wide: true),
        ];
        columns.AddRange(
            portfolios.Select(p => new Column(CommonTexts.Of(p.Name) + new Text(": mean profit", "：平均收益"), Numeric: true))
        );
        return new(
            columns,
            [
                .. claims.Select(c =>
                {
                    List<Cell> row =
                    [
                        context.Quote(Ref(c)),
                        CommonTexts.Lines(
                            c.Uses.Where(Moves).Select(u => (Prose)(KindOf(u.Kind) + CommonTexts.Colon + CommonTexts.Of(u.Name)))
                        ),
                    ];
                    row.AddRange(
                        portfolios.Select(p =>
                            Following(c, p.Id.Value) is { } e ? FormattedFigure.Points(e.Change.Mean).AsCell() : Cell.Empty
                        )
                    );
                    return (IReadOnlyList<Cell>)row;
                }),
            ]
        );
    }

    /// <summary>What changes in losses too, a table a portfolio: as held and following all.</summary>
    private static IEnumerable<Block> Losses(ReportContext context, IReadOnlyList<ClaimResult> claims)
    {
        foreach (var p in context.Results.Base.Portfolios)
        {
            List<Column> columns = [CommonTexts.Of(p.Portfolio.Name)];
            foreach (var variant in p.IsChanged() ? new[] { CommonTexts.Held, CommonTexts.Following } : [CommonTexts.Held])
            {
                columns.Add(new(variant + new Text(": mean profit", "：平均收益"), Numeric: true));
                columns.Add(new(variant + new Text(": ES 95%", "：95% ES"), Numeric: true));
                columns.Add(new(variant + new Text(": probability of loss", "：亏损概率"), Numeric: true));
            }

            yield return new Table(
                columns,
                [
                    .. claims.Select(c =>
                        (IReadOnlyList<Cell>)
                            [
                                Short(c) + CommonTexts.InBrackets(context.Place(Ref(c))),
                                .. c
                                    .Effects.Where(e => e.Portfolio.Id == p.Portfolio.Id)
                                    .SelectMany(e =>
                                        new[]
                                        {
                                            FormattedFigure.Points(e.Change.Mean).AsCell(),
                                            FormattedFigure.Points(e.Change.Es95).AsCell(),
                                            FormattedFigure.Points(e.Change.LossProbability).AsCell(),
                                        }
                                    ),
                            ]
                    ),
                ]
            );
        }
    }

    private static bool Moves(ClaimUse use) =>
        use.Kind is ClaimUseKind.Forecast or ClaimUseKind.Exposure or ClaimUseKind.Risk or ClaimUseKind.Deal or ClaimUseKind.Recommendation;

    private static Table Uses(ReportContext context, IReadOnlyList<ClaimResult> claims) =>
        new(
            [
                new Column(new("Claim, in our words", "主张（转述）"), Wide: true),
                new Text("Place", "出处"),
                new Column(new("What rests on it", "支撑的内容"), Wide: true),
            ],
            [
                .. claims
                    .OrderBy(c => c.Thesis.Id.Value, StringComparer.Ordinal)
                    .ThenBy(c => c.Claim.Line)
                    .Select(c =>
                        (IReadOnlyList<Cell>)
                            [
                                new Cell(CommonTexts.Of(c.Claim.Says)) { Anchor = Anchor(Ref(c)) },
                                context.Place(Ref(c)),
                                CommonTexts.Lines(c.Uses.Select(u => (Prose)(KindOf(u.Kind) + CommonTexts.Colon + CommonTexts.Of(u.Name)))),
                            ]
                    ),
            ],
            Filterable: true
        );

    private static Text KindOf(ClaimUseKind kind) =>
        kind switch
        {
            ClaimUseKind.Forecast => new("Forecast", "预测路径"),
            ClaimUseKind.Exposure => new("Who gains or loses", "受益或受损"),
            ClaimUseKind.Risk => new("Risk", "风险"),
            ClaimUseKind.Deal => new("Deal", "交易"),
            ClaimUseKind.Recommendation => new("Advice", "建议"),
            ClaimUseKind.Prediction => new("Prediction", "预判"),
            ClaimUseKind.Indicator => new("Indicator", "指标"),
            ClaimUseKind.Number => new("Number", "数字"),
            _ => new("Check", "核对"),
        };
}
