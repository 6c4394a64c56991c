using System.Collections.Immutable;
using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Abstractions.Measures;

/// <summary>The catalogue of measures of one column of outcomes: one portfolio, variant, case and horizon.</summary>
/// <remarks>
/// Profit means V/V0 - 1 at the horizon. Quantiles follow Hyndman and Fan (1996) type 1, the inverse of the empirical distribution
/// function: of n outcomes in ascending order, the one of rank ceil(n p). VaR at level a is minus the quantile at 1 - a.
/// </remarks>
public static class MeasureKinds
{
    private const string ProfitSign = "a gain is positive, a loss negative";
    internal const string LossSign = "a loss is positive, a gain negative";
    private const string DrawdownSign = "0 (never below an earlier peak) to 1 (everything lost); a loss is positive";
    private const string ProbabilityRange = "0 to 1";
    private static readonly LocalText noDrawdowns = new("not recorded", "未记录");

    /// <summary>Mean profit.</summary>
    public static MeasureKind Mean { get; } =
        new(
            "mean",
            new("mean profit", "平均收益率"),
            MeasureUnit.RelativeProfit,
            true,
            ProfitSign,
            "The average over all paths of the profit relative to the start value."
        );

    /// <summary>Standard deviation of the profit.</summary>
    public static MeasureKind StandardDeviation { get; } =
        new(
            "standard-deviation",
            new("standard deviation", "标准差"),
            MeasureUnit.RelativeSpread,
            false,
            "0 or more",
            "The standard deviation over the paths of the profit at the horizon (n - 1 in the denominator), not annualised."
        );

    /// <summary>1% quantile of the profit.</summary>
    public static MeasureKind Q01 { get; } = Quantile("q01", "1%");

    /// <summary>5% quantile of the profit.</summary>
    public static MeasureKind Q05 { get; } = Quantile("q05", "5%");

    /// <summary>25% quantile of the profit.</summary>
    public static MeasureKind Q25 { get; } = Quantile("q25", "25%");

    /// <summary>Median of the profit.</summary>
    public static MeasureKind Median { get; } =
        new(
            "median",
            new("median profit", "收益率中位数"),
            MeasureUnit.RelativeProfit,
            true,
            ProfitSign,
            "The profit that half of the paths do not exceed."
        );

    /// <summary>75% quantile of the profit.</summary>
    public static MeasureKind Q75 { get; } = Quantile("q75", "75%");

    /// <summary>95% quantile of the profit.</summary>
    public static MeasureKind Q95 { get; } = Quantile("q95", "95%");

    /// <summary>99% quantile of the profit.</summary>
    public static MeasureKind Q99 { get; } = Quantile("q99", "99%");

    /// <summary>Probability of a loss.</summary>
    public static MeasureKind LossProbability { get; } =
        new(
            "loss-probability",
            new("probability of loss", "亏损概率"),
            MeasureUnit.Probability,
            false,
            ProbabilityRange,
            "The share of paths that end below the start value."
        );

    /// <summary>Probability of losing more than the scenario's loss threshold.</summary>
    public static MeasureKind LargeLossProbability { get; } =
        new(
            "large-loss-probability",
            new("probability of a large loss", "大额亏损概率"),
            MeasureUnit.Probability,
            false,
            ProbabilityRange,
            "The share of paths that lose more than the stated threshold, relative to the start value."
        );

    /// <summary>Probability of ending above the unchanged portfolio.</summary>
    public static MeasureKind BeatUnchangedProbability { get; } =
        new(
            "beat-unchanged-probability",
            new("probability of beating the unchanged portfolio", "跑赢原组合的概率"),
            MeasureUnit.Probability,
            true,
            ProbabilityRange,
            "The share of paths on which the profit is above that of the unchanged portfolio on the same path; a tie does not count.",
            new("is itself", "即原组合")
        );

    /// <summary>Value at risk at 95%.</summary>
    public static MeasureKind Var95 { get; } = TailKind.ValueAtRisk("var95", "95%", "5%");

    /// <summary>Value at risk at 99%.</summary>
    public static MeasureKind Var99 { get; } = TailKind.ValueAtRisk("var99", "99%", "1%");

    /// <summary>Expected shortfall at 95%.</summary>
    public static MeasureKind Es95 { get; } = TailKind.ExpectedShortfall("es95", "95%", "5%");

    /// <summary>Expected shortfall at 99%.</summary>
    public static MeasureKind Es99 { get; } = TailKind.ExpectedShortfall("es99", "99%", "1%");

    /// <summary>Mean of the paths' maximum drawdowns.</summary>
    public static MeasureKind DrawdownMean { get; } =
        new(
            "drawdown-mean",
            new("mean maximum drawdown", "平均最大回撤"),
            MeasureUnit.RelativeLoss,
            false,
            DrawdownSign,
            "The average over the paths of each path's deepest fall from an earlier peak, relative to that peak.",
            noDrawdowns
        );

    /// <summary>95% quantile of the paths' maximum drawdowns.</summary>
    public static MeasureKind DrawdownQ95 { get; } =
        new(
            "drawdown-q95",
            new("95% quantile of maximum drawdown", "最大回撤 95% 分位数"),
            MeasureUnit.RelativeLoss,
            false,
            DrawdownSign,
            "The maximum drawdown that 95% of the paths do not exceed.",
            noDrawdowns
        );

