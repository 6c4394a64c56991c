using MathNet.Numerics.Distributions;
using RiskEngine.Numerics.Kernels;
using RiskEngine.Numerics.LinearAlgebra;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Numerics.Tests.Kernels;

/// <summary>
/// What single precision in the shocks does to measures: below 1e-5 of their value. The twin takes the same words through double precision
/// all the way, so that sampling noise cancels and only the rounding is left.
/// </summary>
public sealed class SinglePrecisionTests
{
    private const double Bound = 1e-5;
    private const int Assets = 12;
    private const int Paths = 20_032; // a multiple of the streams' groups

    // Wichura (1988), relative error 1e-15.
    private static double Exact(uint word) => (word >> 31 == 0 ? -1 : 1) * Normal.InvCDF(0, 1, ((word & 0x7FFFFFFF) + 0.5) / 4294967296.0);

    // Every 16,411th word, both signs: a grid over all normals that there are, finest in the tails.
    [TestCase(0.05)]
    [TestCase(0.3)]
    [TestCase(1.0)]
    public void One_lognormal_keeps_its_measures(double sigma)
    {
        var words = Enumerable.Range(0, 1 << 17).SelectMany(i => new[] { (uint)i * 16_411, ((uint)i * 16_411) | 0x80000000 }).ToArray();
        var single = words.Select(w => Math.Exp(sigma * InverseNormalKernel.Scalar(w)) - 1).ToArray();
        var exact = words.Select(w => Math.Exp(sigma * Exact(w)) - 1).ToArray();
        Compare(single, exact);
    }

    [Test]
    public void A_basket_of_correlated_lognormals_over_twelve_steps_keeps_its_measures()
    {
        var correlation = new double[Assets, Assets];
        for (var i = 0; i < Assets; i++)
        {
            for (var j = 0; j < Assets; j++)
                correlation[i, j] = i == j ? 1 : 0.5;
        }

        var lower = CholeskyFactor.Lower(correlation);
        float[] flat = [.. lower.Cast<double>().Select(l => (float)l)];
        var product = new TriangularProduct(flat, Assets);
        var (single, exact) = (new double[Assets * Paths], new double[Assets * Paths]);
        var words = new uint[Assets][];
        var (eps, z) = (new float[Assets * Paths], new float[Assets * Paths]);
        for (uint step = 0; step < 12; step++)
        {
            for (var i = 0; i < Assets; i++)
            {
                words[i] = new uint[Paths];
                RandomStream.Create(9, $"asset {i}").FillWords(0, step, words[i]);
                InverseNormalKernel.Transform(words[i], eps.AsSpan(i * Paths, Paths));
            }

            product.Multiply(eps, z);
            var inDouble = words.Select(row => row.Select(Exact).ToArray()).ToArray();
            for (var i = 0; i < Assets; i++)
            {
                var deviation = (0.2 + 0.02 * i) / Math.Sqrt(12);
                DiffusionKernel.Add(deviation, z.AsSpan(i * Paths, Paths), single.AsSpan(i * Paths, Paths));
                for (var k = 0; k < Paths; k++)
                {
                    var sum = 0.0;
                    for (var j = 0; j <= i; j++)
                        sum += lower[i, j] * inDouble[j][k];
                    exact[i * Paths + k] += deviation * sum;
                }
            }
        }

        Compare(Basket(single), Basket(exact));
    }

    private static double[] Basket(double[] logs) =>
        [.. Enumerable.Range(0, Paths).Select(k => Enumerable.Range(0, Assets).Average(i => Math.Exp(logs[i * Paths + k])) - 1)];

    private static void Compare(double[] single, double[] exact)
    {
        Array.Sort(single);
        Array.Sort(exact);
        using (Assert.EnterMultipleScope())
        {
            foreach (
                var (name, measure) in new (string, Func<double[], double>)[]
                {
                    ("mean value", x => 1 + x.Average()),
                    ("deviation", x => Math.Sqrt(x.Average(v => v * v) - (x.Average() * x.Average()))),
                    ("VaR 95%", x => -x[x.Length / 20]),
                    ("VaR 99%", x => -x[x.Length / 100]),
                    ("ES 95%", x => -x[..(x.Length / 20)].Average()),
                    ("ES 99%", x => -x[..(x.Length / 100)].Average()),
                }
            )
            {
                Assert.That(measure(single), Is.EqualTo(measure(exact)).Within(Bound * Math.Abs(measure(exact))), name);
            }
        }
    }
}
