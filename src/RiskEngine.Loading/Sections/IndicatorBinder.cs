using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds what a thesis tells to watch.</summary>
internal static class IndicatorBinder
{
    public static IReadOnlyList<Indicator> Bind(BindingScope scope, FileTree file)
    {
        var indicators = new List<Indicator>();
        foreach (var (id, reader) in scope.Section(file, "indicators", "indicator"))
        {
            var indicator = new Indicator(
                new Id<Indicator>(id),
                reader.LocalText("name"),
                ClaimReader.One(reader, "claim", file.Id, scope),
                new Id<RiskFactor>(reader.Reference("factor", scope.Ids.Factors)),
                At(scope, reader),
                Level(reader, "confirms"),
                Level(reader, "refutes")
            );
            scope.Source($"indicators.{id}", reader, file.Id);
            if (!reader.Has("confirms") && !reader.Has("refutes"))
                reader.RefuseAt(reader.Location, $"{reader.Subject}: expected confirms or refutes or both, found neither");
            if (reader.Finish())
                indicators.Add(indicator);
        }

        return indicators;
    }

    /// <summary>A tenor after the as-of date, or a date.</summary>
    private static DateOnly At(BindingScope scope, MappingReader reader)
    {
        if (reader.Required("at") is not { } node)
            return DateOnly.MinValue;
        if (node is YamlScalar { Text: [.., 'd' or 'w' or 'm' or 'y'] })
        {
            var tenor = reader.Read(node, n => ValueReader.Tenor(n, reader.What("at"), mayBeZero: false, scope.Diagnostics));
            return tenor?.After(scope.Header.Start) ?? DateOnly.MinValue;
        }

        var date = reader.Read(node, n => ValueReader.Date(n, reader.What("at"), scope.Diagnostics)) ?? DateOnly.MinValue;
        scope.RequireFuture(reader, "at", date);
        return date;
    }

    private static Threshold? Level(MappingReader reader, string key)
    {
        if (reader.Mapping(key, isRequired: false) is not { } mapping)
            return null;
        var level = PredictionBinder.Level(mapping);
        if (!mapping.Finish())
            reader.Fail();
        return level;
    }
}
