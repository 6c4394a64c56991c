using RiskEngine.Numerics.QuasiRandom;

namespace RiskEngine.Numerics.Tests.QuasiRandom;

/// <summary>The bridge is an orthogonal change of coordinates that places the times it was told to place first.</summary>
public sealed class BrownianBridgeTests
{
    private static readonly double[] times = [0.1, 0.25, 0.5, 0.9, 1.0, 1.7, 2.0];

    // Unit vectors in, an orthogonal matrix out: the steps' normals are independent and standard when the placing ones are.
    [Test]
    public void It_keeps_normals_independent_and_standard()
    {
        var n = times.Length;
        var rows = new float[n * n];
        for (var k = 0; k < n; k++)
            rows[k * n + k] = 1;
        new BrownianBridge(times, [4, 6]).Apply(rows, new float[n * n]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var dot = Enumerable.Range(0, n).Sum(k => rows[i * n + k] * rows[j * n + k]);
                Assert.That(dot, Is.EqualTo(i == j ? 1 : 0).Within(1e-5), $"steps {i} and {j}");
            }
        }
    }

    [Test]
    public void The_first_normal_alone_decides_where_the_first_time_is_placed()
    {
        var n = times.Length;
        var rows = new float[n];
        rows[0] = 1;
        new BrownianBridge(times, [4]).Apply(rows, new float[n]);
        var end = Enumerable.Range(0, 5).Sum(k => rows[k] * Math.Sqrt(times[k] - (k == 0 ? 0 : times[k - 1])));
        Assert.That(end, Is.EqualTo(Math.Sqrt(times[4])).Within(1e-6));
    }

    [Test]
    public void What_one_normal_makes_of_the_steps_adds_up_to_what_all_of_them_make()
    {
        var bridge = new BrownianBridge(times, [4, 6]);
        float[] rows = [0.3f, -1.2f, 0.7f, 2.1f, -0.4f, 0.9f, -0.1f];
        double[] expected =
        [
            .. Enumerable.Range(0, rows.Length).Select(step => rows.Select((z, place) => z * bridge.StepsOf(place)[step]).Sum()),
        ];
        bridge.Apply(rows, new float[rows.Length]);
        Assert.That(rows, Is.EqualTo(expected).Within(1e-5));
    }

    [Test]
    public void Every_time_is_placed_once([Values(1, 2, 5, 62)] int steps)
    {
        double[] even = [.. Enumerable.Range(1, steps).Select(k => k / 12.0)];
        Assert.That(new BrownianBridge(even, [Math.Min(steps - 1, 3)]).Placed.Order(), Is.EqualTo(Enumerable.Range(0, steps)));
    }
}
