namespace RiskEngine.Abstractions.Factors;

/// <summary>The numbers that a file gives for each state of a <see cref="RegimeSwitching"/> factor: units, ranges and defaults.</summary>
public static class RegimeKeys
{
    /// <summary>Rate of moving to another state, or with a period the probability of being there after it (then at most 1).</summary>
    public static ParameterSpec To { get; } =
        new(
            "to",
            "a year (with period: probability)",
            0,
            1000,
            0,
            new(
                "By other state: how often a year the factor moves there while in this state; with period: the probability of being "
                    + "there one period later.",
                "按其他状态：处于本状态时每年转入的次数；若给出 period，则为一个周期后处于该状态的概率。"
            )
        );

    /// <summary>Drift that a state adds to a factor.</summary>
    public static ParameterSpec Drift { get; } =
        new(
            "drift",
            "x of that factor a year",
            -10,
            10,
            0,
            new(
                "By factor: what the state adds to its drift; pulled back with the rest where the factor reverts.",
                "按因子：本状态对其漂移的增量；若因子均值回归，则随之回拉。"
            )
        );

    /// <summary>What a state multiplies a factor's shocks by.</summary>
    public static ParameterSpec Volatility { get; } =
        new("volatility", "times", 0, 20, 1, new("By factor: what its shocks are multiplied by.", "按因子：其冲击的乘数。"));

    /// <summary>Change of the correlations among some factors.</summary>
    public static ParameterSpec Correlation { get; } =
        new(
            "correlation",
            "a, of { on, size }",
            -1,
            1,
            0,
            new(
                "Among the factors named by on: above 0 a correlation r becomes (1 - a) r + a, below 0 (1 + a) r.",
                "on 所列因子之间：大于 0 时相关系数 r 变为 (1 - a) r + a，小于 0 时变为 (1 + a) r。"
            ),
            OpenLow: true,
            OpenHigh: true
        );

    /// <summary>All of them, in the order of a page.</summary>
    public static IReadOnlyList<ParameterSpec> All { get; } = [To, Drift, Volatility, Correlation];
}
