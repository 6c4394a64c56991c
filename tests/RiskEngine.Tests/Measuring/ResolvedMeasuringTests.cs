using MathNet.Numerics.Distributions;
using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Results;
using RiskEngine.Testing;

namespace RiskEngine.Tests.Measuring;

/// <summary>Predictions, indicators, events and companies as counted on the paths.</summary>
public sealed class ResolvedMeasuringTests
{
    private const double S = 0.25;
    private static readonly FactorCondition up = new(new("x"), Side.Above, 110);
    private static readonly RatioCondition ahead = new(new("x"), new("y"), Side.Below, 1.5);
    private RiskResults run = null!;

    [OneTimeSetUp]
    public void Run() =>
        run = Runs.Of(
            SmallScenario
                .New()
                .Until("6m", "1y")
                .With(Factors.Brownian("x", S, start: 100), Factors.Brownian("y", 0.4, start: 80), Factors.Fixed("level", 3))
                .With(
                    Company("c1"),
                    Company("c2"),
                    Company("c3"),
                    Instruments.Private("other", 0, [Instruments.Exit(ExitRoute.Listing, 5)]),
                    Instruments.Cash("cash")
                )
                .Hold("p", ("cash", 1))
                .With(Events.Of("e", 0.36, "0d", "1y"), Events.Of("late", 0.5, "1y", "2y"))
                .Predict("up", "1y", up)
                .Predict("ahead", "2y", ahead)
                .Predict("both", "1y", new AllCondition([up, new AllCondition([ahead, new FactorCondition(new("level"), Side.Below, 4)])]))
                .Predict("listed", "18m", new ListingsCondition(new("peers"), 2))
                .Predict("level", "1y", new FactorCondition(new("level"), Side.Above, 3))
                .Watch("x", "9m", confirms: new Threshold(Side.Above, 120), refutes: new Threshold(Side.Below, 90))
                .Watch("level", "9m")
        );

    [Test]
    public void Each_factor_says_how_its_kind_moves_it() =>
        Assert.That(run.Base.Factors.Select(f => f.Scale), Is.EqualTo(new[] { FactorScale.Log, FactorScale.Log, FactorScale.Level }));

    [Test]
    public void A_condition_on_a_factor() => Runs.AssertWithinFourErrors(Scored("up").Probability, 1 - LogCdf(110 / 100.0, S, 1));

    // ln(x/y) ~ N(ln(100/80) - (sx^2 - sy^2) t / 2, (sx^2 + sy^2) t).
    [Test]
    public void A_condition_on_a_ratio() => Runs.AssertWithinFourErrors(Scored("ahead").Probability, RatioBelow(SmallScenario.Years("2y")));

    [Test]
    public void Two_of_three_listings()
    {
        // c1 has other ways out too: 5/8 of (1 - e^(-0.8 t)).
        var t = SmallScenario.Years("18m");
        var (p, q) = (1 - Math.Exp(-0.5 * t), 0.5 / 0.8 * (1 - Math.Exp(-0.8 * t)));
        Runs.AssertWithinFourErrors(Scored("listed").Probability, q * (1 - (1 - p) * (1 - p)) + (1 - q) * p * p);
    }

    [Test]
    public void All_conditions_on_the_same_path()
    {
        var both = Scored("both");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(both.Parts, Has.Count.EqualTo(3));
            Assert.That(both.Parts[0], Is.EqualTo(Scored("up").Probability), "the same paths");
            Runs.AssertWithinFourErrors(both.Parts[1], RatioBelow(1));
            Assert.That(both.Parts[2].Value, Is.EqualTo(1));
            Runs.AssertWithinFourErrors(both.Probability, Both());
            Assert.That(Scored("up").Parts, Is.Empty, "a single condition has no parts");
        }
    }

    [Test]
    public void The_level_itself_counts_for_neither_side() => Assert.That(Scored("level").Probability.Value, Is.Zero);

    [Test]
    public void An_indicator_s_median_and_levels()
    {
        var t = SmallScenario.Years("9m");
        var indicator = run.Base.Indicators[0];
        using (Assert.EnterMultipleScope())
        {
            Runs.AssertWithinFourErrors(indicator.Median, 100 * Math.Exp(-S * S / 2 * t));
            Runs.AssertWithinFourErrors(indicator.Confirms!.Value, 1 - LogCdf(1.2, S, t));
            Runs.AssertWithinFourErrors(indicator.Refutes!.Value, LogCdf(0.9, S, t));
            Assert.That(run.Base.Indicators[1].Confirms, Is.Null);
            Assert.That(run.Base.Indicators[1].Median.Value, Is.EqualTo(3));
        }
    }

    [Test]
    public void An_event_s_probability_by_each_horizon()
    {
        var (e, late) = (run.Base.Events[0], run.Base.Events[1]);
        using (Assert.EnterMultipleScope())
        {
            Runs.AssertWithinFourErrors(e.Probability[0], 1 - Math.Pow(0.64, SmallScenario.Years("6m")));
            Runs.AssertWithinFourErrors(e.Probability[1], 0.36);
            Assert.That(late.Probability.Select(p => p.Value), Is.All.Zero);
            Runs.AssertWithinFourErrors(late.ByEnd, 0.5);
        }
    }

    [Test]
    public void A_company_s_fate_by_each_horizon_and_the_end()
    {
        var fates = run.Base.PrivateCompanies.Where(c => c.Company.Id.Value == "c1").ToArray();
        Assert.That(fates.Select(f => f.Horizon?.Id.Value), Is.EqualTo(new[] { "6m", "1y", null }));
        foreach (var (fate, t) in fates.Zip([SmallScenario.Years("6m"), 1, SmallScenario.Years("2y")]))
        {
            double Part(double rate) => rate / 0.8 * (1 - Math.Exp(-0.8 * t));
            Runs.AssertWithinFourErrors(fate.Sold, Part(0.2));
            Runs.AssertWithinFourErrors(fate.Failed, Part(0.1));
            Assert.That(fate.Listed.Value + fate.Sold.Value + fate.Failed.Value + fate.StillPrivate.Value, Is.EqualTo(1).Within(1e-12));
        }
    }

    private static Instrument Company(string id) =>
        Instruments.Private(
            id,
            0,
            id == "c1"
                ?
                [
                    Instruments.Exit(ExitRoute.Listing, 0.5),
                    Instruments.Exit(ExitRoute.Sale, 0.2),
                    Instruments.Exit(ExitRoute.Failure, 0.1),
                ]
                : [Instruments.Exit(ExitRoute.Listing, 0.5)]
        ) with
        {
            Groups = [new("peers")],
        };

    private static double LogCdf(double ratio, double s, double t) => Normal.CDF(-s * s / 2 * t, s * Math.Sqrt(t), Math.Log(ratio));

    private static double RatioBelow(double t) =>
        Normal.CDF(Math.Log(1.25) - (S * S - 0.16) * t / 2, Math.Sqrt((S * S + 0.16) * t), Math.Log(1.5));

    /// <summary>P(x above 110 and x / y below 1.5 at a year) = E[1(x above 110) P(y above x / 1.5)].</summary>
    private static double Both() =>
        MathNet.Numerics.Integrate.OnClosedInterval(
            z => Normal.PDF(0, 1, z) * (1 - Normal.CDF(-0.08, 0.4, Math.Log(100 / 80.0 / 1.5) - S * S / 2 + S * z)),
            (Math.Log(1.1) + S * S / 2) / S,
            8
        );

    private PredictionResult Scored(string id) => run.Base.Predictions.Single(p => p.Prediction.Id.Value == id);
}
