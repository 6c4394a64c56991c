using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Planning;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Paths;

/// <summary>
/// Events that excite themselves and others (Hawkes 1971). An occurrence multiplies a share without other risk by 0.999, which counts them.
/// </summary>
public sealed class ExcitedTests
{
    private const int Paths = 20_000;
    private const double HitSize = -0.001;
    private const double Offspring = 0.6;

    // 1 - e^(-3 mu) of three years: mu is 1 a year.
    private static readonly double probability = 1 - Math.Exp(-SmallScenario.Years("3y"));

    // Half-life a month, a twelfth of a year.
    private static readonly double beta = 12 * Math.Log(2);

    // E N(T) = mu T / (1 - n) - mu n (1 - e^(-beta (1 - n) T)) / (beta (1 - n)^2), from no excitement at the start (Hawkes 1971); whatever
    // the step.
    [TestCase("1m")]
    [TestCase("3m")]
    public void The_mean_number_of_occurrences_is_that_of_the_branching_ratio(string step)
    {
        var t = SmallScenario.Years("3y");
        var expected = t / (1 - Offspring) - Offspring * (1 - Math.Exp(-beta * (1 - Offspring) * t)) / (beta * Math.Pow(1 - Offspring, 2));
        Within.FourErrorsOfMean(Sample.Of(Counts(Alone(step), "3y")), expected);
    }

    // Over long windows variance by mean is 1 / (1 - n)^2 (Fano 1947; Daley and Vere-Jones 2003, example 8.2(e)): with a half-life of a
    // day thirty years are long.
    [Test]
    public void The_fano_factor_is_that_of_the_branching_ratio()
    {
        var counts = Sample.Of(
            Counts(Market("30y").With(Recurring("e", 1 - Math.Exp(-SmallScenario.Years("30y")), "30y").Exciting("e", 0.5, "1d")), "30y")
        );
        Within.FourErrorsOfMean(counts, SmallScenario.Years("30y") / (1 - 0.5));
        Assert.That(counts.Variance / counts.Mean, Is.EqualTo(4).Within(4 * counts.VarianceError / counts.Mean + 0.01));
    }

    // Nothing excites the first occurrence.
    [Test]
    public void The_probability_of_none_is_that_without_excitement() =>
        Within.FourErrorsOfShare(Counts(Alone("1m"), "3y").Count(n => n == 0), Paths, 1 - probability);

    // A twin by clusters (Hawkes and Oakes 1974): immigrants at rate mu, each with a Poisson number of children at exponential ages.
    [Test]
    public void The_numbers_are_those_of_clusters_of_immigrants_and_offspring()
    {
        var (ours, twin) = (Counts(Alone("1m"), "3y"), Clusters(SmallScenario.Years("3y")));
        var (a, b) = (Sample.Of(ours), Sample.Of(twin));
        Assert.That(
            a.Variance,
            Is.EqualTo(b.Variance).Within(4 * Math.Sqrt(a.VarianceError * a.VarianceError + b.VarianceError * b.VarianceError))
        );
        foreach (var most in new[] { 1, 3, 8, 20 })
        {
            var (share, expected) = (ours.Count(n => n <= most) / (double)Paths, twin.Count(n => n <= most) / (double)Paths);
            Assert.That(share, Is.EqualTo(expected).Within(4 * Math.Sqrt(2 * expected * (1 - expected) / Paths)), $"at most {most}");
        }
    }

    // Two that excite each other: mean rates are mu (I - K)^-1 (Hawkes 1971); over thirty years with a half-life of a day.
    [Test]
    public void Events_that_excite_each_other_have_the_rates_of_the_inverse()
    {
        var t = SmallScenario.Years("30y");
        var first = Recurring("first", 1 - Math.Exp(-0.5 * t), "30y").Exciting("first", 0.2, "1d").Exciting("second", 0.5, "1d");
        var second = Recurring("second", 1 - Math.Exp(-0.25 * t), "30y").Exciting("first", 0.3, "1d") with { Effects = [] };
        var determinant = (1 - 0.2) * 1 - 0.5 * 0.3;
        var ofFirst = t * (0.5 * 1 + 0.25 * 0.3) / determinant;
        var ofSecond = t * (0.5 * 0.5 + 0.25 * (1 - 0.2)) / determinant;
        Within.FourErrorsOfMean(Sample.Of(Counts(Market("30y").With(first, second), "30y")), ofFirst);
        Within.FourErrorsOfMean(
            Sample.Of(Counts(Market("30y").With(first with { Effects = [] }, second with { Effects = first.Effects }), "30y")),
            ofSecond
        );
    }

