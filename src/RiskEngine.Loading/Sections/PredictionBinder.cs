using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the dated predictions of a thesis and their conditions.</summary>
internal static class PredictionBinder
{
    private static readonly string[] conditionKeys = ["factor", "ratio", "listings", "all"];

    public static IReadOnlyList<Prediction> Bind(BindingScope scope, FileTree file)
    {
        var predictions = new List<Prediction>();
        foreach (var (id, reader) in scope.Section(file, "predictions", "prediction"))
        {
            var name = reader.LocalText("name");
            var claim = ClaimReader.One(reader, "claim", file.Id, scope);
            var date = reader.Date("date");
            scope.RequireFuture(reader, "date", date);
            var condition = reader.Mapping("when") is { } when ? Condition(scope, when) : null;
            scope.Source($"predictions.{id}", reader, file.Id, new FromArticle(claim.Thesis, claim.Claim));
            if (reader.Finish() && condition is not null)
                predictions.Add(new Prediction(new Id<Prediction>(id), name, claim, date, condition));
        }

        return predictions;
    }

    /// <summary>The level of <c>above</c> or <c>below</c>, exactly one of which must stand in the mapping.</summary>
    public static Threshold? Level(MappingReader reader)
    {
        var above = reader.OptionalNumber("above", NumberRange.Any);
        var below = reader.OptionalNumber("below", NumberRange.Any);
        if (reader.Failed)
            return null;
        if (above is null == below is null)
        {
            reader.RefuseAt(
                reader.Location,
                $"{reader.Subject}: expected exactly one of above and below, found {(above is null ? "neither" : "both")}"
            );
            return null;
        }

        return above is not null ? new Threshold(Side.Above, above.Value) : new Threshold(Side.Below, below!.Value);
    }

    private static Condition? Condition(BindingScope scope, MappingReader reader)
    {
        var given = conditionKeys.Where(reader.Has).ToList();
        Condition? condition = null;
        if (given.Count != 1)
        {
            var found = given.Count == 0 ? "none" : string.Join(" and ", given);
            reader.Know([.. conditionKeys, "above", "below", "atLeast"]);
            // A misspelt key is told by Finish.
            if (given.Count == 0 && reader.Node.Entries.Any(e => NearName.Find(e.Key, conditionKeys) is not null))
                reader.Fail();
            else
                reader.RefuseAt(
                    reader.Location,
                    $"{reader.Subject}: expected exactly one of {string.Join(", ", conditionKeys)}, found {found}"
                );
        }
        else
        {
            condition = given[0] switch
            {
                "factor" => FactorLevel(scope, reader),
                "ratio" => Ratio(scope, reader),
                "listings" => new ListingsCondition(
                    new Id<InstrumentGroup>(reader.Reference("listings", scope.Ids.Groups)),
                    (int)reader.Integer("atLeast", 1, 1000)
                ),
                _ => All(scope, reader),
            };
        }

        return reader.Finish() ? condition : null;
    }

    private static FactorCondition? FactorLevel(BindingScope scope, MappingReader reader)
    {
        var factor = reader.Reference("factor", scope.Ids.Factors);
        return Level(reader) is { } level ? new FactorCondition(new Id<RiskFactor>(factor), level.Side, level.Level) : null;
    }

    private static RatioCondition? Ratio(BindingScope scope, MappingReader reader)
    {
        var factors = reader.References("ratio", scope.Ids.Factors);
        if (!reader.Failed && factors.Count != 2)
            reader.Refuse("ratio", $"expected two factors, found {factors.Count}");
        return Level(reader) is { } level && factors.Count == 2
            ? new RatioCondition(new Id<RiskFactor>(factors[0]), new Id<RiskFactor>(factors[1]), level.Side, level.Level)
            : null;
    }

    private static AllCondition? All(BindingScope scope, MappingReader reader)
    {
        var nodes = reader.Items("all");
        var parts = new List<Condition>();
        for (var i = 0; i < nodes.Count; i++)
        {
            var part = reader.Read(nodes[i], n => MappingReader.Of(n, $"{reader.Subject}, 'all.{i}'", scope.Diagnostics));
            if (part is not null && Condition(scope, part) is { } condition)
                parts.Add(condition);
            else
                reader.Fail();
        }

        if (nodes.Count == 1)
            reader.Refuse("all", "expected two conditions or more, found one");
        return reader.Failed ? null : new AllCondition(parts);
    }
}
