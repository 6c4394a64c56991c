using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Time;
using RiskEngine.Loading.Binding;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the exits of a private company: a probability within a tenor becomes a constant hazard.</summary>
internal static class ExitBinder
{
    /// <summary>What a stake may be worth, as multiples of its mark.</summary>
    public static readonly NumberRange Multiples = new(0, 100);

    /// <summary>A probability that a finite hazard can give.</summary>
    public static readonly NumberRange HazardProbabilities = new(0, 1, MaxIsOpen: true);

    private static readonly (string Key, ExitRoute Route)[] routes =
    [
        ("listing", ExitRoute.Listing),
        ("sale", ExitRoute.Sale),
        ("downRound", ExitRoute.DownRound),
        ("failure", ExitRoute.Failure),
    ];

    public static IReadOnlyList<PrivateExit> Bind(BindingScope scope, MappingReader company)
    {
        var exits = new List<PrivateExit>();
        if (company.Mapping("exits") is not { } reader)
            return exits;
        foreach (var (key, route) in routes)
        {
            if (reader.Mapping(key, isRequired: false) is not { } exit)
                continue;
            var probability = exit.Number("probability", HazardProbabilities);
            var years = DayCount.Years(scope.Header.Start, exit.Tenor("within").After(scope.Header.Start));
            var multiple = exit.Read(
                exit.Required("multiple"),
                n => ParameterReader.Read(n, exit.What("multiple"), Multiples, scope.Diagnostics)
            );
            if (exit.Finish())
                exits.Add(new PrivateExit(route, -Math.Log(1 - probability) / years, multiple!));
            else
                company.Fail();
        }

        if (reader.Node.Entries.Count == 0)
            company.Refuse("exits", $"expected at least one of {string.Join(", ", routes.Select(r => r.Key))}, found none");
        if (!reader.Finish())
            company.Fail();
        return exits;
    }
}
