using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the own risk of an instrument; which keys it has is said by its kind.</summary>
internal static class OwnBinder
{
    /// <summary>The own risk, and its kind; null after an error.</summary>
    public static (RiskFactor Own, FactorKind Kind)? Bind(BindingScope scope, string instrument, MappingReader reader)
    {
        if (reader.Mapping(InstrumentKeys.Own) is not { } mapping)
            return null;
        FactorKind[] allowed = [.. scope.Kinds.All.Where(OwnKeys.IsAllowed)];
        IReadOnlyList<(string, int)> names = [.. allowed.Select((kind, index) => (kind.Name, index))];
        var found = mapping.Read(
            mapping.Required(FactorKeys.Kind),
            n => ValueReader.Choice(n, mapping.What(FactorKeys.Kind), names, scope.Diagnostics)
        );
        if (found is not { } index)
        {
            reader.Fail();
            return null; // which other keys there may be is not known
        }

        var kind = allowed[index];
        var given = OwnKeys.Given(kind).ToArray();
        var own = new RiskFactor
        {
            Id = new Id<RiskFactor>(instrument),
            Name = LocalText.Same(instrument),
            Unit = LocalText.Same(""),
            Kind = kind.Name,
            Parameters = kind.Parameters.ToDictionary(
                spec => spec.Name,
                spec =>
                    given.Contains(spec)
                        ? mapping.Parameter(FactorKeys.Parameter(spec)) ?? Parameter.Of(0)
                        : Parameter.Of(spec.Default!.Value)
            ),
        };
        if (mapping.Finish() && scope.Header.AsOf is { } asOf)
        {
            foreach (var problem in kind.Check(own, asOf))
                mapping.RefuseAt(mapping.Location, $"{mapping.Subject}: {problem.TrimEnd('.')}");
        }

        if (!mapping.Failed)
            return (own, kind);
        reader.Fail();
        return null;
    }
}
