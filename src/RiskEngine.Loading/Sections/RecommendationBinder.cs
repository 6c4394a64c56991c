using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the recommendations of a thesis.</summary>
internal static class RecommendationBinder
{
    /// <summary>How far weights may add to something else than 1: the rounding of six decimals.</summary>
    private const double WeightTolerance = 1e-5;

    /// <summary>One-way trading costs.</summary>
    public static readonly NumberRange Costs = new(0, 0.2);

    private static readonly NumberRange buyWeights = new(0, 1, MinIsOpen: true);

    private static readonly (string Word, Funding Value)[] fundings = [("pro-rata", Funding.ProRata), ("cash", Funding.Cash)];

    public static IReadOnlyList<Recommendation> Bind(BindingScope scope, string thesis)
    {
        var recommendations = new List<Recommendation>();
        foreach (var (id, reader) in scope.SectionOf(thesis, "recommendations", "recommendation"))
        {
            if (Recommendation(scope, thesis, id, reader) is { } recommendation)
                recommendations.Add(recommendation);
        }

        return recommendations;
    }

    private static Recommendation? Recommendation(BindingScope scope, string thesis, string id, MappingReader reader)
    {
        var start = scope.Header.Start;
        var name = reader.LocalText("name");
        var claims = ClaimReader.Several(reader, "claims", thesis, scope, isRequired: true);
        var horizonId = reader.Reference("horizon", scope.Ids.Horizons);
        var verb = reader.Reference("verb", scope.Ids.Verbs);
        var size = reader.OptionalNumber("size", NumberRange.Probability);
        var from = reader.OptionalTenor("from", mayBeZero: true)?.After(start) ?? start;
        var until = reader.OptionalTenor("until")?.After(start);
        var funding = reader.OptionalChoice("funding", fundings) ?? Funding.ProRata;
        var cost = reader.OptionalNumber("cost", Costs) ?? scope.Costs;
        var conviction = scope.Convictions.GetValueOrDefault(verb);
        var targets = Targets(scope, reader, conviction?.Direction);
        var horizon = scope.Header.Horizons.FirstOrDefault(h => h.Id.Value == horizonId);
        scope.Source($"recommendations.{id}", reader, thesis);
        if (conviction is null || horizon is null)
            reader.Fail();
        if ((until ?? horizon?.Date) is { } end && end <= from)
            reader.Refuse(
                reader.Has("until") ? "until" : "from",
                $"expected an end after the start {from:yyyy-MM-dd}, found {end:yyyy-MM-dd}"
            );
        if (conviction?.Direction == Direction.Watch && size > 0)
            reader.Refuse("size", $"expected none, for '{verb}' only watches, found {size}");
        if (!reader.Finish())
            return null;
        return new Recommendation
        {
            Id = new Id<Recommendation>(id),
            Name = name,
            Claims = claims,
            Horizon = horizon!.Id,
            Conviction = conviction!,
            Size = size ?? conviction!.Size,
            Targets = targets,
            From = from,
            Until = until ?? horizon.Date,
            Funding = funding,
            Cost = cost,
        };
    }

    /// <summary>Weights for buying; a list of ids for reducing, and for watching if the file names any.</summary>
    private static IReadOnlyList<Target> Targets(BindingScope scope, MappingReader reader, Direction? direction)
    {
        if (direction is null)
        {
            reader.Know("targets");
            return [];
        }

        if (direction == Direction.Buy)
            return Weighted(scope, reader);
        if (reader.Has("targets") && reader.Node.Find("targets")!.Value is YamlMapping)
        {
            reader.Optional("targets");
            reader.Refuse("targets", "expected a list of instruments without weights, for nothing is bought, found a mapping");
            return [];
        }

        var ids = reader.References("targets", scope.Ids.Instruments, isRequired: direction == Direction.Reduce);
        return [.. ids.Select(i => new Target(new Id<Instrument>(i), 1.0 / ids.Count))];
    }

    private static IReadOnlyList<Target> Weighted(BindingScope scope, MappingReader reader)
    {
        if (reader.Mapping("targets") is not { } mapping)
            return [];
        var targets = new List<Target>();
        var isWhole = true;
        foreach (var entry in mapping.Node.Entries)
        {
            isWhole &= scope.Ids.Instruments.Check(entry.Key, mapping.Subject, entry.KeyLocation, scope.Diagnostics);
            if (ValueReader.Number(entry.Value, $"{mapping.Subject}, '{entry.Key}'", buyWeights, scope.Diagnostics) is { } weight)
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
            reader.Refuse("targets", $"expected weights that add to 1, found {Math.Round(sum, 6)}");
        return [.. targets.Select(t => t with { Weight = t.Weight / sum })];
    }
}
