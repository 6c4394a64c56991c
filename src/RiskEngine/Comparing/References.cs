using System.Collections;
using System.Reflection;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Comparing;

/// <summary>
/// Whether all that theses, risks and portfolios name is there. Reading a scenario sees to that; a base case put together of two scenarios
/// may name an instrument that only the other market has. Ids know what they are of, so they are found wherever they stand.
/// </summary>
internal static class References
{
    /// <summary>Whether every instrument, group, factor, event and horizon that is named exists.</summary>
    public static bool Hold(Scenario scenario)
    {
        var model = scenario.Base.Model;
        HashSet<object> known =
        [
            .. model.Instruments.Select(i => i.Id),
            .. model.Groups.Select(g => g.Id),
            .. model.Factors.Select(f => f.Id),
            .. model.Events.Select(e => e.Id),
            .. scenario.Horizons.Select(h => h.Id),
        ];
        return new object[] { model.Theses, model.Risks, model.Portfolios }
            .SelectMany(Ids)
            .All(known.Contains);
    }

    private static IEnumerable<object> Ids(object? of)
    {
        switch (of)
        {
            case null or string:
                return [];
            case Id<Instrument> or Id<InstrumentGroup> or Id<RiskFactor> or Id<RiskEvent> or Id<Horizon>:
                return [of];
            case IEnumerable items:
                return items.Cast<object?>().SelectMany(Ids);
        }

        var type = of.GetType();
        return type.IsEnum || type.Namespace?.StartsWith("RiskEngine.", StringComparison.Ordinal) != true
            ? []
            : type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.GetIndexParameters().Length == 0)
                .SelectMany(p => Ids(p.GetValue(of)));
    }
}
