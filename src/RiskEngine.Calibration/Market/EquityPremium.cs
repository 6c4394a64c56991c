using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Calibration.Market;

/// <summary>The return a year over the risk-free rate that a market factor is expected to earn; prices do not say it.</summary>
/// <param name="Rate">A year, continuously compounded.</param>
/// <param name="Reason">Where it comes from.</param>
public sealed record EquityPremium(double Rate, LocalText Reason)
{
    /// <summary>
    /// The default: the middle of what Dimson, Marsh and Staunton expect of shares over bills, 3.5% (geometric) and 5% (arithmetic),
    /// rounded up to a half.
    /// </summary>
    public static EquityPremium Default { get; } =
        new(
            0.045,
            new(
                "The default equity premium: between the 3.5% (geometric) and about 5% (arithmetic) over bills that Dimson, "
                    + "Marsh and Staunton "
                    + "(Global Investment Returns Yearbook, 2018) expect of shares. It is that of shares: give --premium where "
                    + "the benchmark is "
                    + "of another asset class, or you think otherwise.",
                "默认股权溢价：介于 Dimson、Marsh 与 Staunton（Global Investment Returns Yearbook，2018）对股票相对短期国库券的预期 3.5%（几何）与约 5%（算术）之间。"
                    + "仅适用于股票：若基准属于其他资产类别或另有看法，请给出 "
                    + "--premium。"
            )
        );

    /// <summary>One that the user gave.</summary>
    public static EquityPremium Given(double rate) =>
        new(rate, new("Given on the command line of 'riskengine calibrate'.", "由 riskengine calibrate 的命令行给出。"));
}
