using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format.Values;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the recommendations of a thesis.</summary>
internal static class RecommendationBinder
{
    /// <summary>How far weights may add to something else than 1: the rounding of six decimals.</summary>
    private const double WeightTolerance = 1e-5;

    private static readonly NumberRange weights = ((TableValue<NumberValue>)RecommendationKeys.Targets.Value.Options[0]).Value.Range;

    public static IReadOnlyList<Recommendation> Bind(BindingScope scope, string thesis)
    {
        var recommendations = new List<Recommendation>();
        foreach (var (id, reader) in scope.SectionOf(thesis, ThesisKeys.Recommendations, "recommendation"))
        {
            if (Recommendation(scope, thesis, id, reader) is { } recommendation)
                recommendations.Add(recommendation);
        }

        return recommendations;
    }

    private static Recommendation? Recommendation(BindingScope scope, string thesis, string id, MappingReader reader)
    {
        var start = scope.Header.Start;
        var name = reader.LocalText(RecommendationKeys.Name);
        var claims = ClaimReader.Several(reader, RecommendationKeys.Claims, thesis, scope);
        var horizonId = reader.Reference(RecommendationKeys.Horizon, scope.Ids.Horizons);
        var verb = reader.Reference(RecommendationKeys.Verb, scope.Ids.Verbs);
        var size = reader.OptionalNumber(RecommendationKeys.Size);
        var from = reader.Tenor(RecommendationKeys.From).After(start);
        var until = reader.OptionalTenor(RecommendationKeys.Until)?.After(start);
        var funding = reader.Choice(RecommendationKeys.Funding);
        var cost = reader.OptionalNumber(RecommendationKeys.Cost) ?? scope.Costs;
        var conviction = scope.Convictions.GetValueOrDefault(verb);
        var targets = Targets(scope, reader, conviction?.Direction);
        var horizon = scope.Header.Horizons.FirstOrDefault(h => h.Id.Value == horizonId);
        scope.Source(ThesisKeys.Recommendations, id, reader, RecommendationKeys.All, thesis);
        if (conviction is null || horizon is null)
            reader.Fail();
        if ((until ?? horizon?.Date) is { } end && end <= from)
        {
            reader.Refuse(
                reader.Has(RecommendationKeys.Until) ? RecommendationKeys.Until : RecommendationKeys.From,
                $"expected an end after the start {from:yyyy-MM-dd}, found {end:yyyy-MM-dd}"
            );
        }

        if (conviction?.Direction == Direction.Watch && size > 0)
            reader.Refuse(RecommendationKeys.Size, $"expected none, for '{verb}' only watches, found {size}");
        var readings = reader.Items(RecommendationKeys.Readings);
        if (reader.Failed || conviction is null || horizon is null)
        {
            reader.Finish();
            return null;
        }

        var recommendation = new Recommendation
        {
            Id = new Id<Recommendation>(id),
            Name = name,
            Claims = claims,
            Horizon = horizon.Id,
            Conviction = conviction,
            Size = size ?? conviction.Size,
            Targets = targets,
            From = from,
            Until = until ?? horizon.Date,
            Funding = funding,
            Cost = cost,
        };
        recommendation = recommendation with { Readings = ReadingBinder.Bind(scope, reader, readings, recommendation) };
        return reader.Finish() ? recommendation : null;
    }

    /// <summary>Weights for buying; a list of ids for reducing, and for watching if the file names any.</summary>
    private static IReadOnlyList<Target> Targets(BindingScope scope, MappingReader reader, Direction? direction)
    {
        if (direction is null)
        {
            reader.Know(RecommendationKeys.Targets);
            return [];
        }

        if (direction == Direction.Buy)
            return Weighted(scope, reader);
        if (reader.Has(RecommendationKeys.Targets) && reader.Node.Find(RecommendationKeys.Targets)!.Value is YamlMapping)
        {
            reader.Optional(RecommendationKeys.Targets);
            reader.Refuse(
                RecommendationKeys.Targets,
                "expected a list of instruments without weights, for nothing is bought, found a mapping"
            );
            return [];
        }

        var ids = reader.References(RecommendationKeys.Targets, scope.Ids.Instruments, isRequired: direction == Direction.Reduce);
        return [.. ids.Select(i => new Target(new Id<Instrument>(i), 1.0 / ids.Count))];
    }

    private static IReadOnlyList<Target> Weighted(BindingScope scope, MappingReader reader)
    {
        if (reader.Mapping(RecommendationKeys.Targets) is not { } mapping)
            return [];
        var targets = new List<Target>();
        var isWhole = true;
        foreach (var entry in mapping.Node.Entries)
        {
            isWhole &= scope.Ids.Instruments.Check(entry.Key, mapping.Subject, entry.KeyLocation, scope.Diagnostics);
            if (ValueReader.Number(entry.Value, $"{mapping.Subject}, '{entry.Key}'", weights, scope.Diagnostics) is { } weight)
                targets.Add(new Target(new Id<Instrument>(entry.Key), weight));
            else
                isWhole = false;
        }

        if (!isWhole)
        {
            reader.Fail();
            return [];
        }

        var sum = targets.Sum(t => t.Weight);
        if (Math.Abs(sum - 1) > WeightTolerance)
            reader.Refuse(RecommendationKeys.Targets, $"expected weights that add to 1, found {Math.Round(sum, 6)}");
        return [.. targets.Select(t => t with { Weight = t.Weight / sum })];
    }
}
