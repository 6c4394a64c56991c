using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests;

/// <summary>Comparisons with closed forms, within four standard errors.</summary>
internal static class Within
{
    // Columns are floats: near an exact answer their own rounding is all the error there is.
    public const double Rounding = 2e-7;

    public static void FourErrorsOfMean(Sample sample, double expected, string what = "mean") =>
        Assert.That(sample.Mean, Is.EqualTo(expected).Within(4 * sample.MeanError + Rounding * Math.Max(1, Math.Abs(expected))), what);

    public static void FourErrorsOfVariance(Sample sample, double expected, string what = "variance") =>
        Assert.That(sample.Variance, Is.EqualTo(expected).Within(4 * sample.VarianceError + Rounding), what);

    public static void FourErrorsOfShare(int hits, int count, double probability, string what = "share") =>
        Assert.That((double)hits / count, Is.EqualTo(probability).Within(4 * Sample.ShareError(probability, count)), what);
}
