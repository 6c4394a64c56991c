using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace RiskEngine.Analysis.Shapley;

/// <summary>A set of players, which are numbered from zero; equal where the players are.</summary>
public sealed class Coalition : IEquatable<Coalition>
{
    private const int PerWord = 64;

    // A bit a player, as many words as the last one needs.
    private readonly ImmutableArray<ulong> words;

    private Coalition(ImmutableArray<ulong> words) => this.words = words;

    /// <summary>Nobody.</summary>
    public static Coalition Empty { get; } = new([]);

    /// <summary>Number of players in it.</summary>
    public int Size => words.Sum(BitOperations.PopCount);

    /// <summary>The first so many players.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static Coalition First(int players)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(players);
        var all = new ulong[(players + PerWord - 1) / PerWord];
        Array.Fill(all, ulong.MaxValue);
        if (players % PerWord > 0)
            all[^1] = (1UL << (players % PerWord)) - 1;
        return new Coalition([.. all]);
    }

    /// <summary>The players whose bits are set, of at most 64.</summary>
    public static Coalition Of(ulong bits) => bits == 0 ? Empty : new Coalition([bits]);

    /// <summary>Whether a player is in it.</summary>
    public bool Contains(int player) => player / PerWord < words.Length && (words[player / PerWord] >> (player % PerWord) & 1) == 1;

    /// <summary>The same with a player more.</summary>
    public Coalition With(int player)
    {
        var more = new ulong[Math.Max(words.Length, player / PerWord + 1)];
        words.CopyTo(more);
        more[player / PerWord] |= 1UL << (player % PerWord);
        return new Coalition([.. more]);
    }

    /// <inheritdoc/>
    public bool Equals(Coalition? other) => other is not null && words.AsSpan().SequenceEqual(other.words.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Coalition);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var word in words)
            hash.Add(word);
        return hash.ToHashCode();
    }

    /// <summary>The number whose binary digits are the players.</summary>
    public override string ToString()
    {
        var number = BigInteger.Zero;
        for (var at = words.Length - 1; at >= 0; at--)
            number = number << PerWord | words[at];
        return number.ToString(CultureInfo.InvariantCulture);
    }
}
