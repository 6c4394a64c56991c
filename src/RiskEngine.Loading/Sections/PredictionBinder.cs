using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the dated predictions of a thesis and their conditions.</summary>
internal static class PredictionBinder
{
    private static readonly string[] conditionKeys = [.. ConditionKeys.Kinds.Select(k => k.Name)];

    public static IReadOnlyList<Prediction> Bind(BindingScope scope, FileTree file)
    {
        var predictions = new List<Prediction>();
        foreach (var (id, reader) in scope.Section(file, ThesisKeys.Predictions, "prediction"))
        {
            var name = reader.LocalText(PredictionKeys.Name);
            var claim = ClaimReader.One(reader, PredictionKeys.Claim, file.Id, scope);
            var date = reader.Date(PredictionKeys.Date);
            scope.RequireFuture(reader, PredictionKeys.Date, date);
            var condition = reader.Mapping(PredictionKeys.When) is { } when ? Condition(scope, when) : null;
            scope.Source(ThesisKeys.Predictions, id, reader, PredictionKeys.All, file.Id, new FromArticle(claim.Thesis, claim.Claim));
            if (reader.Finish() && condition is not null)
                predictions.Add(new Prediction(new Id<Prediction>(id), name, claim, date, condition));
        }

        return predictions;
    }

    /// <summary>The level of <c>above</c> or <c>below</c>, exactly one of which must stand in the mapping.</summary>
    public static Threshold? Level(MappingReader reader, KeySpec<NumberValue> aboveKey, KeySpec<NumberValue> belowKey)
    {
        var above = reader.OptionalNumber(aboveKey);
        var below = reader.OptionalNumber(belowKey);
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
        var given = ConditionKeys.Kinds.Where(k => reader.Has(k)).Select(k => k.Name).ToList();
        Condition? condition = null;
        if (given.Count != 1)
        {
            var found = given.Count == 0 ? "none" : string.Join(" and ", given);
            reader.Know(ConditionKeys.All);
            // A misspelt key is told by Finish.
            if (given.Count == 0 && reader.Node.Entries.Any(e => NearName.Find(e.Key, conditionKeys) is not null))
            {
                reader.Fail();
            }
            else
            {
                reader.RefuseAt(
                    reader.Location,
                    $"{reader.Subject}: expected exactly one of {string.Join(", ", conditionKeys)}, found {found}"
                );
            }
        }
        else
        {
            condition = given[0] switch
            {
                var key when key == ConditionKeys.Factor => FactorLevel(scope, reader),
                var key when key == ConditionKeys.Ratio => Ratio(scope, reader),
                var key when key == ConditionKeys.Listings => new ListingsCondition(
                    new Id<InstrumentGroup>(reader.Reference(ConditionKeys.Listings, scope.Ids.Groups)),
                    (int)reader.Integer(ConditionKeys.AtLeast)
                ),
                _ => All(scope, reader),
            };
        }

        return reader.Finish() ? condition : null;
    }

    private static FactorCondition? FactorLevel(BindingScope scope, MappingReader reader)
    {
        var factor = reader.Reference(ConditionKeys.Factor, scope.Ids.Factors);
        return Level(reader, ConditionKeys.Above, ConditionKeys.Below) is { } level
            ? new FactorCondition(new Id<RiskFactor>(factor), level.Side, level.Level)
            : null;
    }

    private static RatioCondition? Ratio(BindingScope scope, MappingReader reader)
    {
        var factors = reader.References(ConditionKeys.Ratio.Name, scope.Ids.Factors);
        if (!reader.Failed && factors.Count != 2)
            reader.Refuse(ConditionKeys.Ratio, $"expected two factors, found {factors.Count}");
        return Level(reader, ConditionKeys.Above, ConditionKeys.Below) is { } level && factors.Count == 2
            ? new RatioCondition(new Id<RiskFactor>(factors[0]), new Id<RiskFactor>(factors[1]), level.Side, level.Level)
            : null;
    }

    private static AllCondition? All(BindingScope scope, MappingReader reader)
    {
        var nodes = reader.Items(ConditionKeys.Every.Name);
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
            reader.Refuse(ConditionKeys.Every, "expected two conditions or more, found one");
        return reader.Failed ? null : new AllCondition(parts);
    }
}
