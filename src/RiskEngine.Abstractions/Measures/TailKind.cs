namespace RiskEngine.Abstractions.Measures;

/// <summary>Kinds that the order of the profits makes.</summary>
internal static class TailKind
{
    /// <summary>The loss that the worst paths reach.</summary>
    public static MeasureKind ValueAtRisk(string id, string level, string tail) =>
        new(
            id,
            new($"VaR {level}", $"{level} 风险价值（VaR）"),
            MeasureUnit.RelativeLoss,
            false,
            MeasureKinds.LossSign,
            $"The loss, relative to the start value, that the worst {tail} of the paths reach or exceed."
        );

    /// <summary>The average loss over the worst paths.</summary>
    public static MeasureKind ExpectedShortfall(string id, string level, string tail) =>
        new(
            id,
            new($"ES {level}", $"{level} 预期尾部损失（ES）"),
            MeasureUnit.RelativeLoss,
            false,
            MeasureKinds.LossSign,
            $"The average loss, relative to the start value, over the worst {tail} of the paths."
        );
}
