using RiskEngine.Abstractions.Identity;
using RiskEngine.Calibration.Estimators;
using RiskEngine.Calibration.Factors;
using RiskEngine.Calibration.Returns;

namespace RiskEngine.Calibration;

/// <summary>The method in words, fit to stand as the provenance of a figure.</summary>
internal static class CalibrationMethod
{
    public static LocalText Of(
        CalibrationOptions options,
        ReturnSeries returns,
        IReadOnlyList<InstrumentCalibration> instruments,
        (DateOnly First, DateOnly Last) window,
        ShrunkCorrelation? shrunk
    )
    {
        var (first, last) = window;
        List<LocalText> parts =
        [
            Joined(
                Sampling(returns.Frequency),
                new(
                    $", {first:yyyy-MM-dd} to {last:yyyy-MM-dd}, gaps left as gaps",
                    $"，{first:yyyy-MM-dd} 至 {last:yyyy-MM-dd}，缺口不填补"
                )
            ),
            Volatilities(options.Kind, Years(returns, instruments)),
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

        if (options.Benchmark is not null)
        {
            parts.Add(
                new(
                    "what columns share beyond it: common factors by minimum residuals of the correlations, as many as "
                        + "eigenvalues are beyond "
                        + "chance (Marchenko and Pastur 1967) or give the correlations back, standard errors given the factors",
                    "其余共同变动：以相关系数最小残差法求公共因子，个数为超出随机范围的特征值数（Marchenko 与 Pastur 1967），或还原相关系数所需的个数，标准误以因子为给定"
                )
            );
        }

        if (options.Benchmark is not null && OwnRisk(options.Own) is { } own)
            parts.Add(own);
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

    /// <summary>The counts by which volatilities are annualised, the commonest first, with the columns of the others.</summary>
    private static string Years(ReturnSeries returns, IReadOnlyList<InstrumentCalibration> instruments)
    {
        var groups = instruments
            .GroupBy(entry => returns.PeriodsPerYear(entry.Instrument))
            .OrderByDescending(group => group.Count())
            .ToArray();
        var usual = $"sqrt({(groups.Length == 0 ? returns.Frequency.PeriodsPerYear() : groups[0].Key):0})";
        var others = groups.Skip(1).Select(group => $"{string.Join(' ', group.Select(entry => entry.Instrument))} sqrt({group.Key:0})");
        return groups.Length < 2 ? usual : $"{usual} ({string.Join(", ", others)})";
    }

    private static LocalText Volatilities(FactorModel kind, string year)
    {
        LocalText plain = new(
            $"volatility times {year} with standard error s/2 sqrt((kurtosis - 1)/n)",
            $"波动率乘以 {year}，标准误 s/2 sqrt((峰度 - 1)/n)"
        );
        return kind switch
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

    private static LocalText? OwnRisk(OwnModel own) =>
        own switch
        {
            OwnModel.StudentT => new(
                "own risk: Student-t by maximum likelihood on the residuals, scaled to their deviation",
                "自身风险：对残差做学生 t 分布极大似然估计，按残差标准差缩放"
            ),
            OwnModel.Garch => new(
                "own risk: GARCH(1,1) by maximum likelihood on the residuals, long-run variance that of the sample (Engle and "
                    + "Mezrich 1996)",
                "自身风险：对残差做 GARCH(1,1) 极大似然估计，长期方差取样本方差（Engle 与 Mezrich 1996）"
            ),
            OwnModel.Auto => new(
                "own risk: normal, Student-t or GARCH(1,1) on the residuals, by the least information criterion (Schwarz 1978)",
                "自身风险：对残差在正态、学生 t 与 GARCH(1,1) 中取信息准则最小者（Schwarz 1978）"
            ),
            _ => null,
        };

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
                    + "(Ledoit and Wolf 2004, identity, on standardised returns)",
                $"相关系数取自所有列共有的 {s.Observations} 个周期，向零收缩 {s.Intensity:0.###}（Ledoit 与 Wolf 2004，单位矩阵目标，标准化收益率）"
            ),
            _ => new("pairwise-complete correlations with Fisher intervals", "成对完整样本的相关系数，Fisher 区间"),
        };

    private static LocalText Joined(LocalText first, LocalText second) =>
        new(first.English + second.English, first.Chinese + second.Chinese);
}
