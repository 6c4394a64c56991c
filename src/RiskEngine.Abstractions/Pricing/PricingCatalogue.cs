namespace RiskEngine.Abstractions.Pricing;

/// <summary>The kinds of priced instruments that scenario files may use, by name.</summary>
public sealed class PricingCatalogue
{
    private readonly Dictionary<string, PricingKind> byName = new(StringComparer.Ordinal);

    /// <summary>Makes the catalogue.</summary>
    /// <exception cref="ArgumentException">Two kinds have one name.</exception>
    public PricingCatalogue(IEnumerable<PricingKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        foreach (var kind in kinds)
        {
            if (!byName.TryAdd(kind.Name, kind))
                throw new ArgumentException($"Expected each kind of priced instrument once, found '{kind.Name}' twice.", nameof(kinds));
        }

        All = [.. byName.Values.OrderBy(k => k.Name, StringComparer.Ordinal)];
    }

    /// <summary>All kinds, by name.</summary>
    public IReadOnlyList<PricingKind> All { get; }

    /// <summary>The kind of this name, or null.</summary>
    public PricingKind? Find(string name) => byName.GetValueOrDefault(name);
}
