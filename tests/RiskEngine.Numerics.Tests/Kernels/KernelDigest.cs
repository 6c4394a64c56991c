using System.Runtime.InteropServices;
using System.Security.Cryptography;
using RiskEngine.Numerics.Kernels;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Numerics.Tests.Kernels;

/// <summary>
/// What every kernel makes of the same numbers, as one hash. The test assembly is a program too: run by itself it prints the hash at the
/// width that its process has, which is how the kernels are tested on machines that have less.
/// </summary>
internal static class KernelDigest
{
    private const int Paths = 448; // no multiple of what the kernels take at a time, beyond the 64 of random streams
    private const int Factors = 7;

    public static int Main()
    {
        Console.WriteLine($"{VectorSupport.Best} {Of(VectorSupport.Best)}");
        return 0;
    }

    public static string Of(VectorWidth width)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add<T>(ReadOnlySpan<T> made)
            where T : unmanaged => hash.AppendData(MemoryMarshal.AsBytes(made));

        var key = RandomStream.Create(7, "digest").Key;
        var (words, more) = (new uint[Paths], new uint[Paths]);
        PhiloxKernel.Fill(width, key, 640, 3, 0, words);
        PhiloxKernel.Fill(width, key, 640, 3, 1, more);
        Add<uint>(words);
        Add<uint>(more);
        var gathered = new uint[53];
        PhiloxKernel.Gather(width, key, [.. Enumerable.Range(0, gathered.Length).Select(i => 13L * i)], 5, 0, gathered);
        Add<uint>(gathered);

        var (normals, uniforms) = (new float[Paths], new double[Paths]);
        InverseNormalKernel.Transform(width, words, normals);
        Add<float>(normals);
        UniformKernel.Transform(width, words, more, uniforms);
        Add<double>(uniforms);

        var (eps, z) = (new float[Factors * Paths], new float[Factors * Paths]);
        for (var f = 0; f < Factors; f++)
        {
            PhiloxKernel.Fill(width, key, 0, (uint)(10 + f), 0, words);
            InverseNormalKernel.Transform(width, words, eps.AsSpan(f * Paths, Paths));
        }

        new TriangularProduct(eps.AsSpan(0, Factors * Factors), Factors).Multiply(width, eps, z);
        Add<float>(z);

        var x = uniforms.ToArray();
        DiffusionKernel.Step(width, uniforms, 0.25, uniforms, 0.5, normals, x);
        Add<double>(x);
        DiffusionKernel.Step(width, 0.03, 0.25, 0.1, normals, x);
        DiffusionKernel.Add(width, 0.3, normals, x);
        ReversionKernel.Step(width, uniforms, uniforms, uniforms, uniforms, normals, x);
        OddTableKernel.Step(width, [0, 0.4, 1.1, 3, 3], 1.5, uniforms, 0.25, uniforms, 0.5, normals, x);
        Add<double>(x);

        var y = x.ToArray();
        LinearCombinationKernel.Add(width, 0.01, [0, 1], [0.7, -1.3], [.. x, .. uniforms], 0.4, normals, y);
        Add<double>(y);
        var bounded = new double[Paths];
        BoundedSumKernel.Add(width, x, y, -2, 2, bounded);
        Add<double>(bounded);
        ProductSumKernel.Add(width, x, y, uniforms, bounded, bounded);
        Add<double>(bounded);
        ExpCombinationKernel.Transform(width, 0.01, [1, 0], [0.7, -1.3], [.. x, .. uniforms], 0.4, normals, bounded, y);
        Add<double>(bounded);
        Add<double>(y);
        ExpKernel.Transform(width, y, y);
        Add<double>(y);

        LogKernel.Transform(width, y, y);
        Add<double>(y);

        var (peaks, troughs) = (new float[Paths], new float[Paths]);
        Array.Fill(peaks, 1);
        Array.Fill(troughs, 1);
        RunningMaximumKernel.Follow(width, y, peaks, troughs);
        RunningMaximumKernel.Follow(width, uniforms, peaks, troughs);
        Add<float>(peaks);
        Add<float>(troughs);

        var (up, down, last) = (new float[Paths], new float[Paths], new float[Paths]);
        ExponentialPairKernel.Transform(width, words, up, down);
        Add<float>(up);
        Add<float>(down);
        Array.Fill(last, 1);
        BridgedExtremesKernel.Follow(width, uniforms, new ExtremesRows(last, peaks, troughs), up, down, 0.1, 0.01);
        Add<float>(last);
        Add<float>(peaks);
        Add<float>(troughs);

        var places = new int[Paths];
        Add<int>(places.AsSpan(0, CrossingKernel.Lower(width, y, uniforms, places)));
        Add<int>(places.AsSpan(0, CrossingKernel.Lower(width, uniforms, [0.3], places)));
        Add<double>(y);
        Add<double>(uniforms);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
