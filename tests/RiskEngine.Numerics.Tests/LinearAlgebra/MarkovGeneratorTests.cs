using RiskEngine.Numerics.LinearAlgebra;

namespace RiskEngine.Numerics.Tests.LinearAlgebra;

/// <summary>Markov chains in continuous time against the closed forms of two states, and against each other.</summary>
public sealed class MarkovGeneratorTests
{
    private static readonly double[,] three = MarkovGenerator.OfRates(
        new[,]
        {
            { 9, 0.5, 0.1 },
            { 2, 9, 1 },
            { 0.2, 3, 9 },
        }
    );

    [TestCase(0.001)]
    [TestCase(0.5)]
    [TestCase(40)]
    public void Two_states_move_as_the_closed_form_says(double t)
    {
        // P(0 -> 1) = a / (a + b) (1 - e^(-(a + b) t)), Norris (1997), example 2.1.2.
        const double A = 0.7;
        const double B = 2.5;
        var p = MarkovGenerator.Transition(
            MarkovGenerator.OfRates(
                new[,]
                {
                    { 0, A },
                    { B, 0 },
                }
            ),
            t
        );
        var moved = A / (A + B) * (1 - Math.Exp(-(A + B) * t));
        Assert.That(p[0, 1], Is.EqualTo(moved).Within(1e-13));
        Assert.That(p[0, 0], Is.EqualTo(1 - moved).Within(1e-13));
        Assert.That(p[1, 0], Is.EqualTo(B / A * moved).Within(1e-13));
    }

    [Test]
    public void Steps_of_any_length_add_up()
    {
        var (short1, long1, both) = (
            MarkovGenerator.Transition(three, 0.1),
            MarkovGenerator.Transition(three, 0.7),
            MarkovGenerator.Transition(three, 0.8)
        );
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++)
                Assert.That(Enumerable.Range(0, 3).Sum(k => short1[i, k] * long1[k, j]), Is.EqualTo(both[i, j]).Within(1e-13));
        }
    }

    [Test]
    public void Rates_come_back_from_probabilities()
    {
        var back = MarkovGenerator.OfProbabilities(MarkovGenerator.Transition(three, 1.0 / 12), 1.0 / 12);
        Assert.That(back, Is.EqualTo(three).Within(1e-9));
    }

    [Test]
    public void Rates_come_back_from_probabilities_of_a_long_period()
    {
        var back = MarkovGenerator.OfProbabilities(MarkovGenerator.Transition(three, 0.8), 0.8);
        Assert.That(back, Is.EqualTo(three).Within(1e-7));
    }

    [Test]
    public void Probabilities_that_no_chain_in_continuous_time_has_are_refused()
    {
        // Kendall: two states are embeddable only when p(0 -> 0) + p(1 -> 1) is above 1.
        Assert.That(
            MarkovGenerator.OfProbabilities(
                new[,]
                {
                    { 0, 0.7 },
                    { 0.6, 0 },
                },
                1
            ),
            Is.Null
        );
        Assert.That(
            MarkovGenerator.OfProbabilities(
                new[,]
                {
                    { 0, 0.5, 0 },
                    { 0, 0, 0.5 },
                    { 0.5, 0, 0 },
                },
                1
            ),
            Is.Null
        );
    }

    [Test]
    public void Long_run_shares_are_left_as_they_are()
    {
        var shares = MarkovGenerator.LongRun(three)!;
        Assert.That(shares.Sum(), Is.EqualTo(1).Within(1e-14));
        for (var j = 0; j < 3; j++)
            Assert.That(Enumerable.Range(0, 3).Sum(i => shares[i] * three[i, j]), Is.Zero.Within(1e-13));
    }

    [Test]
    public void Chains_that_fall_apart_have_no_long_run_shares() =>
        Assert.That(
            MarkovGenerator.LongRun(
                MarkovGenerator.OfRates(
                    new double[,]
                    {
                        { 0, 0 },
                        { 0, 0 },
                    }
                )
            ),
            Is.Null
        );

    [Test]
    public void Bad_tables_are_refused()
    {
        Assert.That(
            () =>
                MarkovGenerator.OfRates(
                    new[,]
                    {
                        { 0, -0.1 },
                        { 1, 0 },
                    }
                ),
            Throws.ArgumentException.With.Message.Contains("-0.1 from state 0 to 1")
        );
        Assert.That(
            () =>
                MarkovGenerator.OfProbabilities(
                    new[,]
                    {
                        { 0, 1.1 },
                        { 1, 0 },
                    },
                    1
                ),
            Throws.ArgumentException.With.Message.Contains("leaving state 0")
        );
        Assert.That(() => MarkovGenerator.OfRates(new double[2, 3]), Throws.ArgumentException.With.Message.Contains("2 x 3"));
    }
}
