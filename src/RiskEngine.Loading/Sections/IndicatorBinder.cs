using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds what a thesis tells to watch.</summary>
internal static class IndicatorBinder
{
    public static IReadOnlyList<Indicator> Bind(BindingScope scope, FileTree file)
    {
        var indicators = new List<Indicator>();
        foreach (var (id, reader) in scope.Section(file, ThesisKeys.Indicators, "indicator"))
        {
            var indicator = new Indicator(
                new Id<Indicator>(id),
                reader.LocalText(IndicatorKeys.Name),
                ClaimReader.One(reader, IndicatorKeys.Claim, file.Id, scope),
                new Id<RiskFactor>(reader.Reference(IndicatorKeys.Factor, scope.Ids.Factors)),
                At(scope, reader),
                Level(reader, IndicatorKeys.Confirms),
                Level(reader, IndicatorKeys.Refutes)
            );
            scope.Source(ThesisKeys.Indicators, id, reader, IndicatorKeys.All, file.Id);
            if (!reader.Has(IndicatorKeys.Confirms) && !reader.Has(IndicatorKeys.Refutes))
                reader.RefuseAt(reader.Location, $"{reader.Subject}: expected confirms or refutes or both, found neither");
            if (reader.Finish())
                indicators.Add(indicator);
        }

        return indicators;
    }

    /// <summary>A tenor after the as-of date, or a date.</summary>
    private static DateOnly At(BindingScope scope, MappingReader reader)
    {
        if (reader.Required(IndicatorKeys.At) is not { } node)
            return DateOnly.MinValue;
        if (node is YamlScalar { Text: [.., 'd' or 'w' or 'm' or 'y'] })
        {
            var tenor = reader.Read(node, n => ValueReader.Tenor(n, reader.What(IndicatorKeys.At), mayBeZero: false, scope.Diagnostics));
            return tenor?.After(scope.Header.Start) ?? DateOnly.MinValue;
        }

        var date = reader.Read(node, n => ValueReader.Date(n, reader.What(IndicatorKeys.At), scope.Diagnostics)) ?? DateOnly.MinValue;
        scope.RequireFuture(reader, IndicatorKeys.At, date);
        return date;
    }

    private static Threshold? Level(MappingReader reader, KeySpec<MappingValue> key)
    {
        if (reader.Mapping(key) is not { } mapping)
            return null;
        var level = PredictionBinder.Level(mapping, LevelKeys.Above, LevelKeys.Below);
        if (!mapping.Finish())
            reader.Fail();
        return level;
    }
}
