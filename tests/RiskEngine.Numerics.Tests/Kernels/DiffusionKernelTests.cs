using RiskEngine.Numerics.Kernels;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Numerics.Tests.Kernels;

/// <summary>Every width gives the bits of the plain formula with fused sums.</summary>
public sealed class DiffusionKernelTests
{
    private readonly float[] normals = new float[192];
    private readonly double[] drift = new double[192];
    private readonly double[] deviation = new double[192];
    private readonly double[] start = new double[192];

    [OneTimeSetUp]
    public void Fill()
    {
        RandomStream.Create(3, "normals").FillNormals(0, 0, normals);
        RandomStream.Create(3, "drift").FillUniforms(0, 0, drift);
        RandomStream.Create(3, "deviation").FillUniforms(0, 0, deviation);
        RandomStream.Create(3, "start").FillUniforms(0, 0, start);
    }

    // Lengths that are no multiple of a vector are finished one by one.
    [Test]
    public void A_step_is_x_plus_drift_h_plus_deviation_root_z([Values(0, 1, 7, 16, 100, 192)] int length, [Values] bool wide)
    {
        var x = start[..length];
        DiffusionKernel.Step(Width(wide), drift.AsSpan(0, length), 0.25, deviation.AsSpan(0, length), 0.5, normals.AsSpan(0, length), x);
        for (var i = 0; i < length; i++)
        {
            var twin = Math.FusedMultiplyAdd(deviation[i] * 0.5, normals[i], Math.FusedMultiplyAdd(drift[i], 0.25, start[i]));
            Assert.That(x[i], Is.EqualTo(twin), $"path {i}");
            Assert.That(x[i], Is.EqualTo(start[i] + (0.25 * drift[i]) + (0.5 * deviation[i] * normals[i])).Within(1e-15));
        }
    }

    [Test]
    public void One_drift_and_deviation_for_all_give_the_bits_of_rows_that_hold_them(
        [Values(0, 1, 7, 16, 100, 192)] int length,
        [ValueSource(typeof(Widths), nameof(Widths.Available))] int width
    )
    {
        var (x, byRows) = (start[..length], start[..length]);
        var (drifts, deviations) = (new double[length], new double[length]);
        Array.Fill(drifts, 0.07);
        Array.Fill(deviations, 0.31);
        DiffusionKernel.Step((VectorWidth)width, 0.07, 0.25, 0.31 * 0.5, normals.AsSpan(0, length), x);
        DiffusionKernel.Step(VectorWidth.Scalar, drifts, 0.25, deviations, 0.5, normals.AsSpan(0, length), byRows);
        Assert.That(x, Is.EqualTo(byRows));
    }

    [Test]
    public void Adding_is_x_plus_deviation_z([Values(0, 1, 7, 16, 100, 192)] int length, [Values] bool wide)
    {
        var x = start[..length];
        DiffusionKernel.Add(Width(wide), 0.3, normals.AsSpan(0, length), x);
        for (var i = 0; i < length; i++)
            Assert.That(x[i], Is.EqualTo(Math.FusedMultiplyAdd(0.3, normals[i], start[i])), $"path {i}");
    }

    [Test]
    public void Narrower_vectors_give_the_same_bits()
    {
        var (best, narrow) = (start.ToArray(), start.ToArray());
        DiffusionKernel.Step(VectorSupport.Best, drift, 0.25, deviation, 0.5, normals, best);
        DiffusionKernel.Step(VectorWidth.Vector256, drift, 0.25, deviation, 0.5, normals, narrow);
        Assert.That(narrow, Is.EqualTo(best));
    }

    [Test]
    public void Rows_of_different_length_are_refused() =>
        Assert.That(
            () => DiffusionKernel.Add(1, normals, start.AsSpan(1)),
            Throws.ArgumentException.With.Message.Contains("191").And.Message.Contains("192")
        );

    private static VectorWidth Width(bool wide) => wide ? VectorSupport.Best : VectorWidth.Scalar;
}
