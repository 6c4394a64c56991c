namespace RiskEngine.Calibration.Backtesting.Coverage;

/// <summary>The outcome of a test whose null hypothesis is that the model is right.</summary>
/// <param name="Statistic">The test's figure; NaN where the data do not allow the test.</param>
/// <param name="PValue">The probability of a figure as far out when the model is right; NaN likewise.</param>
public readonly record struct CoverageTest(double Statistic, double PValue)
{
    /// <summary>A test that the data do not allow.</summary>
    public static CoverageTest None { get; } = new(double.NaN, double.NaN);

    /// <summary>Whether the model is refused at a level of significance; null without a test.</summary>
    public bool? IsRefusedAt(double significance) => double.IsNaN(PValue) ? null : PValue < significance;
}
