using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds what an optimiser may hold.</summary>
internal static class OptimiserBinder
{
    /// <summary>The settings; null where there are none, or after an error.</summary>
    /// <param name="scope">The tree and what is bound so far.</param>
    /// <param name="hasViews">Whether the scenario has views.</param>
    public static OptimiserSettings? Bind(BindingScope scope, bool hasViews)
    {
        if (
            scope.Tree.Find(ScenarioKeys.Optimise) is not { } section
            || MappingReader.Of(section.Value, "optimise", scope.Diagnostics, section.KeyLocation) is not { } reader
        )
        {
            return null;
        }

        var greatest = reader.Number(OptimiserKeys.Cap);
        var points = (int)reader.Integer(OptimiserKeys.Points);
        var underViews = reader.Choice(OptimiserKeys.Under);
        if (underViews && !hasViews)
            reader.Refuse(OptimiserKeys.Under, "expected model, for the scenario has no views");
        var caps = Caps(scope, reader);
        scope.Source(ScenarioKeys.Optimise, "", reader, OptimiserKeys.All);
        var settings = new OptimiserSettings(greatest, caps, points, underViews);
        var tradable = scope.Instruments.Where(i => i.Kind != InstrumentKind.Private).ToList();
        var most = tradable.Sum(i => caps.GetValueOrDefault(i.Id, greatest));
        if (!reader.Failed && tradable.Count > 0 && most < 1)
        {
            reader.Refuse(
                OptimiserKeys.Cap,
                $"expected caps that allow a whole portfolio, found {tradable.Count} instruments with {most:0.###} together"
            );
        }

        return reader.Finish() ? settings : null;
    }

    private static Dictionary<Id<Instrument>, double> Caps(BindingScope scope, MappingReader reader)
    {
        var caps = new Dictionary<Id<Instrument>, double>();
        if (reader.Mapping(OptimiserKeys.Caps) is not { } list)
            return caps;
        foreach (var entry in list.Node.Entries)
        {
            if (!scope.Ids.Instruments.Check(entry.Key, "optimise, 'caps'", entry.KeyLocation, scope.Diagnostics))
                list.Fail();
            caps[new Id<Instrument>(entry.Key)] = list.Number(entry.Key, OptimiserKeys.Caps.Value.Value.Range);
        }

        if (!list.Finish())
            reader.Fail();
        return caps;
    }
}
