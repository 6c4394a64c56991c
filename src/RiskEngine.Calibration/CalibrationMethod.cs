using RiskEngine.Abstractions.Identity;
using RiskEngine.Calibration.Estimators;
using RiskEngine.Calibration.Factors;
using RiskEngine.Calibration.Returns;

namespace RiskEngine.Calibration;

/// <summary>The method in words, fit to stand as the provenance of a figure.</summary>
internal static class CalibrationMethod
{
    public static LocalText Of(CalibrationOptions options, DateOnly first, DateOnly last, ShrunkCorrelation? shrunk)
    {
        List<LocalText> parts =
        [
            Joined(
                Sampling(options.Frequency),
                new(
                    $", {first:yyyy-MM-dd} to {last:yyyy-MM-dd}, gaps left as gaps",
                    $"，{first:yyyy-MM-dd} 至 {last:yyyy-MM-dd}，缺口不填补"
                )
            ),
            Volatilities(options),
        ];
        if (options.Benchmark is not null)
        {
            parts.Add(
                options.Sector is null
                    ? new(
                        $"least squares on {options.Benchmark}, HC1 standard errors",
                        $"对 {options.Benchmark} 做最小二乘回归，HC1 标准误"
                    )
                    : new(
                        $"least squares on {options.Benchmark} and on the residual of {options.Sector} against it, HC1 standard errors",
                        $"对 {options.Benchmark} 及 {options.Sector} 相对它的残差做最小二乘回归，HC1 标准误"
                    )
            );
        }

        parts.Add(Correlations(options.Shrinkage, shrunk));
        parts.Add(new("no means", "不估计均值"));
        return new(string.Join("; ", parts.Select(part => part.English)), string.Join("；", parts.Select(part => part.Chinese)));
    }

    private static LocalText Sampling(SamplingFrequency frequency) =>
        frequency switch
        {
            SamplingFrequency.Daily => new("daily log returns", "日对数收益率"),
            SamplingFrequency.Weekly => new(
                "weekly log returns (last close of each week ending on Friday)",
                "周对数收益率（截至周五的每周最后收盘价）"
            ),
            _ => new("monthly log returns (last close of each month)", "月对数收益率（每月最后收盘价）"),
        };

    private static LocalText Volatilities(CalibrationOptions options)
    {
        var year = $"sqrt({options.Frequency.PeriodsPerYear():0})";
        LocalText plain = new(
            $"volatility times {year} with standard error s/2 sqrt((kurtosis - 1)/n)",
            $"波动率乘以 {year}，标准误 s/2 sqrt((峰度 - 1)/n)"
        );
        return options.Kind switch
        {
            FactorModel.StudentT => Joined(
                plain,
                new(
                    "; factors: Student-t by maximum likelihood with sandwich standard errors, its degrees of freedom those of single "
                        + "periods",
                    "；因子：学生 t 分布极大似然估计，三明治标准误，自由度针对单个周期"
                )
            ),
            FactorModel.Garch => Joined(
                plain,
                new(
                    "; factors: GARCH(1,1) by maximum likelihood with normal shocks and sandwich standard errors (Bollerslev and "
                        + "Wooldridge 1992)",
                    "；因子：GARCH(1,1) 正态冲击极大似然估计，三明治标准误（Bollerslev 与 Wooldridge 1992）"
                )
            ),
            _ => plain,
        };
    }

    private static LocalText Correlations(Shrinkage shrinkage, ShrunkCorrelation? shrunk) =>
        (shrinkage, shrunk) switch
        {
            (Shrinkage.ConstantCorrelation, { } s) => new(
                $"correlations over the {s.Observations} periods that all columns have, shrunk by {s.Intensity:0.###} towards their "
                    + $"mean {s.Target:0.###} (Ledoit and Wolf 2004, constant correlation)",
                $"相关系数取自所有列共有的 {s.Observations} 个周期，向其均值 {s.Target:0.###} 收缩 {s.Intensity:0.###}（Ledoit 与 Wolf 2004，常相关目标）"
            ),
            (Shrinkage.Identity, { } s) => new(
                $"correlations over the {s.Observations} periods that all columns have, shrunk by {s.Intensity:0.###} towards none "
                    + $"(Ledoit and Wolf 2004, identity, on standardised returns)",
                $"相关系数取自所有列共有的 {s.Observations} 个周期，向零收缩 {s.Intensity:0.###}（Ledoit 与 Wolf 2004，单位矩阵目标，标准化收益率）"
            ),
            _ => new("pairwise-complete correlations with Fisher intervals", "成对完整样本的相关系数，Fisher 区间"),
        };

    private static LocalText Joined(LocalText first, LocalText second) =>
        new(first.English + second.English, first.Chinese + second.Chinese);
}
