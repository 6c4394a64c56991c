using System.Numerics;
using System.Runtime.InteropServices;

namespace RiskEngine.Numerics.QuasiRandom;

/// <summary>
/// Words of Sobol's sequence, scrambled: points that fill the unit cube more evenly than random ones, each by itself uniform.
/// </summary>
/// <remarks>
/// Owen's nested uniform scrambling (1995), by hashing as in Burley (2020), Practical Hash-based Owen Scrambling, section 3, with the hash
/// of Vegdahl (2021). Replicates that are scrambled by different seeds are independent, so that their spread is an honest error. Points
/// come in natural order.
/// </remarks>
public sealed class ScrambledSobol
{
    private const int TableBits = 8;
    private const int Table = 1 << TableBits;

    // By dimension: the words of the first 256 points, and what every higher bit of the index adds, bits in reverse order as the hash wants
    // them.
    private readonly uint[] reversedTables;
    private readonly uint[] reversedDirections;

    /// <summary>Prepares some dimensions.</summary>
    /// <param name="directions">Their direction numbers.</param>
    public ScrambledSobol(SobolDirections directions)
    {
        ArgumentNullException.ThrowIfNull(directions);
        reversedTables = new uint[directions.Dimensions * Table];
        reversedDirections = new uint[directions.Dimensions * 32];
        for (var d = 0; d < directions.Dimensions; d++)
        {
            for (var k = 0; k < 32; k++)
                reversedDirections[d * 32 + k] = Reverse(directions.Of(d)[k]);
            for (var index = 0; index < Table; index++)
                reversedTables[d * Table + index] = Unscrambled(d, (uint)index, isTable: false);
        }
    }

    /// <summary>The words of consecutive points.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="seed">The scrambling of this dimension and replicate.</param>
    /// <param name="first">Index of the first point, a multiple of 256.</param>
    /// <param name="words">At most 256 words, uniform on [0, 2^32).</param>
    public void Fill(int dimension, uint seed, uint first, Span<uint> words)
    {
        if (first % Table != 0 || words.Length > Table)
        {
            throw new ArgumentException(
                $"Expected at most {Table} points from a multiple of {Table}; found {words.Length} from {first}.",
                nameof(words)
            );
        }

        var high = Unscrambled(dimension, first, isTable: true);
        var table = reversedTables.AsSpan(dimension * Table, words.Length);
        var vectors = MemoryMarshal.Cast<uint, Vector<uint>>(words);
        var from = MemoryMarshal.Cast<uint, Vector<uint>>(table);
        for (var v = 0; v < vectors.Length; v++)
            vectors[v] = Reverse(Hash(from[v] ^ new Vector<uint>(high), seed));
        for (var i = vectors.Length * Vector<uint>.Count; i < words.Length; i++)
            words[i] = Word(dimension, seed, first + (uint)i);
    }

    /// <summary>The word of one point.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="seed">The scrambling of this dimension and replicate.</param>
    /// <param name="index">The point.</param>
    public uint Word(int dimension, uint seed, uint index)
    {
        var x = Unscrambled(dimension, index, isTable: true);
        x ^= x * 0x3d20adeau;
        x += seed;
        x *= (seed >> 16) | 1;
        x ^= x * 0x05526c56u;
        x ^= x * 0x53a22864u;
        return Reverse(x);
    }

    private static Vector<uint> Hash(Vector<uint> x, uint seed)
    {
        x ^= x * 0x3d20adeau;
        x += new Vector<uint>(seed);
        x *= (seed >> 16) | 1;
        x ^= x * 0x05526c56u;
        x ^= x * 0x53a22864u;
        return x;
    }

    private uint Unscrambled(int dimension, uint index, bool isTable)
    {
        var word = isTable ? reversedTables[dimension * Table + (int)(index % Table)] : 0;
        for (var bits = isTable ? index & ~(Table - 1u) : index; bits != 0; bits &= bits - 1)
            word ^= reversedDirections[dimension * 32 + BitOperations.TrailingZeroCount(bits)];
        return word;
    }

    private static Vector<uint> Reverse(Vector<uint> x)
    {
        x = ((x >>> 1) & new Vector<uint>(0x55555555u)) | ((x & new Vector<uint>(0x55555555u)) << 1);
        x = ((x >>> 2) & new Vector<uint>(0x33333333u)) | ((x & new Vector<uint>(0x33333333u)) << 2);
        x = ((x >>> 4) & new Vector<uint>(0x0F0F0F0Fu)) | ((x & new Vector<uint>(0x0F0F0F0Fu)) << 4);
        x = ((x >>> 8) & new Vector<uint>(0x00FF00FFu)) | ((x & new Vector<uint>(0x00FF00FFu)) << 8);
        return (x >>> 16) | (x << 16);
    }

    private static uint Reverse(uint x)
    {
        x = ((x >> 1) & 0x55555555u) | ((x & 0x55555555u) << 1);
        x = ((x >> 2) & 0x33333333u) | ((x & 0x33333333u) << 2);
        x = ((x >> 4) & 0x0F0F0F0Fu) | ((x & 0x0F0F0F0Fu) << 4);
        return System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(x);
    }
}
