using RiskEngine.Abstractions.Parameters;
using RiskEngine.Batches.Sensitivity;
using RiskEngine.Batches.Sweeps;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Tests.Sensitivity;

public sealed class SobolIndicesTests
{
    private const int Rows = 1024;

    private static IReadOnlyList<(IndexEstimate First, IndexEstimate Total)> Of(int numbers, Uniform range, Func<double[], double> f)
    {
        var ranges = Enumerable.Range(0, numbers).Select(i => new SweptRange($"x{i}", range, SweptRange.Number)).ToList();
        var design = new SaltelliDesign(ranges, Rows, seed: 5);
        double[] Column(int place) =>
            [.. Enumerable.Range(0, Rows).Select(r => f([.. design.At(((long)r * design.Width) + place).Select(v => v.Number!.Value)]))];
        return SobolIndices.Of(Column(0), Column(1), [.. ranges.Select((_, i) => Column(i + 2))], 1000, seed: 5);
    }

    private static void Holds(IndexEstimate found, double expected)
    {
        Assert.That(expected, Is.InRange(found.Low, found.High));
        Assert.That(found.Value, Is.EqualTo(expected).Within(0.03), "and the interval is no wider than it has to be");
    }

    // Ishigami and Homma 1990: f = sin x1 + a sin^2 x2 + b x3^4 sin x1 on (-pi, pi)^3 with a = 7, b = 0.1. Its parts of variance:
    // V1 = (1 + b pi^4 / 5)^2 / 2, V2 = a^2 / 8, V13 = b^2 pi^8 (1/18 - 1/50).
    [Test]
    public void Indices_of_the_ishigami_function_hold_the_closed_form()
    {
        const double A = 7;
        const double B = 0.1;
        var v1 = Math.Pow(1 + (B * Math.Pow(Math.PI, 4) / 5), 2) / 2;
        var v2 = A * A / 8;
        var v13 = B * B * Math.Pow(Math.PI, 8) * ((1 / 18.0) - (1 / 50.0));
        var v = v1 + v2 + v13;

        var found = Of(
            3,
            new Uniform(-Math.PI, Math.PI),
            x => Math.Sin(x[0]) + (A * Math.Pow(Math.Sin(x[1]), 2)) + (B * Math.Pow(x[2], 4) * Math.Sin(x[0]))
        );

        Holds(found[0].First, v1 / v);
        Holds(found[1].First, v2 / v);
        Holds(found[2].First, 0);
        Holds(found[0].Total, (v1 + v13) / v);
        Holds(found[1].Total, v2 / v);
        Holds(found[2].Total, v13 / v);
    }

    // Sobol's g function: the product of (|4 x_i - 2| + a_i) / (1 + a_i); V_i = 1 / (3 (1 + a_i)^2), V = prod(1 + V_i) - 1, and the total
    // index of i is V_i prod_{j != i} (1 + V_j) / V (Saltelli and Sobol 1995).
    [Test]
    public void Indices_of_the_g_function_hold_the_closed_form()
    {
        double[] a = [0, 1, 4.5, 9, 99];
        double[] parts = [.. a.Select(x => 1 / (3 * (1 + x) * (1 + x)))];
        var v = parts.Aggregate(1.0, (product, part) => product * (1 + part)) - 1;

        var found = Of(
            a.Length,
            new Uniform(0, 1),
            x => a.Select((ai, i) => (Math.Abs((4 * x[i]) - 2) + ai) / (1 + ai)).Aggregate((p, q) => p * q)
        );

        for (var i = 0; i < a.Length; i++)
        {
            Holds(found[i].First, parts[i] / v);
            Holds(found[i].Total, parts[i] * (v + 1) / (1 + parts[i]) / v);
        }
    }

    [Test]
    public void Rows_with_a_failed_job_are_left_out_whole()
    {
        double[] a = [1, 2, 3, 4, double.NaN];
        double[] b = [2, 3, 4, 5, 6];
        var with = SobolIndices
            .Of(
                a,
                b,
                [
                    [1, 3, 2, 5, 9],
                ],
                100,
                1
            )[0]
            .Total.Value;
        var without = SobolIndices
            .Of(
                a[..4],
                b[..4],
                [
                    [1, 3, 2, 5],
                ],
                100,
                1
            )[0]
            .Total.Value;

        Assert.That(with, Is.EqualTo(without));
    }

    [Test]
    public void A_figure_that_does_not_vary_depends_on_nothing() =>
        Assert.That(
            SobolIndices
                .Of(
                    [1, 1],
                    [1, 1],
                    [
                        [1, 1],
                    ],
                    100,
                    1
                )[0]
                .Total.Value,
            Is.Zero
        );
}
