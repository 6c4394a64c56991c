using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results.Backtests;

namespace RiskEngine.Reporting.Backtests;

/// <summary>Names and figures of a backtest as readers see them.</summary>
internal static class BacktestTexts
{
    public static LocalText Name(BacktestModel model) =>
        model switch
        {
            BacktestModel.Normal => new("Normal", "正态分布"),
            BacktestModel.StudentT => new("Student-t", "学生 t 分布"),
            BacktestModel.Garch => LocalText.Same("GARCH"),
            BacktestModel.Historical => new("Historical", "历史模拟"),
            _ => new("Filtered historical", "滤波历史模拟"),
        };

    public static LocalText Description(BacktestModel model) =>
        model switch
        {
            BacktestModel.Normal => new(
                "Returns follow a bell curve as wide as they were in the window; its mean is taken as zero.",
                "收益服从钟形曲线，宽度取自窗口；均值取零。"
            ),
            BacktestModel.StudentT => new(
                "A bell curve with fat tails, fitted to the window by maximum likelihood; its mean is taken as zero.",
                "厚尾的钟形曲线，用极大似然法拟合窗口；均值取零。"
            ),
            BacktestModel.Garch => new(
                "Tomorrow's volatility follows the moves of the last days: GARCH(1,1), fitted by maximum likelihood; what it "
                    + "multiplies is normal, with mean zero.",
                "明日波动率随近几日的波动而变：GARCH(1,1)，极大似然拟合；冲击为正态，均值为零。"
            ),
            BacktestModel.Historical => new(
                "What happened in the window happens again, each of its days as likely as any other.",
                "窗口中发生过的会再次发生，每一天的可能性相同。"
            ),
            _ => new(
                "GARCH's volatility with the window's own shocks in place of normal ones (Barone-Adesi, Giannopoulos and Vosper 1999).",
                "采用 GARCH 的波动率，以窗口自身的标准化冲击代替正态冲击（Barone-Adesi、Giannopoulos 与 Vosper 1999）。"
            ),
        };

    /// <summary>What the tests say, in a few words; "holds" when none refuses the model.</summary>
    public static LocalText Verdict(ModelBacktest model) =>
        model.Holds ? new("holds", "成立") : CommonTexts.Join(Reasons(model).Select(r => r.Reason), CommonTexts.Semicolon);

    /// <summary>The verdict with the p-value that each reason rests on.</summary>
    public static LocalText VerdictWithP(ModelBacktest model) =>
        model.Holds
            ? Verdict(model)
            : CommonTexts.Join(
                Reasons(model)
                    .Select(r =>
                        Sentence.Plain(
                            "{reason} ({test} p {p})",
                            "{reason}（{test} p {p}）",
                            ("reason", r.Reason),
                            ("test", r.Test),
                            ("p", P(r.Result))
                        )
                    ),
                CommonTexts.Semicolon
            );

    private static List<(LocalText Reason, LocalText Test, BacktestTest Result)> Reasons(ModelBacktest model)
    {
        List<(LocalText, LocalText, BacktestTest)> reasons = [];
        if (model.KupiecPof.IsRefused)
        {
            reasons.Add(
                (
                    model.Breaches > model.ExpectedBreaches
                        ? new("limit broken too often", "突破过多")
                        : new("limit broken too rarely: it asks for too much capital", "突破过少：限额过于保守"),
                    LocalText.Same("Kupiec"),
                    model.KupiecPof
                )
            );
        }

        if (model.Independence.IsRefused)
            reasons.Add((new("breaches come in clusters", "突破成串出现"), new("independence", "独立性"), model.Independence));
        if (model.ShortfallZ1.IsRefused)
            reasons.Add((new("losses beyond the limit worse than forecast", "超限亏损大于预测"), LocalText.Same("Z1"), model.ShortfallZ1));
        else if (model.ShortfallZ2.IsRefused && !model.KupiecPof.IsRefused)
            reasons.Add((new("expected shortfall too low", "预期亏损（ES）偏低"), LocalText.Same("Z2"), model.ShortfallZ2));
        if (reasons.Count == 0)
        {
            reasons.Add(
                (
                    new("number and clustering of breaches together refused", "突破次数与聚集合并检验未通过"),
                    new("conditional coverage", "条件覆盖"),
                    model.ConditionalCoverage
                )
            );
        }

        return reasons;
    }

    /// <summary>Whether the number of breaches and their independence are not refused.</summary>
    public static bool IsCovered(ModelBacktest model) =>
        !model.KupiecPof.IsRefused && !model.Independence.IsRefused && !model.ConditionalCoverage.IsRefused;

    /// <summary>The model to show first: one that holds before one that does not, then the one whose coverage is least in doubt.</summary>
    public static ModelBacktest Best(BacktestSeries series) =>
        series
            .Models.OrderByDescending(model => model.Holds)
            .ThenByDescending(IsCovered)
            .ThenByDescending(model => model.ConditionalCoverage.PValue)
            .First();

    public static LocalText Level(BacktestSettings settings) => FormattedFigure.Known(settings.Level);

    /// <summary>"1 trading day" or "5 trading days".</summary>
    public static LocalText Span(BacktestSettings settings) =>
        CommonTexts.Count(settings.Periods, "trading day", "trading days", "个交易日");

    /// <summary>A unit of forecasts: days, or periods of several days.</summary>
    public static LocalText Forecasts(int count, BacktestSettings settings) =>
        settings.Periods == 1
            ? CommonTexts.Count(count, "day", "days", "天")
            : Sentence.Plain(
                "{count} periods of {periods} days",
                "{count} 个 {periods} 日区间",
                ("count", $"{count:N0}"),
                ("periods", $"{settings.Periods}")
            );

    /// <summary>"1 in 100".</summary>
    public static LocalText OneIn(BacktestSettings settings) => FormattedFigure.Number(1 / settings.Tail, 3);

    public static LocalText P(BacktestTest test) =>
        double.IsNaN(test.PValue)
            ? CommonTexts.NotAvailable
            : LocalText.Same(test.PValue < 0.0005 ? "< 0.001" : Digits.Write(test.PValue, 3));

    /// <summary>A p-value, stressed where it refuses the model.</summary>
    public static Cell PCell(BacktestTest test) => test.IsRefused ? new Cell(Prose.Strong(P(test))) : P(test);

    public static LocalText Zone(BaselLight light) =>
        light.Zone switch
        {
            BaselZone.Green => new("green", "绿区"),
            BaselZone.Yellow => new("yellow", "黄区"),
            _ => new("red", "红区"),
        };
}
