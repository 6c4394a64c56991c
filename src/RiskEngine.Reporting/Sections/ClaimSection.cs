using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>Claim by claim: what rests on each sentence of the articles, and which of them, if false, changes the answer most.</summary>
internal static class ClaimSection
{
    public const string Id = "claims";
    private const int MostRanked = 15;

    public static Section? Build(ReportContext context)
    {
        if (context.Results.Attribution is not { Claims.Count: > 0 } attribution)
            return null;
        var ranked = attribution.Claims.Where(c => c.Effects.Count > 0).ToList();
        List<Block> blocks = [];
        if (ranked.Count > 0)
        {
            blocks.Add(new Paragraph(Finding(context, ranked[0])));
            blocks.Add(
                new Paragraph(
                    new LocalText(
                        "If false means: a forecast market stays where it is today while prices go on expecting the forecast; those "
                            + "said to gain or lose do neither; a named risk never occurs; a deal does not close; advice that rests "
                            + "on the claim is not followed. "
                            + "Each such run is compared with the base case path by path on the same random numbers; a minus under mean "
                            + "profit says that the portfolio lives on the claim, a plus that the claim costs it. All differences "
                            + "are in percentage points.",
                        "“若不成立”指：所预测的市场停在今日水平而价格仍按预测定价；所称受益或受损者不受影响；所列风险不发生；交易不完成；以该主张为依据的建议不执行。"
                            + "每次这样的模拟与基准情景以同一组随机数逐路径比较；平均收益下的负号表示组合靠该主张获益，正号表示该主张使组合受损。差异均以百分点计。"
                    )
                )
            );
            blocks.Add(ClaimTornado.Mean(context, ranked));
            blocks.Add(ClaimTornado.Es95(context, ranked));
            blocks.AddRange(ClaimBreakEvenTable.Build(context, ranked));
            blocks.Add(Ranking(context, [.. ranked.Take(MostRanked)]));
            blocks.Add(
                new Fold(
                    new("What changes in losses, as held and following all", "对亏损的影响：维持现状与遵循全部"),
                    [.. Losses(context, [.. ranked.Take(MostRanked)])]
                )
            );
            if (ranked.Count > MostRanked)
            {
                blocks.Add(
                    new Fold(
                        Sentence.Plain(
                            "The other {ranked} claims that move a figure",
                            "其余 {ranked} 条有影响的主张",
                            ("ranked", $"{ranked.Count - MostRanked}")
                        ),
                        [Ranking(context, [.. ranked.Skip(MostRanked)])]
                    )
                );
            }
        }

        blocks.Add(
            new Fold(
                Sentence.Plain(
                    "From claim to figures: what rests on each of {claims} claims",
                    "由主张到数字：{claims} 条主张各支撑什么",
                    ("claims", $"{attribution.Claims.Count}")
                ),
                [Uses(context, attribution.Claims)]
            )
        );
        blocks.Add(
            new Fold(new("From figures to claims: what each item rests on", "由数字到主张：每一项依据什么"), [FigureTrace.Build(context)])
        );
        return new(
            Id,
            new("Claim sensitivity: which sentence carries the answer", "主张敏感性：哪句话支撑了结论"),
            new("Claim sensitivity", "主张敏感性"),
            blocks
        );
    }

    public static string Anchor(ClaimRef claim) => $"claim-{claim.Thesis}-{claim.Claim}";

    public static ClaimRef Ref(ClaimResult claim) => new(claim.Thesis.Id, claim.Claim.Id);

    public static ClaimEffect? Following(ClaimResult claim, string portfolio) =>
        claim.Effects.LastOrDefault(e => string.Equals(e.Portfolio.Id.Value, portfolio, StringComparison.Ordinal));

