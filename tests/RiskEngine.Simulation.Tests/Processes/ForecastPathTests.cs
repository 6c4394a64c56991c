using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>ln X(t) = ln F(0) + g (ln F(t) - ln F(0)) + sigma W(t): mean and variance follow from those of g.</summary>
public sealed class ForecastPathTests
{
    private static readonly (DateOnly, double)[] points = [(new(2025, 7, 1), 80), (new(2026, 7, 1), 125), (new(2027, 1, 1), 250)];
    private static readonly Parameter normal = new Normal(0.9, 0.3);
    private static readonly Parameter pert = new Pert(0.2, 0.8, 1.5);
    private Simulated simulated = null!;

    [OneTimeSetUp]
    public void Simulate() =>
        simulated = Simulated.Of(
            SmallScenario
                .New()
                .Until("30m")
                .With(
                    Factors.Forecast("normal", 0.2, normal, points),
                    Factors.Forecast("pert", 0.2, pert, points),
                    Factors.Forecast("sure", 0, Parameter.Of(1), points)
                )
                .With(Instruments.Cash("cash"))
                .Hold("p", ("cash", 1))
                .Watch("normal", "6m")
                .Watch("normal", "1y")
                .Watch("normal", "2y")
                .Watch("pert", "6m")
                .Watch("pert", "1y")
                .Watch("pert", "2y")
                .Watch("sure", "3m")
                .Watch("sure", "6m")
                .Watch("sure", "1y")
                .Watch("sure", "2y")
        );

    [TestCase("normal", "6m")]
    [TestCase("normal", "1y")]
    [TestCase("normal", "2y")]
    [TestCase("pert", "6m")]
    [TestCase("pert", "1y")]
    [TestCase("pert", "2y")]
    public void Log_moments_are_those_of_path_and_realised_part(string factor, string tenor)
    {
        var g = factor == "pert" ? pert : normal;
        var growth = Math.Log(ForecastAt(tenor) / Start);
        var sample = Sample.OfLogs(simulated.Watched(factor, tenor));
        Within.FourErrorsOfMean(sample, Math.Log(Start) + g.Mean * growth);
        Within.FourErrorsOfVariance(
            sample,
            g.StandardDeviation * g.StandardDeviation * growth * growth + 0.04 * SmallScenario.Years(tenor)
        );
    }

    [TestCase("3m")]
    [TestCase("6m")]
    [TestCase("1y")]
    [TestCase("2y")]
    public void Without_uncertainty_it_is_the_forecast_itself(string tenor) =>
        Assert.That(simulated.Watched("sure", tenor), Is.All.EqualTo(ForecastAt(tenor)).Within(1e-4));

    // The as-of date lies between two points: 184 of the 365 days of constant growth from 80 to 125.
    private static double Start => 80 * Math.Pow(125.0 / 80, 184.0 / 365);

    /// <summary>The forecast: constant growth between points, the last value kept.</summary>
    private static double ForecastAt(string tenor) =>
        tenor switch
        {
            "3m" => 80 * Math.Pow(125.0 / 80, 274.0 / 365),
            "6m" => 125,
            _ => 250,
        };
}
