using RiskEngine.Calibration.Backtesting.Forecasting;

namespace RiskEngine.Calibration.Tests.Backtesting.Forecasting;

public sealed class ReturnShapeTests
{
    private static readonly IReturnShape[] smooth =
    [
        NormalShape.Instance,
        new StudentTShape(3),
        new StudentTShape(4.7),
        new StudentTShape(60),
    ];

    /// <summary>
    /// McNeil, Frey and Embrechts (2015), Quantitative Risk Management, examples 2.14 and 2.15: ES at 97.5% of a standard normal is 2.338,
    /// VaR 1.960; of t3 the VaR is 3.182.
    /// </summary>
    [Test]
    public void Tail_figures_of_tables_come_out()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(NormalShape.Instance.TailMean(0.025), Is.EqualTo(-2.338).Within(0.0005));
            Assert.That(NormalShape.Instance.Quantile(0.025), Is.EqualTo(-1.960).Within(0.0005));
            Assert.That(new StudentTShape(3).Quantile(0.025), Is.EqualTo(-3.182).Within(0.0005));
        }
    }

    [TestCaseSource(nameof(smooth))]
    public void The_tail_mean_is_the_mean_of_the_quantiles_in_it(IReturnShape shape)
    {
        const int Steps = 100_000;
        const double Tail = 0.01;
        var mean = Enumerable.Range(0, Steps).Average(k => shape.Draw(Tail * (k + 0.5) / Steps));
        Assert.That(shape.TailMean(Tail), Is.EqualTo(mean).Within(0.2).Percent);
    }

    [TestCaseSource(nameof(smooth))]
    public void Draws_are_quantiles_to_a_thousandth(IReturnShape shape)
    {
        foreach (var u in new[] { 1e-7, 3.3e-5, 0.0012, 0.0098, 0.049, 0.0999, 0.1001, 0.3, 0.49, 0.77, 0.9993 })
            Assert.That(shape.Draw(u), Is.EqualTo(shape.Quantile(u)).Within(0.1).Percent);
    }

    [TestCaseSource(nameof(smooth))]
    public void Probability_undoes_the_quantile(IReturnShape shape)
    {
        foreach (var p in new[] { 0.001, 0.2, 0.5, 0.93 })
            Assert.That(shape.Probability(shape.Quantile(p)), Is.EqualTo(p).Within(1e-7));
    }

    /// <summary>Of 500 values the 1% quantile is the fifth lowest, and the tail mean the mean of the five.</summary>
    [Test]
    public void A_sample_has_order_statistics()
    {
        var shape = new EmpiricalShape([.. Enumerable.Range(1, 500).Select(x => (double)x).Reverse()]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(shape.Quantile(0.01), Is.EqualTo(5));
            Assert.That(shape.TailMean(0.01), Is.EqualTo(3));
            Assert.That(
                shape.TailMean(0.005),
                Is.EqualTo((1 + 2 + (0.5 * 3)) / 2.5).Within(1e-12),
                "half of the third value belongs to the tail"
            );
            Assert.That(shape.TailMean(1), Is.EqualTo(250.5));
            Assert.That(shape.Probability(0), Is.EqualTo(0.5 / 501));
            Assert.That(shape.Probability(1000), Is.EqualTo(500.5 / 501));
        }
    }
}
