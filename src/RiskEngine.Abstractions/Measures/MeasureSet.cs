using System.Collections;
using System.Collections.Immutable;

namespace RiskEngine.Abstractions.Measures;

/// <summary>
/// All measures of one column of outcomes, one estimate for each of <see cref="MeasureKinds.All"/>; pure data, equal by value.
/// </summary>
public sealed class MeasureSet : IReadOnlyCollection<KeyValuePair<MeasureKind, Estimate>>, IEquatable<MeasureSet>
{
    private readonly ImmutableArray<Estimate> estimates;

    /// <summary>Makes the set from one estimate for every kind, in any order.</summary>
    /// <exception cref="ArgumentException">A kind is missing, given twice or not in the catalogue.</exception>
    public MeasureSet(IEnumerable<KeyValuePair<MeasureKind, Estimate>> measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        var byPosition = new Estimate?[MeasureKinds.All.Length];
        foreach (var (kind, estimate) in measures)
        {
            ref var slot = ref byPosition[PositionOf(kind)];
            if (slot is not null)
            {
                throw new ArgumentException($"Expected each measure once, found '{kind.Id}' twice.", nameof(measures));
            }

            slot = estimate;
        }

        var missing = Array.FindIndex(byPosition, slot => slot is null);
        if (missing >= 0)
        {
            throw new ArgumentException(
                $"Expected all {byPosition.Length} measures, '{MeasureKinds.All[missing].Id}' is missing.",
                nameof(measures)
            );
        }

        estimates = [.. byPosition.Select(slot => slot!.Value)];
    }

    /// <summary>How many measures there are: as many as in the catalogue.</summary>
    public int Count => estimates.Length;

    /// <summary>Mean profit.</summary>
    public Estimate Mean => this[MeasureKinds.Mean];

    /// <summary>Standard deviation of the profit.</summary>
    public Estimate StandardDeviation => this[MeasureKinds.StandardDeviation];

    /// <summary>Median profit.</summary>
    public Estimate Median => this[MeasureKinds.Median];

    /// <summary>Probability of a loss.</summary>
    public Estimate LossProbability => this[MeasureKinds.LossProbability];

    /// <summary>Value at risk at 95%, losses positive.</summary>
    public Estimate Var95 => this[MeasureKinds.Var95];

    /// <summary>Expected shortfall at 95%, losses positive.</summary>
    public Estimate Es95 => this[MeasureKinds.Es95];

    /// <summary>The estimate of one kind.</summary>
    /// <exception cref="ArgumentException">The kind is not in the catalogue.</exception>
    public Estimate this[MeasureKind kind] => estimates[PositionOf(kind)];

    /// <summary>The kinds with their estimates, in the order of the catalogue.</summary>
    public IEnumerator<KeyValuePair<MeasureKind, Estimate>> GetEnumerator()
    {
        for (var i = 0; i < estimates.Length; i++)
        {
            yield return KeyValuePair.Create(MeasureKinds.All[i], estimates[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether all estimates are equal; not-a-number equals itself.</summary>
    public bool Equals(MeasureSet? other) => other is not null && estimates.AsSpan().SequenceEqual(other.estimates.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MeasureSet);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(estimates[0], estimates[1], estimates[^1]);

    private static int PositionOf(MeasureKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var position = MeasureKinds.All.IndexOf(kind);
        return position >= 0
            ? position
            : throw new ArgumentException($"Expected a measure of the catalogue, found '{kind.Id}'.", nameof(kind));
    }
}
