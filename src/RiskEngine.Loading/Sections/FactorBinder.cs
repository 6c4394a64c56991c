using System.Globalization;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Loading.Binding;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds factors; which keys a factor has is said by its kind.</summary>
internal static class FactorBinder
{
    private static readonly (string Word, bool Value)[] failures = [("stop", false), ("drop", true)];

    private static readonly NumberRange premiums = new(-0.5, 0.5);

    public static IReadOnlyList<RiskFactor> Bind(BindingScope scope)
    {
        var factors = new List<RiskFactor>();
        foreach (var (id, reader) in scope.Section("factors", "factor"))
        {
            if (Factor(scope, id, reader) is { } factor)
                factors.Add(factor);
        }

        return factors;
    }

    private static RiskFactor? Factor(BindingScope scope, string id, MappingReader reader)
    {
        var name = reader.LocalText("name");
        var unit = reader.OptionalLocalText("unit") ?? LocalText.Same("");
        var pricedIn = reader.OptionalNumber("pricedIn", NumberRange.Probability) ?? 1;
        var premium = reader.OptionalNumber("premium", premiums) ?? 0;
        reader.Know("source");
        if (Kind(scope, reader) is not { } kind)
            return null;
        var factor = new RiskFactor
        {
            Id = new Id<RiskFactor>(id),
            Name = name,
            Unit = unit,
            Kind = kind.Name,
            Parameters = kind.Parameters.ToDictionary(spec => spec.Name, spec => Parameter(reader, spec)),
            Path = Path(reader, kind),
            History = kind.TakesHistory ? HistoryBinder.Column(scope, id, reader) : null,
            Regimes = kind.TakesStates ? new RegimeBinder(scope, reader).Bind() : null,
            DropOnFailure = reader.OptionalChoice("onFailure", failures) ?? false,
            PricedIn = pricedIn,
            Premium = premium,
        };
        scope.Source($"factors.{id}", reader, scope.Files.ThesisOf("factors", id));
        if (!reader.Finish())
            return null;
        if (scope.Header.AsOf is { } asOf)
        {
            foreach (var problem in kind.Check(factor, asOf))
                reader.RefuseAt(reader.Location, $"{reader.Subject}: {problem.TrimEnd('.')}");
        }

        return reader.Failed ? null : factor;
    }

    /// <summary>The kind, or null after an error: then the other keys cannot be judged.</summary>
    private static FactorKind? Kind(BindingScope scope, MappingReader reader)
    {
        IReadOnlyList<(string, int)> names = [.. scope.Kinds.All.Select((kind, index) => (kind.Name, index))];
        return reader.Read(reader.Required("kind"), n => ValueReader.Choice(n, reader.What("kind"), names, scope.Diagnostics)) is { } index
            ? scope.Kinds.All[index]
            : null;
    }

    private static Parameter Parameter(MappingReader reader, ParameterSpec spec)
    {
        var range = NumberRange.Of(spec);
        var node = spec.Default is null ? reader.Required(spec.Name) : reader.Optional(spec.Name);
        return reader.Read(node, n => ParameterReader.Read(n, reader.What(spec.Name), range, reader.Diagnostics))
            ?? Abstractions.Parameters.Parameter.Of(spec.Default ?? 0);
    }

    private static List<DatedValue> Path(MappingReader reader, FactorKind kind)
    {
        if (kind.Path == PathUse.None)
            return [];
        if (reader.Mapping("path", kind.Path == PathUse.Required) is not { } points)
            return [];
        var path = new List<DatedValue>();
        foreach (var entry in points.Node.Entries)
        {
            var what = $"{points.Subject}, '{entry.Key}'";
            if (!DateOnly.TryParseExact(entry.Key, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                reader.RefuseAt(entry.KeyLocation, $"{points.Subject}: expected a date such as 2026-12-31, found '{entry.Key}'");
            else if (path.Count > 0 && date <= path[^1].Date)
                reader.RefuseAt(
                    entry.KeyLocation,
                    $"{points.Subject}: expected dates in rising order, found {entry.Key} after {path[^1].Date:yyyy-MM-dd}"
                );
            else if (reader.Read(entry.Value, n => ValueReader.Number(n, what, NumberRange.Any, reader.Diagnostics)) is { } value)
                path.Add(new DatedValue(date, value));
        }

        if (points.Node.Entries.Count == 0)
            reader.Refuse("path", "expected at least one dated point, found none");
        return path;
    }
}
