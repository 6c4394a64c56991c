using RiskEngine.Abstractions.Prices;
using RiskEngine.Calibration.Estimators;
using RiskEngine.Calibration.Factors;
using RiskEngine.Calibration.Market;
using RiskEngine.Calibration.Returns;

namespace RiskEngine.Calibration.Tests.Market;

/// <summary>What the engine makes of these files is tested where the loader is: RiskEngine.Cli.Tests.</summary>
public sealed class MarketFileTests
{
    private const string Hash = "0123456789abcdef";

    private static readonly PriceHistory history = Simulated.Weekly(
        ("SPY", Array.ConvertAll(Simulated.Normals(81, 400), z => 0.022 * z)),
        ("000660.KS", Array.ConvertAll(Simulated.StudentT(82, 400, 4), z => 0.03 * z))
    );

    [Test]
    public void Every_number_has_its_calibration_and_standard_error()
    {
        var result = Calibrator.Calibrate(history, new CalibrationOptions(Benchmark: "SPY") { Kind = FactorModel.StudentT });
        var lines = MarketFile.Write(result, "my prices.csv", Hash).Split('\n');
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Does.Contain("  my-prices:").And.Contain("    from: 2000-01-07").And.Contain("    until: 2007-09-07"));
            Assert.That(lines, Has.One.Contains("my prices.csv").And.Contains(Hash).And.Contains("data:"));
            Assert.That(lines, Has.One.Contains("weekly log returns").And.Contains("周对数收益率"));
            Assert.That(lines, Has.One.Matches("^      exposures.market: { calibrated: my-prices, standardError: 0.0[0-9]+ }$"));
            Assert.That(lines, Does.Contain("  000660.ks:").And.Contain("    symbol: \"000660.KS\""));
        }
    }

    [Test]
    public void Without_a_benchmark_each_column_is_a_factor_and_the_pairs_are_correlated()
    {
        var text = MarketFile.Write(
            Calibrator.Calibrate(history, new CalibrationOptions { Shrinkage = Shrinkage.Identity }),
            "p.csv",
            Hash
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                text,
                Does.Contain("  spy-factor:\n").And.Contain("  000660.ks-factor:\n").And.Contain("exposures: { spy-factor: 1 }")
            );
            Assert.That(
                text,
                Does.Match(
                    "correlations:\n  spy-factor:\n    000660.ks-factor: -?0(.[0-9]+)?\n    source:\n      000660.ks-factor: { "
                        + "calibrated: p, standardError: "
                )
            );
            Assert.That(text, Does.Contain("(Ledoit and Wolf 2004, identity"));
        }
    }

    [Test]
    public void A_column_of_another_window_has_a_calibration_of_its_own()
    {
        var young = history.PricesOf("000660.KS").ToArray();
        Array.Fill(young, double.NaN, 0, 200);
        var both = new PriceHistory(history.Dates, history.Instruments, [history.PricesOf("SPY").ToArray(), young]);
        var text = MarketFile.Write(Calibrator.Calibrate(both, new CalibrationOptions()), "p.csv", Hash);
        Assert.That(
            text,
            Does.Contain("  p:\n").And.Contain("  p-20031114-20070907:\n").And.Contain("volatility: { calibrated: p-20031114-20070907,")
        );
    }

    [Test]
    public void A_kind_without_a_fit_is_said_and_replaced_by_constant_volatility()
    {
        var steady = Simulated.Weekly(
            ("FLAT", [.. Enumerable.Range(0, 300).Select(week => (week % 7) - 3.0).Select(step => 0.001 * step)])
        );
        var result = Calibrator.Calibrate(steady, new CalibrationOptions { Kind = FactorModel.Garch });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Factors[0].Model, Is.EqualTo(FactorModel.GeometricBrownian));
            Assert.That(result.Skipped.Single().Reason, Does.StartWith("no GARCH fit").And.EndWith("constant volatility instead"));
            Assert.That(
                MarketFile.Write(result, "p.csv", Hash),
                Does.Contain("kind: geometric-brownian").And.Contain("# Left out: \"FLAT: no GARCH fit")
            );
        }
    }

    // A total volatility would hold at the long-run level of the factor only: each instrument states its own instead, the factor none.
    [Test]
    public void A_factor_s_clusters_begin_at_the_last_day_s_level_and_own_risk_stands_by_itself()
    {
        var market = Simulated.Garch(84, 1200, new GarchParameters(0, 0.0004, 0.12, 0.8));
        var share = Simulated.Normals(85, 1200).Zip(market, (z, m) => (1.5 * m) + (0.03 * z)).ToArray();
        var result = Calibrator.Calibrate(
            Simulated.Weekly(("MKT", market), ("SHARE", share)),
            new CalibrationOptions(Benchmark: "MKT") { Kind = FactorModel.Garch }
        );
        var text = MarketFile.Write(result, "p.csv", Hash);
        var ratio = result.Factors[0].LastRatio!.Value;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Contain(FormattableString.Invariant($"    startRatio: {Math.Round(ratio, 4):0.####} ")));
            Assert.That(text, Does.Match(@"startRatio: \{ calibrated: p, standardError: 0\.\d+ \}"));
            Assert.That(text, Does.Match(@"own: \{ kind: geometric-brownian, volatility: 0\.2[012]\d* \}"));
            Assert.That(text, Does.Contain("own: { kind: geometric-brownian, volatility: 0 }"));
            Assert.That(text, Does.Not.Match(@"\n    volatility: [\d.]+   # last close"));
        }
    }

    [TestCase("SPY", "spy")]
    [TestCase("000660.KS", "000660.ks")]
    [TestCase(" S&P 500 (TR) ", "s-p-500-tr")]
    [TestCase("沪深300", "300")]
    [TestCase("___", "column")]
    public void A_column_heading_becomes_an_id(string heading, string id)
    {
        var one = Simulated.Weekly((heading, Simulated.Normals(83, 60)));
        Assert.That(MarketFile.Write(Calibrator.Calibrate(one, new CalibrationOptions()), "p.csv", Hash), Does.Contain($"\n  {id}:\n"));
    }

    [Test]
    public void Headings_that_make_the_same_id_are_told_apart()
    {
        var twins = Simulated.Weekly(("A B", Simulated.Normals(84, 60)), ("a-b", Simulated.Normals(85, 60)));
        Assert.That(
            MarketFile.Write(Calibrator.Calibrate(twins, new CalibrationOptions()), "p.csv", Hash),
            Does.Contain("\n  a-b:\n").And.Contain("\n  a-b-2:\n")
        );
    }

    [Test]
    public void The_sector_has_one_of_what_the_market_leaves_of_it()
    {
        var result = Calibrator.Calibrate(history, new CalibrationOptions(SamplingFrequency.Weekly, "SPY", "000660.KS"));
        var sector = result.Find("000660.KS")!.Exposures!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sector.Sector!.Value, Is.EqualTo(1));
            Assert.That(sector.Market.StandardError, Is.GreaterThan(0.01));
            Assert.That(sector.ResidualVolatility.Value, Is.Zero);
        }
    }
}
