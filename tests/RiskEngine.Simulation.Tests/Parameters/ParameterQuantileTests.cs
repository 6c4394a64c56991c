using FsCheck;
using FsCheck.Fluent;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Simulation.Parameters;
using Reference = MathNet.Numerics.Distributions;

namespace RiskEngine.Simulation.Tests.Parameters;

/// <summary>Quantiles against MathNet's or by hand; moments of the drawn values against the parameter's own formulas.</summary>
public sealed class ParameterQuantileTests
{
    private static readonly Parameter[] parameters =
    [
        new Constant(3),
        new Uniform(-2, 5),
        new Triangular(1, 2, 6),
        new Triangular(0, 0, 1),
        new Triangular(0, 1, 1),
        new Pert(0.2, 0.8, 1.5),
        new Pert(0, 0, 1),
        new Pert(-1, 2, 2),
        new Normal(-1, 0.4),
        new Lognormal(2, 0.5),
        new Beta(2, 5, 0, 1),
        new Beta(0.5, 0.5, -1, 1),
        new Beta(40, 3, 0, 10),
        new Beta(0.1, 5, 0, 1),
        new Beta(0.05, 0.05, 0, 1),
        new Beta(5, 0.02, 0, 1),
    ];

    // Tables take a while to make: one for each parameter.
    private static readonly QuantileCatalogue quantiles = new();

    private static readonly double[] probabilities = [1e-12, 1e-6, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1 - 1e-6, 1 - 1e-12];

    [Test]
    public void The_mean_is_the_quantile_s_integral([ValueSource(nameof(parameters))] Parameter parameter) =>
        Assert.That(Integral(parameter, x => x), Is.EqualTo(parameter.Mean).Within(1e-4 * Scale(parameter)));

    [Test]
    public void So_is_the_variance([ValueSource(nameof(parameters))] Parameter parameter) =>
        Assert.That(
            Integral(parameter, x => (x - parameter.Mean) * (x - parameter.Mean)),
            Is.EqualTo(parameter.StandardDeviation * parameter.StandardDeviation).Within(1e-3 * Scale(parameter) * Scale(parameter))
        );

    [Test]
    public void Values_lie_between_the_bounds([ValueSource(nameof(parameters))] Parameter parameter)
    {
        var quantile = quantiles.Of(parameter);
        Assert.That(probabilities.Select(quantile.At), Is.All.InRange(parameter.Lowest, parameter.Highest));
    }

    [Test]
    public void A_block_is_filled_as_one_by_one([ValueSource(nameof(parameters))] Parameter parameter)
    {
        var quantile = quantiles.Of(parameter);
        var values = new double[probabilities.Length];
        quantile.Fill(probabilities, values);
        Assert.That(values, Is.EqualTo(probabilities.Select(quantile.At)));
    }

    [Test]
    public void Quantiles_are_those_of_the_reference([ValueSource(nameof(probabilities))] double u)
    {
        using (Assert.EnterMultipleScope())
        {
            Same(new Uniform(-2, 5), u, new Reference.ContinuousUniform(-2, 5).InverseCumulativeDistribution(u));
            Same(new Triangular(1, 2, 6), u, new Reference.Triangular(1, 6, 2).InverseCumulativeDistribution(u));
            Same(new Normal(-1, 0.4), u, Math.Clamp(Reference.Normal.InvCDF(-1, 0.4, u), -2.6, 0.6));
            Same(new Lognormal(2, 0.5), u, Reference.LogNormal.InvCDF(Math.Log(2), 0.5, u));
            if (u > 1 - 1e-9)
                return; // the reference finds beta quantiles to 1e-12 of probability only
            Same(new Beta(2, 5, 1, 3), u, 1 + 2 * Reference.Beta.InvCDF(2, 5, u));

            // PERT 0.2, 0.8, 1.5: shapes 1 + 4 x 0.6 / 1.3 and 1 + 4 x 0.7 / 1.3.
            Same(new Pert(0.2, 0.8, 1.5), u, 0.2 + 1.3 * Reference.Beta.InvCDF(1 + 2.4 / 1.3, 1 + 2.8 / 1.3, u));
        }
    }

    [FsCheck.NUnit.Property(Replay = "12345,67891", MaxTest = 20)]
    public Property Any_PERT_can_be_drawn_from() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NormalFloat>(),
            ArbMap.Default.ArbFor<byte>(),
            ArbMap.Default.ArbFor<byte>(),
            (low, toMode, toHigh) =>
            {
                var width = 1 + toMode + toHigh;
                var pert = new Pert(low.Get, low.Get + toMode, low.Get + width);
                var quantile = new ParameterQuantile(pert);
                var values = probabilities.Select(quantile.At).ToArray();
                return values.Order().SequenceEqual(values) && values[0] >= pert.Low && values[^1] <= pert.High;
            }
        );

    private static void Same(Parameter parameter, double u, double expected) =>
        Assert.That(quantiles.Of(parameter).At(u), Is.EqualTo(expected).Within(2e-4 * Scale(parameter)), $"{parameter} at {u}");

    private static double Scale(Parameter parameter) => Math.Max(parameter.StandardDeviation, 1e-9);

    /// <summary>The expectation of f under the parameter's draws, over 200,000 midpoints.</summary>
    private static double Integral(Parameter parameter, Func<double, double> f)
    {
        const int Count = 200_000;
        var quantile = quantiles.Of(parameter);
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
            sum += f(quantile.At((i + 0.5) / Count));
        return sum / Count;
    }
}
