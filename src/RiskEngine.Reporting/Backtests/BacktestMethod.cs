using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results.Backtests;

namespace RiskEngine.Reporting.Backtests;

/// <summary>How to read the figures, what each model and test is, and where it comes from.</summary>
internal static class BacktestMethod
{
    public const string Id = "reading";

    public static Section Build(BacktestResults results)
    {
        var settings = results.Settings;
        var span = BacktestTexts.Span(settings);
        List<Prose> points =
        [
            Sentence.Plain(
                "The limit, VaR at {level}, is the loss that the model says will be exceeded once in {oneIn}; expected "
                    + "shortfall (ES) is the average of the losses beyond it. A breach is a loss larger than the limit. Returns are "
                    + "logarithms of growth: −10% of it is a loss of 9.5%.",
                "限额即 {level} VaR：模型认为每 {oneIn} 次才会超过一次的亏损；预期亏损（ES）是超过它的亏损的平均。突破指亏损大于限额。收益为对数收益：−10% 相当于亏损 "
                    + "9.5%。",
                ("level", BacktestTexts.Level(settings)),
                ("oneIn", BacktestTexts.OneIn(settings))
            ),
            Sentence.Plain(
                "Each forecast, for {span} ahead, was made from the {window} daily returns right before it and nothing later. What "
                    + "takes a search (GARCH, Student-t) is fitted anew every {refit} trading days, or at each forecast where these "
                    + "are further apart; in between, volatility still follows the latest returns under GARCH. A fit that fails keeps "
                    + "the one before.",
                "每次预测（{span}）只用其之前的 {window} 个日收益，不含任何后来的数据。需要搜索的参数（GARCH、学生 t）每 {refit} "
                    + "个交易日重新拟合一次（若预测间隔更长则每次拟合）；其间 GARCH 的波动率仍随最新收益更新。拟合失败时沿用上一次。",
                ("span", span),
                ("window", $"{settings.Window:N0}"),
                ("refit", $"{settings.Refit:N0}")
            ),
            new LocalText(
                "The portfolio has its weights of today on every day, so this asks how the limit of today's portfolio would have done, "
                    + "not what was really lost.",
                "组合每天保持今天的权重：检验的是今天的组合在过去会怎样，而不是实际的盈亏。"
            ),
        ];
        if (settings.Periods > 1)
        {
            points.Add(
                Sentence.Plain(
                    "Forecasts over {periods} days are tested on periods that do not overlap, so that outcomes are independent as the "
                        + "tests demand; that leaves fewer of them. Normal: times the root of time. Historical: all overlapping sums in "
                        + "the window. Student-t, GARCH and filtered historical: {simulations} simulated paths a forecast.",
                    "{periods} 日预测在互不重叠的区间上检验，结果才相互独立；因此次数较少。正态：按时间平方根；历史模拟：窗口内全部（重叠的）{periods} 日收益；"
                        + "学生 t、GARCH、滤波历史模拟：每次预测模拟 {simulations} 条路径。",
                    ("periods", $"{settings.Periods}"),
                    ("simulations", $"{results.Settings.Simulations:N0}")
                )
            );
        }

        List<Prose> tests =
        [
            new LocalText(
                "Binomial, and Kupiec's proportion of failures (1995): is the number of breaches right? Kupiec's time until first "
                    + "failure: did the first one come too soon or too late?",
                "二项检验与 Kupiec 失败比例（1995）：突破次数对吗？Kupiec 首次失败时间：第一次突破是否太早或太晚？"
            ),
            new LocalText(
                "Christoffersen (1998): does a breach make another the next time more likely? His conditional coverage asks for number "
                    + "and independence together.",
                "Christoffersen（1998）：一次突破之后再次突破的可能性是否上升？条件覆盖检验把次数与独立性合在一起。"
            ),
            new LocalText(
                "Basel traffic light (1996): green below a cumulative probability of 95%, yellow from there, red from 99.99%. For 250 "
                    + "days at 99% it adds up to 1 to the capital multiplier of 3.",
                "巴塞尔交通灯（1996）：累积概率低于 95% 为绿区，以上为黄区，达到 99.99% 为红区。对 250 天、99% 的情形，资本乘数 3 最多加 1。"
            ),
            Sentence.Plain(
                "Acerbi and Szekely (2014): Z1 compares the losses at breaches with ES, Z2 also counts them; zero is right, "
                    + "below zero losses are worse than forecast. Critical values come from {simulations} simulations of the very "
                    + "forecasts.",
                "Acerbi 与 Szekely（2014）：Z1 比较突破时的亏损与 ES，Z2 同时计入次数；零为正确，负值表示亏损比预测更重。临界值由对这些预测本身的 {simulations} 次模拟得出。",
                ("simulations", $"{results.Settings.Simulations:N0}")
            ),
            Sentence.Plain(
                "With several tests of several models some refuse a right model by chance, each with a probability of {significance}; a "
                    + "test that does not refuse proves nothing right either.",
                "检验与模型众多时，总有一些会偶然拒绝正确的模型（每个的概率为 {significance}）；未被拒绝也不证明模型正确。",
                ("significance", FormattedFigure.Known(results.Settings.Significance))
            ),
        ];
        var models = results
            .Series[0]
            .Models.Select(m => (IReadOnlyList<Cell>)[BacktestTexts.Name(m.Model), BacktestTexts.Description(m.Model)]);
        return new(
            Id,
            new("How to read this", "阅读说明"),
            new("Reading guide", "阅读说明"),
            [
                new Bullets(points),
                new Subheading(new("The models", "模型")),
                new Table([new LocalText("Model", "模型"), new Column(new("What it assumes", "假设"), Wide: true)], [.. models]),
                new Subheading(new("The tests", "检验")),
                new Bullets(tests),
            ]
        );
    }
}
