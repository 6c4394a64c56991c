using RiskEngine.Abstractions.Building;
using RiskEngine.Simulation.Dependence;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Dependence;

/// <summary>Correlations as given, repaired a little or refused; and what comes out of the paths.</summary>
public sealed class FactorCorrelationTests
{
    [Test]
    public void Correlations_that_can_occur_together_are_left_alone()
    {
        var correlation = FactorCorrelation.Of(Three(0.8, 0.5, 0.3).Model);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(correlation.Repair, Is.Zero);
            Assert.That(correlation.IsRefused, Is.False);
            Assert.That(
                correlation.Matrix,
                Is.EqualTo(
                    new[,]
                    {
                        { 1, 0.8, 0.5 },
                        { 0.8, 1, 0.3 },
                        { 0.5, 0.3, 1 },
                    }
                )
            );
        }
    }

    [Test]
    public void Correlations_that_cannot_quite_are_repaired()
    {
        // det = 1 + 2 abc - a^2 - b^2 - c^2 < 0: not positive semi-definite, but close to it.
        var correlation = FactorCorrelation.Of(Three(0.9, 0.9, 0.55).Model);
        var m = correlation.Matrix;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(correlation.Repair, Is.InRange(1e-3, FactorCorrelation.LargestRepair));
            Assert.That(correlation.IsRefused, Is.False);
            Assert.That(Determinant(m), Is.GreaterThan(-1e-9));
            Assert.That(Math.Max(Math.Abs(m[0, 1] - 0.9), Math.Abs(m[1, 2] - 0.55)), Is.EqualTo(correlation.Repair).Within(1e-12));
        }
    }

    [Test]
    public void Correlations_that_contradict_each_other_are_refused()
    {
        var correlation = FactorCorrelation.Of(Three(0.9, 0.9, -0.9).Model);
        Assert.That(correlation.IsRefused, Is.True);
    }

    [TestCase(0.8, 0.5, 0.3)]
    [TestCase(0.9, 0.9, 0.55)]
    public void Simulated_factors_are_correlated_as_the_matrix_says(double ab, double ac, double bc)
    {
        var small = Three(ab, ac, bc)
            .With(Instruments.Cash("cash"))
            .Hold("p", ("cash", 1))
            .Watch("a", "1y")
            .Watch("b", "1y")
            .Watch("c", "1y");
        var simulated = Simulated.Of(small);
        var matrix = FactorCorrelation.Of(small.Model).Matrix;
        double[] Logs(string factor) => [.. simulated.Watched(factor, "1y").Select(x => Math.Log(x))];
        void Compare(string first, string second, double expected)
        {
            // Standard error of a normal sample's correlation: (1 - r^2) / sqrt(n).
            var error = (1 - expected * expected) / Math.Sqrt(Simulated.Paths);
            Assert.That(Sample.Correlation(Logs(first), Logs(second)), Is.EqualTo(expected).Within(4 * error), $"{first} and {second}");
        }

        Compare("a", "b", matrix[0, 1]);
        Compare("a", "c", matrix[0, 2]);
        Compare("b", "c", matrix[1, 2]);
    }

    private static ScenarioBuilder Three(double ab, double ac, double bc) =>
        SmallScenario
            .New()
            .With(Factors.Brownian("a", 0.2), Factors.Brownian("b", 0.3), Factors.Brownian("c", 0.1))
            .Correlate("a", "b", ab)
            .Correlate("a", "c", ac)
            .Correlate("b", "c", bc);

    private static double Determinant(double[,] m) =>
        1 + 2 * m[0, 1] * m[0, 2] * m[1, 2] - m[0, 1] * m[0, 1] - m[0, 2] * m[0, 2] - m[1, 2] * m[1, 2];
}
