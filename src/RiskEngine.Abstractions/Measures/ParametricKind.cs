namespace RiskEngine.Abstractions.Measures;

/// <summary>Kinds of value at risk that moments of the profits or deltas make, instead of the profits' order.</summary>
internal static class ParametricKind
{
    /// <summary>By mean and standard deviation.</summary>
    public static MeasureKind Normal(string id, string level) =>
        new(
            id,
            new($"VaR {level}, normal", $"{level} 正态 VaR"),
            MeasureUnit.RelativeLoss,
            false,
            MeasureKinds.LossSign,
            $"The VaR {level} of a normal distribution with the mean and the standard deviation of the profits."
        );

    /// <summary>By four moments.</summary>
    public static MeasureKind CornishFisher(string id, string level) =>
        new(
            id,
            new($"VaR {level}, Cornish-Fisher", $"{level} 科尼什-费舍尔 VaR"),
            MeasureUnit.RelativeLoss,
            false,
            MeasureKinds.LossSign,
            $"The VaR {level} of the Cornish-Fisher distribution with the mean, standard deviation, skewness and kurtosis of the profits "
                + "(Maillard 2012).",
            new("moments outside its domain", "矩超出有效域")
        );

    /// <summary>By deltas and covariances.</summary>
    public static MeasureKind DeltaNormal(string id, string level) =>
        new(
            id,
            new($"VaR {level}, delta-normal", $"{level} 德尔塔-正态 VaR"),
            MeasureUnit.RelativeLoss,
            false,
            MeasureKinds.LossSign,
            $"The VaR {level} by the deltas of the positions on the as-of date and the covariances of factors and own risks to the "
                + "horizon, all normal and of mean zero (RiskMetrics 1996; Hull, variance-covariance method); "
                + "risk events and exits are not in it.",
            new("of holdings as they are only", "仅适用于现有持仓")
        );
}
