using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RiskEngine.Numerics.Kernels;

namespace RiskEngine.Numerics.RandomStreams;

/// <summary>Random numbers of one name, addressed by path and step: in any order, by any thread, the same.</summary>
/// <remarks>
/// <para>
/// The address map is the specification, so that vector width, blocks and threads do not matter. Paths come in groups of 64, and
/// <c>word(path, step) = Philox4x32(counter, key)[(path &gt;&gt; 4) &amp; 3]</c> where, with <c>n = (path &gt;&gt; 6) * 16 + (path &amp;
/// 15)</c>, the counter is <c>(low 32 bits of n, high 32 bits of n, step, plane)</c>. One call gives the words of four paths.
/// </para>
/// <para>
/// Plane 0 is the default. Normals read plane 0; uniforms read planes 0 and 1: at one address they are not independent of each other,
/// so a stream is used for one kind of draw only, and a thing with two kinds of draws has two names.
/// </para>
/// <para>The block methods allocate nothing. Paths are at least zero; a block starts at and holds a multiple of 64 of them.</para>
/// </remarks>
/// <param name="Key">The stream's key.</param>
[SuppressMessage("Naming", "CA1711", Justification = "The field's word; no System.IO.Stream.")]
public readonly record struct RandomStream(StreamKey Key)
{
    /// <summary>Paths come in groups of this many: the first path and the length of every block are multiples of it.</summary>
    public const int PathGroup = 64;

    // Words and what is made of them stay in the first-level cache.
    private const int Chunk = 1024;

    /// <summary>The stream with this name under this seed.</summary>
    public static RandomStream Create(ulong seed, string name) => new(StreamKey.Create(seed, name));

    /// <summary>Fills a block with random words, uniform on [0, 2^32): <c>words[i]</c> belongs to path <c>firstPath + i</c>.</summary>
    /// <exception cref="ArgumentException">The first path or the length is no multiple of 64, or the first path is negative.</exception>
    public void FillWords(long firstPath, uint step, Span<uint> words, uint plane = 0)
    {
        RequireGroups(firstPath, words.Length);
        PhiloxKernel.Fill(Key, firstPath, step, plane, words);
    }

    /// <summary>
    /// Fills any paths with their random words: <c>words[i]</c> belongs to path <c>paths[i]</c>. The same bits as in a block, at four times
    /// the cost.
    /// </summary>
    /// <param name="paths">The paths, each at least zero, in any order.</param>
    /// <param name="step">The step.</param>
    /// <param name="words">As many words.</param>
    /// <param name="plane">The plane.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void FillWords(ReadOnlySpan<long> paths, uint step, Span<uint> words, uint plane = 0)
    {
        RequireAsMany(paths.Length, words.Length);
        PhiloxKernel.Gather(Key, paths, step, plane, words);
    }

    /// <summary>Fills any paths with their standard normals: <c>normals[i]</c> belongs to path <c>paths[i]</c>.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void FillNormals(ReadOnlySpan<long> paths, uint step, Span<float> normals)
    {
        RequireAsMany(paths.Length, normals.Length);
        var words = MemoryMarshal.Cast<float, uint>(normals);
        PhiloxKernel.Gather(Key, paths, step, 0, words);
        InverseNormalKernel.Transform(words, normals);
    }

    /// <summary>Fills any paths with their uniforms on (0, 1): <c>uniforms[i]</c> belongs to path <c>paths[i]</c>.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    [SkipLocalsInit]
    public void FillUniforms(ReadOnlySpan<long> paths, uint step, Span<double> uniforms)
    {
        RequireAsMany(paths.Length, uniforms.Length);
        Span<uint> high = stackalloc uint[Chunk];
        Span<uint> low = stackalloc uint[Chunk];
        for (var at = 0; at < uniforms.Length; at += Chunk)
        {
            var length = Math.Min(Chunk, uniforms.Length - at);
            PhiloxKernel.Gather(Key, paths.Slice(at, length), step, 0, high[..length]);
            PhiloxKernel.Gather(Key, paths.Slice(at, length), step, 1, low[..length]);
            UniformKernel.Transform(high[..length], low[..length], uniforms.Slice(at, length));
        }
    }

    /// <summary>Fills a block with standard normals: <c>normals[i]</c> belongs to path <c>firstPath + i</c>.</summary>
    /// <remarks>See <see cref="InverseNormalKernel"/> for their resolution (32 bits, |z| at most 6.34) and accuracy (1e-6).</remarks>
    /// <exception cref="ArgumentException">The first path or the length is no multiple of 64, or the first path is negative.</exception>
    public void FillNormals(long firstPath, uint step, Span<float> normals)
    {
        RequireGroups(firstPath, normals.Length);
        var words = MemoryMarshal.Cast<float, uint>(normals);
        for (var at = 0; at < normals.Length; at += Chunk)
        {
            var length = Math.Min(Chunk, normals.Length - at);
            PhiloxKernel.Fill(Key, firstPath + at, step, 0, words.Slice(at, length));
            InverseNormalKernel.Transform(words.Slice(at, length), normals.Slice(at, length));
        }
    }

    /// <summary>Fills a block with uniforms on the open interval (0, 1): <c>uniforms[i]</c> belongs to path <c>firstPath + i</c>.</summary>
    /// <remarks>
    /// A uniform is (k + 1/2) 2^-52 with 52 random bits k, the 32 of plane 0 above the upper 20 of plane 1. All are exact in double
    /// precision, neither 0 nor 1 occurs, and 1 - u is as possible as u.
    /// </remarks>
    /// <exception cref="ArgumentException">The first path or the length is no multiple of 64, or the first path is negative.</exception>
    [SkipLocalsInit]
    public void FillUniforms(long firstPath, uint step, Span<double> uniforms)
    {
        RequireGroups(firstPath, uniforms.Length);
        Span<uint> high = stackalloc uint[Chunk];
        Span<uint> low = stackalloc uint[Chunk];
        for (var at = 0; at < uniforms.Length; at += Chunk)
        {
            var length = Math.Min(Chunk, uniforms.Length - at);
            PhiloxKernel.Fill(Key, firstPath + at, step, 0, high[..length]);
            PhiloxKernel.Fill(Key, firstPath + at, step, 1, low[..length]);
            UniformKernel.Transform(high[..length], low[..length], uniforms.Slice(at, length));
        }
    }

    /// <summary>The random word of one address; the scalar twin of <see cref="FillWords(long, uint, Span{uint}, uint)"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The path is negative.</exception>
    public uint Word(long path, uint step, uint plane = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(path);
        var n = ((path >> 6) * 16) + (path & 15);
        var (x0, x1, x2, x3) = Philox4x32.Next(((uint)n, (uint)(n >> 32), step, plane), (Key.K0, Key.K1));
        return ((path >> 4) & 3) switch
        {
            0 => x0,
            1 => x1,
            2 => x2,
            _ => x3,
        };
    }

    /// <summary>The standard normal of one address; the scalar twin of <see cref="FillNormals(long, uint, Span{float})"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The path is negative.</exception>
    public float Normal(long path, uint step) => InverseNormalKernel.Scalar(Word(path, step));

    /// <summary>The uniform of one address; the scalar twin of <see cref="FillUniforms(long, uint, Span{double})"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The path is negative.</exception>
    public double Uniform(long path, uint step) => UniformKernel.Scalar(Word(path, step), Word(path, step, plane: 1));

    private static void RequireAsMany(int paths, int draws)
    {
        if (paths != draws)
            throw new ArgumentException($"Expected one draw for each of {paths} paths; found {draws}.", nameof(draws));
    }

    private static void RequireGroups(long firstPath, int length)
    {
        if (firstPath < 0 || firstPath % PathGroup != 0)
        {
            throw new ArgumentException(
                $"Expected a first path that is a multiple of {PathGroup}, from 0; found {firstPath}.",
                nameof(firstPath)
            );
        }

        if (length % PathGroup != 0)
            throw new ArgumentException($"Expected a block length that is a multiple of {PathGroup}; found {length}.", nameof(length));
    }
}
