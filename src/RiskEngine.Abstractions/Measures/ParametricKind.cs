namespace RiskEngine.Abstractions.Measures;

/// <summary>Kinds of value at risk that moments of the profits make, instead of their order.</summary>
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
            $"The VaR {level} of a normal distribution with the mean and the standard deviation of the profits: delta-normal where all "
                + "positions are linear."
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
}
