using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the other ways to read a recommendation.</summary>
internal static class ReadingBinder
{
    /// <summary>The readings; an error in one fails the recommendation.</summary>
    /// <param name="scope">What the binders share.</param>
    /// <param name="owner">The recommendation.</param>
    /// <param name="nodes">Its readings.</param>
    /// <param name="stands">The recommendation as it stands.</param>
    public static IReadOnlyList<RecommendationReading> Bind(
        BindingScope scope,
        MappingReader owner,
        IReadOnlyList<YamlNode> nodes,
        Recommendation stands
    )
    {
        var readings = new List<RecommendationReading>();
        for (var i = 0; i < nodes.Count; i++)
        {
            var subject = owner.What($"{RecommendationKeys.Readings.Name}.{i}");
            var reader = owner.Read(nodes[i], n => MappingReader.Of(n, subject, scope.Diagnostics));
            if (reader is null)
                continue;
            if (Reading(scope, reader, stands) is { } reading)
                readings.Add(reading);
            else
                owner.Fail();
        }

        if (readings.Sum(r => r.Weight) is >= 1 and var sum)
        {
            owner.Refuse(
                RecommendationKeys.Readings,
                $"expected weights that add to less than 1, for the recommendation as it stands has the rest, found {Math.Round(sum, 6)}"
            );
        }

        return readings;
    }

    private static RecommendationReading? Reading(BindingScope scope, MappingReader reader, Recommendation stands)
    {
        var because = reader.LocalText(ReadingKeys.Because);
        var weight = reader.Number(ReadingKeys.Weight);
        var horizonId = reader.OptionalReference(ReadingKeys.Horizon, scope.Ids.Horizons);
        var verb = reader.OptionalReference(ReadingKeys.Verb, scope.Ids.Verbs);
        var size = reader.OptionalNumber(ReadingKeys.Size);
        if (!reader.Has(ReadingKeys.Horizon) && !reader.Has(ReadingKeys.Verb) && !reader.Has(ReadingKeys.Size))
        {
            reader.RefuseAt(
                reader.Location,
                $"{reader.Subject}: expected horizon, verb or size, for it reads nothing otherwise, found none"
            );
        }

        var conviction = verb is null ? stands.Conviction : scope.Convictions.GetValueOrDefault(verb);
        var horizon = scope.Header.Horizons.FirstOrDefault(h => h.Id.Value == horizonId);
        if (conviction is null || (horizonId is not null && horizon is null))
            reader.Fail();
        if (conviction?.Direction == Direction.Watch && size > 0)
            reader.Refuse(ReadingKeys.Size, $"expected none, for '{conviction.Verb}' only watches, found {size}");
        if (horizon?.Date <= stands.From)
        {
            reader.Refuse(
                ReadingKeys.Horizon,
                $"expected a horizon after the start {stands.From:yyyy-MM-dd}, found '{horizonId}' ({horizon.Date:yyyy-MM-dd})"
            );
        }

        if (conviction is not null && conviction.Direction != Direction.Watch && stands.Targets.Count == 0)
            reader.Refuse(ReadingKeys.Verb, $"expected a verb that watches, for the recommendation names no targets, found '{verb}'");
        if (!reader.Finish())
            return null;
        var meant = stands with
        {
            Horizon = horizon?.Id ?? stands.Horizon,
            Until = horizon?.Date ?? stands.Until,
            Conviction = conviction!,
            Size = size ?? (verb is null ? stands.Size : conviction!.Size),
        };
        return new RecommendationReading(because, weight, meant);
    }
}
