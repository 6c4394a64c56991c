using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the bounds that measures must keep.</summary>
internal static class LimitBinder
{
    /// <summary>The limits that have no errors.</summary>
    /// <param name="root">The scenario file.</param>
    /// <param name="ids">The known ids; cases must be declared by now.</param>
    /// <param name="measures">The ids of the measures.</param>
    /// <param name="diagnostics">Takes the errors.</param>
    public static IReadOnlyList<Limit> Bind(
        MappingReader root,
        ScenarioIds ids,
        IReadOnlyCollection<string> measures,
        DiagnosticBag diagnostics
    )
    {
        var limits = new List<Limit>();
        IReadOnlyList<(string, int)> known = [.. measures.Select((measure, index) => (measure, index))];
        var nodes = root.Items(ScenarioKeys.Limits);
        for (var i = 0; i < nodes.Count; i++)
        {
            if (MappingReader.Of(nodes[i], $"limit {i}", diagnostics) is { } reader && Limit(reader, ids, known) is { } limit)
                limits.Add(limit);
        }

        return limits;
    }

    private static Limit? Limit(MappingReader reader, ScenarioIds ids, IReadOnlyList<(string Word, int Value)> measures)
    {
        var measure = reader.Text(LimitKeys.Measure);
        if (measure.Length > 0)
            reader.Choice(LimitKeys.Measure, measures);
        var horizon = reader.Reference(LimitKeys.Horizon, ids.Horizons);
        var portfolio = reader.Reference(LimitKeys.Portfolio, ids.Portfolios);
        var variant = reader.Choice(LimitKeys.Variant);
        var inCase = reader.OptionalReference(LimitKeys.Case, ids.Cases) ?? LimitKeys.Case.Default!;
        var below = reader.OptionalNumber(LimitKeys.Below);
        var above = reader.OptionalNumber(LimitKeys.Above);
        if (!reader.Failed && below is null == above is null)
        {
            reader.RefuseAt(
                reader.Location,
                $"{reader.Subject}: expected exactly one of below and above, found {(below is null ? "neither" : "both")}"
            );
        }

        return reader.Finish()
            ? new Limit(measure, new Id<Horizon>(horizon), new Id<Portfolio>(portfolio), variant, new Id<Case>(inCase), below, above)
            : null;
    }
}
