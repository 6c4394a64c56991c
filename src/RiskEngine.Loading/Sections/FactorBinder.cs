using System.Globalization;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds factors; which keys a factor has is said by its kind.</summary>
internal static class FactorBinder
{
    public static IReadOnlyList<RiskFactor> Bind(BindingScope scope)
    {
        var factors = new List<RiskFactor>();
        foreach (var (id, reader) in scope.Section(MarketKeys.Factors, "factor"))
        {
            if (Factor(scope, id, reader) is { } factor)
                factors.Add(factor);
        }

        return factors;
    }

    private static RiskFactor? Factor(BindingScope scope, string id, MappingReader reader)
    {
        var name = reader.LocalText(FactorKeys.Name);
        var unit = reader.LocalText(FactorKeys.Unit);
        var pricedIn = reader.Number(FactorKeys.PricedIn);
        var premium = reader.Number(FactorKeys.Premium);
        reader.Know(SourceKeys.Source);
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
            DropOnFailure = reader.Choice(FactorKeys.OnFailure),
            PricedIn = pricedIn,
            Premium = premium,
        };
        scope.Source(MarketKeys.Factors, id, reader, FactorKeys.Of(kind), scope.Files.ThesisOf(MarketKeys.Factors, id));
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
        return
            reader.Read(
                reader.Required(FactorKeys.Kind),
                n => ValueReader.Choice(n, reader.What(FactorKeys.Kind), names, scope.Diagnostics)
            )
                is { } index
            ? scope.Kinds.All[index]
            : null;
    }

    private static Parameter Parameter(MappingReader reader, ParameterSpec spec) =>
        reader.Parameter(FactorKeys.Parameter(spec)) ?? Abstractions.Parameters.Parameter.Of(0);

    private static List<DatedValue> Path(MappingReader reader, FactorKind kind)
    {
        if (kind.Path == PathUse.None)
            return [];
        if (reader.Mapping(FactorKeys.Path, kind.Path == PathUse.Required) is not { } points)
            return [];
        var path = new List<DatedValue>();
        foreach (var entry in points.Node.Entries)
        {
            var what = $"{points.Subject}, '{entry.Key}'";
            if (!DateOnly.TryParseExact(entry.Key, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                reader.RefuseAt(entry.KeyLocation, $"{points.Subject}: expected a date such as 2026-12-31, found '{entry.Key}'");
            }
            else if (path.Count > 0 && date <= path[^1].Date)
            {
                reader.RefuseAt(
                    entry.KeyLocation,
                    $"{points.Subject}: expected dates in rising order, found {entry.Key} after {path[^1].Date:yyyy-MM-dd}"
                );
            }
            else if (
                reader.Read(entry.Value, n => ValueReader.Number(n, what, FactorKeys.Path.Value.Value.Range, reader.Diagnostics)) is
                { } value
            )
            {
                path.Add(new DatedValue(date, value));
            }
        }

        if (points.Node.Entries.Count == 0)
            reader.Refuse(FactorKeys.Path, "expected at least one dated point, found none");
        return path;
    }
}
