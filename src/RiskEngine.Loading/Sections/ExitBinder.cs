using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Time;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the exits of a private company: a probability within a tenor becomes a constant hazard.</summary>
internal static class ExitBinder
{
    private static readonly (KeySpec<MappingValue> Key, ExitRoute Route)[] routes =
    [
        (ExitKeys.Listing, ExitRoute.Listing),
        (ExitKeys.Sale, ExitRoute.Sale),
        (ExitKeys.DownRound, ExitRoute.DownRound),
        (ExitKeys.Failure, ExitRoute.Failure),
    ];

    public static IReadOnlyList<PrivateExit> Bind(BindingScope scope, MappingReader company)
    {
        var exits = new List<PrivateExit>();
        if (company.Mapping(InstrumentKeys.Exits.Name) is not { } reader)
            return exits;
        foreach (var (key, route) in routes)
        {
            if (reader.Mapping(key) is not { } exit)
                continue;
            var probability = exit.Number(ExitKeys.Probability);
            var years = DayCount.Years(scope.Header.Start, exit.Tenor(ExitKeys.Within).After(scope.Header.Start));
            var multiple = exit.Parameter(ExitKeys.Multiple);
            if (exit.Finish())
                exits.Add(new PrivateExit(route, -Math.Log(1 - probability) / years, multiple!));
            else
                company.Fail();
        }

        if (reader.Node.Entries.Count == 0)
        {
            company.Refuse(
                InstrumentKeys.Exits,
                $"expected at least one of {string.Join(", ", routes.Select(r => r.Key.Name))}, found none"
            );
        }

        if (!reader.Finish())
            company.Fail();
        return exits;
    }
}
