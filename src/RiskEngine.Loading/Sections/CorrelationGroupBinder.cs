using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds <c>correlationGroups</c>: what holds for pairs of factors that <c>correlations</c> does not name.</summary>
internal static class CorrelationGroupBinder
{
    /// <summary>
    /// The correlations of the pairs that are not given one by one; two groups that say different things of a pair are an error.
    /// </summary>
    public static IReadOnlyList<Correlation> Bind(BindingScope scope, IReadOnlyList<Correlation> pairs)
    {
        var members = new Dictionary<string, IReadOnlyList<string>>();
        var readers = scope.Section(MarketKeys.CorrelationGroups, "correlation group").ToArray();
        foreach (var (id, reader) in readers)
            members[id] = reader.References(CorrelationGroupKeys.Factors, scope.Ids.Factors);
        var said = pairs.ToDictionary(p => Key(p.First.Value, p.Second.Value), _ => (Group: "", Value: 0.0));
        var found = new List<Correlation>();
        foreach (var (id, reader) in readers)
        {
            if (reader.OptionalNumber(CorrelationGroupKeys.Within) is { } within)
                Add(id, id, within, reader);
            With(id, reader);
            scope.Source(MarketKeys.CorrelationGroups, id, reader, CorrelationGroupKeys.All);
            reader.Finish();
        }

        return found;

        void With(string id, MappingReader reader)
        {
            if (reader.Mapping(CorrelationGroupKeys.With) is not { } others)
                return;
            foreach (var entry in others.Node.Entries)
            {
                var value = others.Number(entry.Key, CorrelationGroupKeys.With.Value.Value.Range);
                if (!scope.Ids.CorrelationGroups.Check(entry.Key, others.Subject, entry.KeyLocation, scope.Diagnostics))
                    continue;
                if (entry.Key == id)
                {
                    others.RefuseAt(
                        entry.KeyLocation,
                        $"{others.Subject}: expected another group, found the group itself (its own pairs have 'within')"
                    );
                }
                else
                {
                    Add(id, entry.Key, value, reader);
                }
            }

            others.Finish();
        }

        void Add(string id, string other, double value, MappingReader reader)
        {
            foreach (var first in members[id])
            {
                foreach (var second in members.GetValueOrDefault(other) ?? [])
                {
                    if (first == second || (id == other && string.CompareOrdinal(first, second) > 0))
                        continue;
                    if (said.TryGetValue(Key(first, second), out var before))
                    {
                        if (before.Group.Length > 0 && before.Value != value)
                        {
                            reader.RefuseAt(
                                reader.Location,
                                $"{reader.Subject}: expected one correlation of '{first}' and '{second}', found {before.Value} (group "
                                    + $"'{before.Group}') and {value}; name the pair in 'correlations'"
                            );
                        }

                        continue;
                    }

                    said.Add(Key(first, second), (id, value));
                    found.Add(new Correlation(new Id<RiskFactor>(first), new Id<RiskFactor>(second), value));
                }
            }
        }
    }

    private static (string First, string Second) Key(string first, string second) =>
        string.CompareOrdinal(first, second) < 0 ? (first, second) : (second, first);
}