    /// <summary>Conditional drawdown at risk at 95%.</summary>
    public static MeasureKind Cdar95 { get; } =
        new(
            "cdar95",
            new("CDaR 95%", "95% 条件在险回撤（CDaR）"),
            MeasureUnit.RelativeLoss,
            false,
            DrawdownSign,
            "The average of the deepest 5% of the paths' maximum drawdowns.",
            noDrawdowns
        );

    /// <summary>Sharpe ratio, annualised.</summary>
    public static MeasureKind Sharpe { get; } =
        new(
            "sharpe",
            new("Sharpe ratio", "夏普比率"),
            MeasureUnit.PlainNumber,
            true,
            "positive when the mean profit is above the risk-free return",
            "The mean profit above the risk-free return over the horizon, divided by the standard deviation and by the square root of "
                + "the years.",
            new("does not vary", "无波动")
        );

    /// <summary>Sortino ratio, annualised.</summary>
    public static MeasureKind Sortino { get; } =
        new(
            "sortino",
            new("Sortino ratio", "索提诺比率"),
            MeasureUnit.PlainNumber,
            true,
            "positive when the mean profit is above the risk-free return",
            "The mean profit above the risk-free return over the horizon, divided by the downside deviation below that return and by "
                + "the square root of the years.",
            new("never below risk-free", "从不低于无风险")
        );

    /// <summary>VaR 95% by mean and standard deviation.</summary>
    public static MeasureKind Var95Normal { get; } = ParametricKind.Normal("var95-normal", "95%");

    /// <summary>VaR 99% by mean and standard deviation.</summary>
    public static MeasureKind Var99Normal { get; } = ParametricKind.Normal("var99-normal", "99%");

    /// <summary>VaR 95% by four moments.</summary>
    public static MeasureKind Var95CornishFisher { get; } = ParametricKind.CornishFisher("var95-cornish-fisher", "95%");

    /// <summary>VaR 99% by four moments.</summary>
    public static MeasureKind Var99CornishFisher { get; } = ParametricKind.CornishFisher("var99-cornish-fisher", "99%");

    /// <summary>VaR 95% by deltas.</summary>
    public static MeasureKind Var95DeltaNormal { get; } = ParametricKind.DeltaNormal("var95-delta-normal", "95%");

    /// <summary>VaR 99% by deltas.</summary>
    public static MeasureKind Var99DeltaNormal { get; } = ParametricKind.DeltaNormal("var99-delta-normal", "99%");

    /// <summary>Upside risk over the risk-free return.</summary>
    public static MeasureKind UpsideRisk { get; } =
        new(
            "upside-risk",
            new("upside risk", "上行风险"),
            MeasureUnit.RelativeSpread,
            true,
            "0 or more",
            "The root of the mean square of what profits exceed the risk-free return by, zero where they do not; over the horizon, not "
                + "annualised (Bacon 2008)."
        );

    /// <summary>Omega at the risk-free return.</summary>
    public static MeasureKind Omega { get; } =
        new(
            "omega",
            new("omega ratio", "欧米伽比率"),
            MeasureUnit.PlainNumber,
            true,
            "0 or more; above 1 when the mean profit is above the risk-free return",
            "The mean of what profits exceed the risk-free return by, divided by the mean of what they fall short of it by (Keating and "
                + "Shadwick 2002).",
            new("never below risk-free", "从不低于无风险")
        );

    /// <summary>Omega at zero.</summary>
    public static MeasureKind BernardoLedoit { get; } =
        new(
            "bernardo-ledoit",
            new("Bernardo-Ledoit ratio", "Bernardo-Ledoit 比率"),
            MeasureUnit.PlainNumber,
            true,
            "0 or more; above 1 when the mean profit is above zero",
            "The mean of the gains divided by the mean of the losses (Bernardo and Ledoit 2000).",
            new("never a loss", "从不亏损")
        );

    /// <summary>Those that are known only where drawdowns are followed along the paths.</summary>
    public static ImmutableArray<MeasureKind> OfDrawdowns { get; } = [DrawdownMean, DrawdownQ95, Cdar95];

    /// <summary>Those that a portfolio's deltas give, of holdings as they are; outcomes alone do not have them.</summary>
    public static ImmutableArray<MeasureKind> OfDeltas { get; } = [Var95DeltaNormal, Var99DeltaNormal];

    /// <summary>All kinds, in the order in which results list them.</summary>
    public static ImmutableArray<MeasureKind> All { get; } =
    [
        Mean,
        StandardDeviation,
        Q01,
        Q05,
        Q25,
        Median,
        Q75,
        Q95,
        Q99,
        LossProbability,
        LargeLossProbability,
        BeatUnchangedProbability,
        Var95,
        Var99,
        Es95,
        Es99,
        DrawdownMean,
        DrawdownQ95,
        Cdar95,
        Sharpe,
        Sortino,
        Var95Normal,
        Var99Normal,
        Var95CornishFisher,
        Var99CornishFisher,
        Var95DeltaNormal,
        Var99DeltaNormal,
        UpsideRisk,
        Omega,
        BernardoLedoit,
    ];

    /// <summary>The kind with this id, or null.</summary>
    public static MeasureKind? Find(string id) => All.FirstOrDefault(kind => string.Equals(kind.Id, id, StringComparison.Ordinal));

    private static MeasureKind Quantile(string id, string share) =>
        new(
            id,
            new($"{share} quantile of profit", $"收益率 {share} 分位数"),
            MeasureUnit.RelativeProfit,
            true,
            ProfitSign,
            $"The profit that {share} of the paths do not exceed."
        );
}
