using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Time;
using RiskEngine.Testing;

namespace RiskEngine.Plugins.Tests;

public sealed class SamplePluginTests
{
    private const int Paths = 50_000;

    // Closed form: mean and variance of the capped normal (Tallis 1961), which Expected, Loading and ResidualVariance give.
    [Test]
    public void A_capped_factor_never_exceeds_its_cap_and_has_the_moments_that_it_expects()
    {
        var kind = CodeFolder.Load(CodeFolder.SamplePlugin).Kinds.Single(k => k.Name == "capped-reversion");
        double[] values = [1.3, 1, 1.6, 1, 0.35];
        var factor = Factors.Of("substrate", kind.Name, [.. kind.Parameters.Zip(values, (p, v) => (p.Name, Parameter.Of(v)))]);
        var process = kind.Create(factor, new TimeGrid([new(2026, 1, 1), new(2026, 7, 1), new(2027, 1, 1)]));
        var x = new double[Paths];
        var block = new FactorBlock(x, [.. values.SelectMany(v => Enumerable.Repeat(v, Paths))], new double[process.StateCount * Paths]);

        process.Start(block);
        process.Step(0, Normals(1), block);
        process.Step(1, Normals(2), block);

        var sample = Sample.Of(x);
        Assert.That(x.Max(), Is.EqualTo(Math.Log(1.6)).Within(1e-15));
        Assert.That(sample.Mean, Is.EqualTo(process.Expected(2)).Within(4 * sample.MeanError));
        var linear = Math.Pow(process.Loading(0, 2), 2) + Math.Pow(process.Loading(1, 2), 2);
        Assert.That(sample.Variance, Is.EqualTo(linear + process.ResidualVariance(2)).Within(4 * sample.VarianceError));
        Assert.That(process.Highest, Is.EqualTo(Math.Log(1.6)));
    }

    /// <summary>Standard normals by Box and Muller (1958), eq. 1.</summary>
    private static float[] Normals(int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(0, Paths)
                .Select(_ => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))),
        ];
    }
}
