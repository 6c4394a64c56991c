using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the correlations of pairs of factors.</summary>
internal static class CorrelationBinder
{
    public static IReadOnlyList<Correlation> Bind(BindingScope scope)
    {
        var correlations = new List<Correlation>();
        var table = (YamlMapping)scope.Tree.Find(MarketKeys.Correlations)!.Value;
        foreach (var row in table.Entries)
        {
            var isFactor = scope.Ids.Factors.Check(row.Key, "correlations", row.KeyLocation, scope.Diagnostics);
            if (ValueReader.Mapping(row.Value, $"correlations, '{row.Key}'", scope.Diagnostics) is not { } pairs)
                continue;
            foreach (var pair in pairs.Entries)
            {
                if (Pair(scope, row.Key, pair) is { } correlation && isFactor)
                    correlations.Add(correlation);
            }
        }

        return correlations;
    }

    private static Correlation? Pair(BindingScope scope, string first, YamlEntry pair)
    {
        var what = $"correlations, '{first}', '{pair.Key}'";
        var isFactor = scope.Ids.Factors.Check(pair.Key, $"correlations, '{first}'", pair.KeyLocation, scope.Diagnostics);
        if (first == pair.Key)
        {
            scope.Diagnostics.Error(pair.KeyLocation, $"{what}: expected two different factors, found the same twice");
            return null;
        }

        if (
            ValueReader.Number(pair.Value, what, MarketKeys.Correlations.Value.Value.Value.Range, scope.Diagnostics) is not { } value
            || !isFactor
        )
        {
            return null;
        }

        scope.Ledger?.AddNumber(
            MarketKeys.Correlations,
            first,
            pair.Key,
            pair.Value,
            "correlations, 'source'",
            scope.Files.CorrelationSources.GetValueOrDefault((first, pair.Key)) ?? []
        );
        return new Correlation(new Id<RiskFactor>(first), new Id<RiskFactor>(pair.Key), value);
    }
}
