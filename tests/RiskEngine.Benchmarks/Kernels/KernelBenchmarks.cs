using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;
using RiskEngine.Numerics.Kernels;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Benchmarks.Kernels;

/// <summary>Each kernel on a block that stays in the first-level cache, time per number that it makes.</summary>
public class KernelBenchmarks
{
    private const int Paths = 256;
    private const int Factors = 30;

    private readonly uint[] words = new uint[Paths];
    private readonly uint[] more = new uint[Paths];
    private readonly float[] normals = new float[Paths];
    private readonly double[] drift = new double[Paths];
    private readonly double[] deviation = new double[Paths];
    private readonly double[] x = new double[Paths];
    private readonly double[] y = new double[Paths];
    private readonly float[] peaks = new float[Paths];
    private readonly float[] troughs = new float[Paths];
    private readonly float[] lower = new float[Factors * Factors];
    private readonly float[] eps = new float[Factors * Paths];
    private readonly float[] z = new float[Factors * Paths];
    private readonly int[] rows = [0, 1, 2];
    private readonly double[] coefficients = [1e-9, -1e-9, 1e-9];
    private readonly double[] table = new double[3 * Paths];
    private readonly long[] scattered = new long[Paths];
    private TriangularProduct? product;
    private RandomStream stream;
    private VectorWidth width;

    /// <summary>Width of the vectors in bits; 1 is the scalar twin.</summary>
    [ParamsSource(nameof(Widths))]
    public int Bits { get; set; }

    /// <summary>The widths that this machine has.</summary>
    public static IEnumerable<int> Widths =>
        [
            1,
            .. VectorSupport.Has128 ? [128] : Array.Empty<int>(),
            .. VectorSupport.Has256 ? [256] : Array.Empty<int>(),
            .. VectorSupport.Has512 ? [512] : Array.Empty<int>(),
        ];

    /// <summary>Fills what the kernels read.</summary>
    [GlobalSetup]
    public void Setup()
    {
        width = Bits switch
        {
            512 => VectorWidth.Vector512,
            256 => VectorWidth.Vector256,
            128 => VectorWidth.Vector128,
            _ => VectorWidth.Scalar,
        };
        stream = RandomStream.Create(1, "benchmark");
        stream.FillWords(0, 0, words);
        stream.FillWords(0, 1, more);
        stream.FillNormals(0, 2, normals);
        stream.FillUniforms(0, 3, drift);
        stream.FillUniforms(0, 4, deviation);
        for (var i = 0; i < Paths; i++)
            scattered[i] = 3 * i;
        Array.Fill(peaks, 1);
        Array.Fill(troughs, 1);
        for (var f = 0; f < Factors; f++)
            stream.FillNormals(0, (uint)(10 + f), eps.AsSpan(f * Paths, Paths));
        for (var i = 0; i < lower.Length; i++)
            lower[i] = eps[i];
        product = new TriangularProduct(lower, Factors);
    }

    /// <summary>Random words, Philox 4x32-10.</summary>
    [Benchmark(OperationsPerInvoke = Paths)]
    public void Philox() => PhiloxKernel.Fill(width, stream.Key, 0, 5, 0, words);

    /// <summary>Random words of scattered paths, those of an event that occurs on one path of three.</summary>
    [Benchmark(OperationsPerInvoke = Paths)]
    public void PhiloxScattered() => PhiloxKernel.Gather(width, stream.Key, scattered, 5, 0, words);

    /// <summary>Normals from words.</summary>
    [Benchmark(OperationsPerInvoke = Paths)]
    public void InverseNormal() => InverseNormalKernel.Transform(width, words, normals);

    /// <summary>Uniforms in double precision from pairs of words.</summary>
    [Benchmark(OperationsPerInvoke = Paths)]
    public void Uniform() => UniformKernel.Transform(width, words, more, y);

    /// <summary>30 correlated factors, per correlated normal.</summary>
    [Benchmark(OperationsPerInvoke = Factors * Paths)]
    public void TriangularProduct() => product!.Multiply(width, eps, z);

    /// <summary>A step of geometric Brownian motion in double precision.</summary>
    [Benchmark(OperationsPerInvoke = Paths)]
    public void Diffusion() => DiffusionKernel.Step(width, drift, 1e-9, deviation, 1e-9, normals, x);

    /// <summary>Exponentials in double precision.</summary>
    [Benchmark(OperationsPerInvoke = Paths)]
    public void Exp() => ExpKernel.Transform(width, drift, y);

    /// <summary>Logarithms in double precision.</summary>
    [Benchmark(OperationsPerInvoke = Paths)]
    public void Log() => LogKernel.Transform(width, drift, y);

    /// <summary>The exponential of a sum of three multiplied rows, as of an instrument with three exposures and own risk.</summary>
    [Benchmark(OperationsPerInvoke = Paths)]
    public void ExpCombination() => ExpCombinationKernel.Transform(width, 0, rows, coefficients, table, 1e-9, normals, x, y);

    /// <summary>A sum of three multiplied rows, as of an instrument with three exposures.</summary>
    [Benchmark(OperationsPerInvoke = Paths)]
    public void LinearCombination() => LinearCombinationKernel.Add(width, 0, rows, coefficients, table, 1e-9, normals, x);

    /// <summary>Peaks and the deepest fall from them.</summary>
    [Benchmark(OperationsPerInvoke = Paths)]
    public void RunningMaximum() => RunningMaximumKernel.Follow(width, drift, peaks, troughs);

    /// <summary>System.Numerics.Tensors' exponential in double precision, always at the machine's best width.</summary>
    [Benchmark(OperationsPerInvoke = Paths)]
    public void TensorExp() => TensorPrimitives.Exp(drift, y);

    /// <summary>System.Numerics.Tensors' logarithm in double precision, always at the machine's best width.</summary>
    [Benchmark(OperationsPerInvoke = Paths)]
    public void TensorLog() => TensorPrimitives.Log(drift, y);
}
