using RiskEngine.Abstractions.Prices;
using RiskEngine.Calibration.Factors;
using RiskEngine.Calibration.Market;

namespace RiskEngine.Calibration.Tests.Factors;

/// <summary>
/// The law of own risk comes back from histories that were made with it; size and correlations stay those of the history.
/// </summary>
public sealed class OwnFittingTests
{
    private const int Weeks = 1500;

    private static readonly double[] market = Array.ConvertAll(Simulated.Normals(91, Weeks), z => 0.02 * z);

    private static readonly PriceHistory history = Simulated.Weekly(
        ("MKT", market),
        ("NORMAL", With(Simulated.Normals(92, Weeks), 0.03)),
        ("TAILS", With(Array.ConvertAll(Simulated.StudentT(93, Weeks, 4), t => t / Math.Sqrt(2)), 0.03)),
        ("CLUSTERS", With(Clustered(94, Weeks), 0.03))
    );

    [Test]
    public void Each_column_gets_the_law_that_made_it()
    {
        var fitted = Fit(OwnModel.Auto);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(fitted["MKT"].Own, Is.Null);
            Assert.That(fitted["NORMAL"].Own, Is.Null);
            Assert.That(fitted["TAILS"].Own!.Model, Is.EqualTo(FactorModel.StudentT));
            Within.ThreeErrors(fitted["TAILS"].Own!.Parameters.Single(p => p.Name == "degreesOfFreedom").Estimate, 4);
            Assert.That(fitted["CLUSTERS"].Own!.Model, Is.EqualTo(FactorModel.Garch));
            Within.ThreeErrors(fitted["CLUSTERS"].Own!.Parameters.Single(p => p.Name == "alpha").Estimate, 0.15);
            Within.ThreeErrors(fitted["CLUSTERS"].Own!.Parameters.Single(p => p.Name == "beta").Estimate, 0.8);
        }
    }

    // The last weeks' variance is known: startRatio is its root, relative to the sample's.
    [Test]
    public void Todays_level_is_that_of_the_last_weeks()
    {
        var ratio = Fit(OwnModel.Garch)["CLUSTERS"].Own!.Parameters.Single(p => p.Name == "startRatio").Estimate;
        var shocks = Clustered(94, Weeks, out var next);
        Assert.That(ratio.Value, Is.EqualTo(Math.Sqrt(next / shocks.Average(x => x * x))).Within(15).Percent);
    }

    [Test]
    public void The_size_of_own_risk_and_the_volatility_stay_those_of_the_history()
    {
        var (plain, tails) = (Terms(OwnModel.Normal), Terms(OwnModel.StudentT));
        Assert.That(tails.OwnVolatility, Is.EqualTo(plain.OwnVolatility));
        Assert.That(tails.Volatility, Is.EqualTo(plain.Volatility));
        Assert.That(tails.OwnVolatility, Is.EqualTo(0.03 * Math.Sqrt(52)).Within(8).Percent);

        static InstrumentTerms Terms(OwnModel own)
        {
            var result = Calibrator.Calibrate(history, new CalibrationOptions(Benchmark: "MKT") { Own = own });
            return InstrumentTerms.Of(result, result.Instruments.Single(i => i.Instrument == "TAILS"));
        }
    }

    [Test]
    public void The_market_file_states_them_with_their_errors()
    {
        var result = Calibrator.Calibrate(history, new CalibrationOptions(Benchmark: "MKT") { Own = OwnModel.Auto });
        var text = MarketFile.Write(result, "p.csv", "0123");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Match(@"own: \{ kind: student-t, volatility: 0\.2\d+, degreesOfFreedom: [34]\.\d+ \}"));
            Assert.That(text, Does.Match(@"own\.degreesOfFreedom: \{ calibrated: p, standardError: 0\.\d+ \}"));
            Assert.That(text, Does.Match(@"own: \{ kind: garch, volatility: 0\.\d+, alpha: 0\.\d+, beta: 0\.\d+, startRatio: \d"));
            Assert.That(text, Does.Contain("by the least information criterion (Schwarz 1978)"));
        }
    }

    [Test]
    public void A_law_without_a_fit_is_said()
    {
        var result = Calibrator.Calibrate(
            Simulated.Weekly(("MKT", market[..60]), ("YOUNG", With(Simulated.Normals(92, Weeks), 0.03)[..60])),
            new CalibrationOptions(Benchmark: "MKT") { Own = OwnModel.Garch }
        );
        Assert.That(
            result.Skipped.Select(s => $"{s.What}: {s.Reason}"),
            Has.One.EqualTo("YOUNG: no GARCH fit of its own risk; it is normal instead")
        );
    }

    private static Dictionary<string, InstrumentCalibration> Fit(OwnModel own) =>
        Calibrator.Calibrate(history, new CalibrationOptions(Benchmark: "MKT") { Own = own }).Instruments.ToDictionary(i => i.Instrument);

    private static double[] With(double[] shocks, double deviation) => [.. shocks.Zip(market, (z, m) => 1.2 * m + deviation * z)];

    private static double[] Clustered(int seed, int count) => Clustered(seed, count, out _);

    private static double[] Clustered(int seed, int count, out double next)
    {
        var shocks = Simulated.Normals(seed, count);
        next = 1;
        for (var t = 0; t < count; t++)
        {
            shocks[t] *= Math.Sqrt(next);
            next = 0.05 + 0.15 * shocks[t] * shocks[t] + 0.8 * next;
        }

        return shocks;
    }
}
