using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>What is held, and what the base case expects of every instrument and why.</summary>
internal static class InstrumentSection
{
    private const int MostExposures = 4;

    public static Section Build(ReportContext context)
    {
        List<Block> blocks = [];
        foreach (var portfolio in context.Model.Portfolios)
        {
            var held = portfolio
                .Positions.OrderByDescending(p => p.Value)
                .Select(p => Held(context, FormattedFigure.Rounded(portfolio.Weight(p)), p));
            blocks.Add(
                new Paragraph(
                    Sentence.Of(
                        "{portfolio} ({portfolio2} {currency}): {list}.",
                        "{portfolio}（{portfolio2} {currency}）：{list}。",
                        ("portfolio", Prose.Strong(portfolio.Name)),
                        ("portfolio2", $"{portfolio.Value:N0}"),
                        ("currency", context.Scenario.Currency),
                        ("list", CommonTexts.Join(held, CommonTexts.Comma))
                    )
                )
            );
        }

        var decompositions = context.Results.Instruments;
        if (decompositions.Count > 0)
        {
            var span = CommonTexts.Span(context.MiddleHorizon.Tenor);
            blocks.Add(
                new Fold(
                    Sentence.Plain(
                        "Expected return and volatility of {count}, and where they come from",
                        "{count}的预期收益与波动率及其来源",
                        ("count", CommonTexts.Count(decompositions.Count, "instrument", "instruments", "种资产"))
                    ),
                    [
                        new Paragraph(
                            Sentence.Plain(
                                "Expected return a year over {span}, as logarithm of the expected value: the risk-free rate, plus "
                                    + "exposures times premiums, plus what prices do not know yet, plus what events, deals and "
                                    + "exits take or add; past means are never used. The rest is the convexity of uncertain "
                                    + "parameters and sampling error; of bonds, options and other instruments that are priced anew "
                                    + "at every date, it is what their price gains beyond the risk-free rate.",
                                "未来 {span}的年化预期收益（期望值的对数）：无风险利率，加敞口乘溢价，加价格尚未反映的部分，加事件、交易与退出的影响；从不使用历史均值。其余为参数不确定性的凸性与抽样误差；对于债券、"
                                    + "期权等逐日期重新定价的资产，则为其价格超出无风险利率的收益。",
                                ("span", span)
                            )
                        ),
                        ReturnDecompositions(context),
                    ]
                )
            );
        }

        return new("instruments", new("Holdings and expected returns", "持仓与预期收益"), new("Holdings", "持仓与资产"), blocks);
    }

    /// <summary>The instrument and, where its file calls it something else, how.</summary>
    private static LocalText Held(ReportContext context, LocalText weight, Position position)
    {
        var name = context.Name(position.Instrument);
        var isSame =
            position.Name.Length == 0 || new[] { name.English, name.Chinese }.Contains(position.Name, StringComparer.OrdinalIgnoreCase);
        return isSame
            ? Sentence.Plain("{weight} {instrument}", "{weight} {instrument}", ("weight", weight), ("instrument", name))
            : Sentence.Plain(
                "{weight} {instrument} (“{held}”)",
                "{weight} {instrument}（“{held}”）",
                ("weight", weight),
                ("instrument", name),
                ("held", LocalText.Same(position.Name))
            );
    }

    private static Table ReturnDecompositions(ReportContext context) =>
        new(
            [
                new LocalText("Instrument", "资产"),
                new Column(new("Expected return a year", "年化预期收益"), Numeric: true),
                new Column(new("= risk-free", "＝无风险"), Numeric: true),
                new Column(new("+ premiums", "＋溢价"), Numeric: true),
                new Column(new("+ not priced in", "＋未被定价"), Numeric: true),
                new Column(new("+ events", "＋事件"), Numeric: true),
                new Column(new("+ rest", "＋其余"), Numeric: true),
                new Column(new("Volatility a year (own part)", "年化波动率（自身部分）"), Numeric: true),
                new Column(new("Simulated volatility", "模拟波动率"), Numeric: true),
                new Column(new("Largest exposures", "最大敞口"), Wide: true),
            ],
            [
                .. context.Results.Instruments.Select(i =>
                    (IReadOnlyList<Cell>)
                        [
                            new Cell(i.Instrument.Name, (Prose)Kind(i.Instrument)),
                            FormattedFigure.Percent(i.Expected, withPlus: true).AsCell(),
                            FormattedFigure.Rounded(i.RiskFree, withPlus: true),
                            FormattedFigure.Rounded(i.Premium, withPlus: true),
                            FormattedFigure.Rounded(i.NotPricedIn, withPlus: true),
                            FormattedFigure.Percent(i.Events, withPlus: true).AsCell(),
                            Rest(i),
                            Volatility(i),
                            FormattedFigure.Percent(i.SimulatedVolatility).AsCell(),
                            Exposures(context, i),
                        ]
                ),
            ],
            Filterable: true
        );

    /// <summary>The rest has the errors of the two simulated terms; they share paths, so their sum bounds it.</summary>
    private static Cell Rest(ReturnDecomposition decomposition) =>
        FormattedFigure
            .Percent(
                Estimate.Normal(decomposition.Rest, decomposition.Expected.StandardError + decomposition.Events.StandardError),
                withPlus: true
            )
            .AsCell();

    private static LocalText Kind(Instrument instrument)
    {
        var kind = instrument.Kind switch
        {
            InstrumentKind.Equity => new LocalText("share", "股票"),
            InstrumentKind.Fund => new LocalText("fund", "基金"),
            InstrumentKind.Cash => new LocalText("cash", "现金"),
            InstrumentKind.Priced => instrument.Pricing!.Kind.Label,
            _ => new LocalText("private", "未上市"),
        };
        return instrument.Symbol.Length == 0
            ? kind
            : Sentence.Plain("{symbol}, {kind}", "{symbol}, {kind}", ("symbol", instrument.Symbol), ("kind", kind));
    }

    /// <summary>What is priced has no volatility but the simulated one.</summary>
    private static Cell Volatility(ReturnDecomposition decomposition) =>
        decomposition.Instrument.Pricing is null
            ? new Cell(
                FormattedFigure.Rounded(decomposition.Volatility),
                (Prose)(
                    Sentence.Plain(
                        "own {ownVolatility}",
                        "自身 {ownVolatility}",
                        ("ownVolatility", FormattedFigure.Rounded(decomposition.OwnVolatility))
                    )
                )
            )
            : new LocalText("that of its price", "由定价决定");

    private static Cell Exposures(ReportContext context, ReturnDecomposition decomposition)
    {
        if (decomposition.Instrument.Pricing is { Terms: var terms })
        {
            return Sentence.Plain(
                "priced from {list}",
                "定价依据：{list}",
                (
                    "list",
                    CommonTexts.Join(
                        terms.Instruments.Values.Select(context.Name).Concat(terms.Factors.Values.Select(context.Name)),
                        CommonTexts.Comma
                    )
                )
            );
        }

        return decomposition.Exposures.Count == 0
            ? CommonTexts.None
            : CommonTexts.Join(
                decomposition
                    .Exposures.OrderByDescending(e => Math.Abs(e.Size))
                    .Take(MostExposures)
                    .Select(e =>
                        Sentence.Plain(
                            "{factor} {size}",
                            "{factor} {size}",
                            ("factor", context.Name(e.Factor)),
                            ("size", FormattedFigure.Number(e.Size))
                        )
                    ),
                CommonTexts.Semicolon
            );
    }
}