    private static Prose Finding(ReportContext context, ClaimResult first)
    {
        var effect = first.Effects.Where(e => e.Variant.Kind == first.Effects[^1].Variant.Kind).MaxBy(e => Math.Abs(e.Change.Mean.Value))!;
        var how =
            effect.Variant.Kind == VariantKind.AsHeld
                ? new LocalText("” as held after ", "”（维持现状）在 ")
                : new LocalText("” with all advice followed after ", "”（遵循全部建议）在 ");
        return Sentence.Of(
            "The claim that changes the answer most if it is false: {first} Without it the mean profit of the portfolio "
                + "“{portfolio}{how}{span} changes by {mean}, ES 95% by {es95}.",
            "若不成立、对结论影响最大的主张：{first}没有它，组合“{portfolio}{how}{span}后的平均收益改变 {mean}，95% ES 改变 {es95}。",
            ("first", context.Quote(Ref(first))),
            ("portfolio", effect.Portfolio.Name),
            ("how", how),
            ("span", CommonTexts.Span(context.MiddleHorizon.Tenor)),
            ("mean", FormattedFigure.Points(effect.Change.Mean).Inline(new(" points", " 个百分点"))),
            ("es95", FormattedFigure.Points(effect.Change.Es95).Inline(new(" points", " 个百分点")))
        );
    }

    /// <summary>A claim in few words: what rests on it.</summary>
    public static LocalText Short(ClaimResult claim)
    {
        var use =
            claim.Uses.FirstOrDefault(u => u.Kind is ClaimUseKind.Forecast or ClaimUseKind.Risk or ClaimUseKind.Deal)
            ?? claim.Uses.FirstOrDefault(u => u.Kind == ClaimUseKind.Recommendation)
            ?? claim.Uses[0];
        return Sentence.Plain("{kind}: {use}", "{kind}：{use}", ("kind", KindOf(use.Kind)), ("use", use.Name));
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
            portfolios.Select(p => new Column(
                Sentence.Plain("{portfolio}: mean profit", "{portfolio}：平均收益", ("portfolio", p.Name)),
                Numeric: true
            ))
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
                            c.Uses.Where(Moves)
                                .Select(u =>
                                    (Prose)(Sentence.Plain("{kind}: {use}", "{kind}：{use}", ("kind", KindOf(u.Kind)), ("use", u.Name)))
                                )
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
            List<Column> columns = [p.Portfolio.Name];
            foreach (var variant in p.IsChanged() ? new[] { CommonTexts.Held, CommonTexts.Following } : [CommonTexts.Held])
            {
                columns.Add(new(Sentence.Plain("{variant}: mean profit", "{variant}：平均收益", ("variant", variant)), Numeric: true));
                columns.Add(new(Sentence.Plain("{variant}: ES 95%", "{variant}：95% ES", ("variant", variant)), Numeric: true));
                columns.Add(
                    new(Sentence.Plain("{variant}: probability of loss", "{variant}：亏损概率", ("variant", variant)), Numeric: true)
                );
            }

            yield return new Table(
                columns,
                [
                    .. claims.Select(c =>
                        (IReadOnlyList<Cell>)
                            [
                                Sentence.Plain(
                                    "{claim} ({place})",
                                    "{claim}（{place}）",
                                    ("claim", Short(c)),
                                    ("place", context.Place(Ref(c)))
                                ),
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
                new LocalText("Place", "出处"),
                new Column(new("What rests on it", "支撑的内容"), Wide: true),
            ],
            [
                .. claims
                    .OrderBy(c => c.Thesis.Id.Value, StringComparer.Ordinal)
                    .ThenBy(c => c.Claim.Line)
                    .Select(c =>
                        (IReadOnlyList<Cell>)
                            [
                                new Cell(c.Claim.Says) { Anchor = Anchor(Ref(c)) },
                                context.Place(Ref(c)),
                                CommonTexts.Lines(
                                    c.Uses.Select(u =>
                                        (Prose)(Sentence.Plain("{kind}: {use}", "{kind}：{use}", ("kind", KindOf(u.Kind)), ("use", u.Name)))
                                    )
                                ),
                            ]
                    ),
            ],
            Filterable: true
        );

    private static LocalText KindOf(ClaimUseKind kind) =>
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
