using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Drawdowns;
using RiskEngine.Analysis.RiskAdjusted;

namespace RiskEngine.Analysis.Tests.RiskAdjusted;

/// <summary>
/// The worked example of Bacon (2008), Practical portfolio performance measurement and attribution: two years of monthly returns, and the
/// figures that the documentation of PerformanceAnalytics gives for them.
/// </summary>
internal sealed class BaconTests
{
    private static readonly float[] monthly =
    [
        .. new[]
        {
            0.3,
            2.6,
            1.1,
            -1.0,
            1.5,
            2.5,
            1.6,
            6.7,
            -1.4,
            4.0,
            -0.5,
            8.1,
            4.0,
            -3.7,
            -6.1,
            1.7,
            -4.9,
            -2.2,
            7.0,
            5.8,
            -6.5,
            2.4,
            -0.5,
            -0.9,
        }.Select(percent => (float)(percent / 100)),
    ];

    [Test]
    public void Upside_risk_is_his() => Assert.That(OmegaRatio.UpsideRisk(monthly, 0.005).Value, Is.EqualTo(0.02937).Within(5e-6));

    [Test]
    public void The_ratio_of_gains_to_losses_is_his() => Assert.That(OmegaRatio.Of(monthly, 0).Value, Is.EqualTo(1.78).Within(5e-3));

    // His Burke ratio adds up the returns of a losing run, where a fall compounds: that is 1.5% of it.
    [Test]
    public void Pain_index_and_burke_ratio_are_his()
    {
        List<double> values = [1];
        foreach (var r in monthly)
            values.Add(values[^1] * (1 + r));
        var falls = DrawdownPath.Of([.. values], [.. monthly.Select(_ => 1 / 12.0)]);
        var yearly = Math.Sqrt(values[^1]) - 1;
        Assert.That(falls.Pain, Is.EqualTo(0.04).Within(5e-4));
        Assert.That(falls.Burke(yearly, 0), Is.EqualTo(0.74).Within(0.02));
        Assert.That(falls.Burke(yearly, 0) * Math.Sqrt(monthly.Length), Is.EqualTo(3.65).Within(0.06), "modified");
        Assert.That(falls.Ulcer, Is.InRange(falls.Pain, falls.Worst));
    }

    // By hand: 1, 0.8, 0.9, 1.2, 0.6, 0.3 with the last two steps twice as long; depths 0.2, 0.1, 0, 0.5, 0.75; runs of 0.2 and 0.75.
    [Test]
    public void Falls_are_those_by_hand()
    {
        var falls = DrawdownPath.Of([1, 0.8, 0.9, 1.2, 0.6, 0.3], [1, 1, 1, 2, 2]);
        Assert.That(falls.Pain, Is.EqualTo((0.2 + 0.1 + 0 + 1 + 1.5) / 7).Within(1e-12));
        Assert.That(falls.Ulcer, Is.EqualTo(Math.Sqrt((0.04 + 0.01 + 0.5 + 1.125) / 7)).Within(1e-12));
        Assert.That(falls.Worst, Is.EqualTo(0.75).Within(1e-12));
        Assert.That(falls.LosingRuns, Is.EqualTo(Math.Sqrt(0.04 + 0.5625)).Within(1e-12));
        Assert.That(falls.Calmar(0.15), Is.EqualTo(0.2).Within(1e-12));
        Assert.That(falls.Sterling(0.17), Is.EqualTo(0.2).Within(1e-12));
        Assert.That(DrawdownPath.Of([1, 0.5, -0.2], [1, 1]).Worst, Is.EqualTo(1), "more than all");
        Assert.That(DrawdownPath.Of([1, 1.1], [1]).Calmar(0.1), Is.NaN);
    }

    // Omega less one is the mean excess by the mean shortfall (Kazemi, Schneeweis and Gupta 2004).
    [Test]
    public void Omega_is_one_and_the_mean_excess_by_the_shortfall()
    {
        const double target = 0.005;
        var shortfall = monthly.Average(x => Math.Max(0, target - x));
        Assert.That(
            OmegaRatio.Of(monthly, target).Value,
            Is.EqualTo(1 + ((monthly.Average(x => (double)x) - target) / shortfall)).Within(1e-9)
        );
    }

    [Test]
    public void Without_a_shortfall_there_is_no_ratio_and_without_gains_no_upside()
    {
        Assert.That(OmegaRatio.Of([0.1f, 0.2f], 0), Is.EqualTo(Estimate.NotAvailable));
        Assert.That(OmegaRatio.UpsideRisk([-0.1f, -0.2f], 0), Is.EqualTo(Estimate.Exact(0)));
    }
}
