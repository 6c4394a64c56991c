namespace RiskEngine.Abstractions.Factors;

/// <summary>The factor kinds that a run knows, by name: the built-in ones and those of plug-ins.</summary>
public sealed class FactorCatalogue
{
    private readonly Dictionary<string, FactorKind> byName = new(StringComparer.Ordinal);

    /// <summary>Makes the catalogue.</summary>
    /// <exception cref="ArgumentException">Two kinds have one name.</exception>
    public FactorCatalogue(IEnumerable<FactorKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        foreach (var kind in kinds)
        {
            if (!byName.TryAdd(kind.Name, kind))
                throw new ArgumentException($"Expected each factor kind once, found '{kind.Name}' twice.", nameof(kinds));
        }

        All = [.. byName.Values.OrderBy(k => k.Name, StringComparer.Ordinal)];
    }

    /// <summary>All kinds, by name.</summary>
    public IReadOnlyList<FactorKind> All { get; }

    /// <summary>The kind of this name, or null.</summary>
    public FactorKind? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The kind of a factor.</summary>
    /// <exception cref="ArgumentException">The catalogue has no such kind.</exception>
    public FactorKind KindOf(RiskFactor factor) =>
        Find(factor.Kind)
        ?? throw new ArgumentException(
            $"Factor '{factor.Id}' is of unknown kind '{factor.Kind}' (known: {string.Join(", ", All.Select(k => k.Name))}).",
            nameof(factor)
        );
}