    // Of an event that has no hazard of its own and is excited once, for good: it occurs with probability 1 - e^(-offspring).
    [Test]
    public void What_is_sure_to_come_may_bring_about_another()
    {
        var simulated = Simulated.Of(
            Market("3y").With(Events.Sure("source", "3m").Exciting("follows", 0.7, "1d"), Events.Of("follows", 0, "0d", "3y")),
            Paths
        );
        Within.FourErrorsOfShare(simulated.Occurrences("follows").Count(d => d is not null), Paths, 1 - Math.Exp(-0.7));
    }

    // What raises a hazard keeps every occurrence and adds some: the same draws.
    [Test]
    public void Excitement_only_adds_occurrences()
    {
        var (plain, excited) = (
            Counts(Market("3y").With(Recurring("e", probability, "3y").Exciting("e", 1e-9, "1m")), "3y"),
            Counts(Alone("1m"), "3y")
        );
        Assert.That(plain.Zip(excited).Count(n => n.First > n.Second), Is.Zero);
        Within.FourErrorsOfMean(Sample.Of(plain), SmallScenario.Years("3y"));
    }

    [Test]
    public void A_counterfactual_without_the_source_is_without_what_it_brings_about()
    {
        var small = Market("3y")
            .With(Events.Of("source", 0.5, "0d", "1y").Exciting("follows", 2, "1m"), Events.Of("follows", 0, "0d", "3y"));
        var without = Simulated.Of(
            small,
            2000,
            change: c => c with { Without = new HashSet<Abstractions.Identity.Id<RiskEvent>> { new("source") } }
        );
        Assert.That(without.Occurrences("follows"), Is.All.Null);
    }

    [TestCase(0.9, 0, 0, 0.9)]
    [TestCase(0.5, 0.4, 0.9, 1.1)]
    [TestCase(0, 4, 0.3, 1.095)]
    public void Chains_that_do_not_die_out_are_an_error(double self, double there, double back, double ratio)
    {
        var first = Recurring("first", 0.5, "1y");
        var second = Recurring("second", 0.5, "1y") with { Effects = [] };
        if (self > 0)
            (first, second) = (first.Exciting("first", self, "1m"), second.Exciting("second", self, "1m"));
        if (there > 0)
            (first, second) = (first.Exciting("second", there, "1m"), second.Exciting("first", back, "1m"));
        var found = ScenarioCheck.Of(Market("1y").With(first, second).Build(), Simulated.Kinds).Select(d => d.ToString());
        if (ratio < 1)
        {
            Assert.That(found, Has.None.Contains("excites"));
        }
        else
        {
            Assert.That(
                found,
                Has.One.Contains("error: risks 'first', 'second', 'excites': expected").And.Contains($"found {ratio:0.###}")
            );
        }
    }

    private static ScenarioBuilder Alone(string step) =>
        Market("3y").Every(step).With(Recurring("e", probability, "3y").Exciting("e", Offspring, "1m"));

    private static ScenarioBuilder Market(string horizon) =>
        SmallScenario.New().Until(horizon).With(Instruments.Equity("counter", 0), Instruments.Cash("cash")).Hold("p", ("counter", 1));

    private static RiskEvent Recurring(string id, double probability, string until) =>
        Events.Of(id, probability, "0d", until, Effects.Hits(HitSize, "counter")) with
        {
            Recurs = true,
        };

    private static double[] Counts(ScenarioBuilder small, string horizon) =>
        [.. Simulated.Of(small.Until(horizon), Paths).Profits("p").Select(r => Math.Round(Math.Log(1.0 + r) / Math.Log(1 + HitSize)))];

    private static double[] Clusters(double years)
    {
        var uniforms = RandomStream.Create(77, "clusters");
        return [.. Enumerable.Range(0, Paths).Select(path => (double)Count(path))];

        int Count(int path)
        {
            var draw = 0u;
            double Exponential() => -Math.Log(uniforms.Uniform(path, draw++));
            var (waiting, count) = (new Queue<double>(), 0);
            for (var t = Exponential(); t < years; t += Exponential())
                waiting.Enqueue(t);
            while (waiting.TryDequeue(out var born))
            {
                count++;
                for (var sum = Exponential(); sum < Offspring; sum += Exponential())
                {
                    var at = born + Exponential() / beta;
                    if (at < years)
                        waiting.Enqueue(at);
                }
            }

            return count;
        }
    }
}
