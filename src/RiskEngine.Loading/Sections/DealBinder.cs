using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the deals that a thesis reports, with an event where the deal moves something simulated.</summary>
internal static class DealBinder
{
    private static readonly string[] eventKeys = ["within", "from", "until", "effects", "triggers", "exit"];

    private static readonly (string Word, ExitRoute Value)[] routes =
    [
        ("listing", ExitRoute.Listing),
        ("sale", ExitRoute.Sale),
        ("failure", ExitRoute.Failure),
    ];

    public static IReadOnlyList<Deal> Bind(BindingScope scope, string thesis)
    {
        var deals = new List<Deal>();
        foreach (var (id, reader) in scope.SectionOf(thesis, "deals", "deal"))
        {
            var name = reader.LocalText("name");
            var claim = ClaimReader.One(reader, "claim", thesis, scope);
            var announced = reader.OptionalDate("announced");
            var amount = reader.OptionalNumber("amount", NumberRange.Positive);
            var effect = Event(scope, id, reader, name, claim);
            scope.Source($"deals.{id}", reader, thesis);
            if (reader.Finish())
                deals.Add(new Deal(new Id<Deal>(id), name, claim, announced, amount, effect));
        }

        return deals;
    }

    private static RiskEvent? Event(BindingScope scope, string id, MappingReader reader, LocalText name, ClaimRef claim)
    {
        reader.Know(["probability", .. eventKeys]);
        if (!reader.Has("probability"))
        {
            foreach (var key in eventKeys.Where(reader.Has))
                reader.Refuse(key, "expected the key 'probability' beside it, found none");
            return null;
        }

        var made = RiskBinder.Event(scope, id, reader, NumberRange.Probability, name, name, [claim]);
        return made with { Exit = Exit(scope, reader) };
    }

    private static ForcedExit? Exit(BindingScope scope, MappingReader deal)
    {
        if (deal.Mapping("exit", isRequired: false) is not { } reader)
            return null;
        var company = reader.Reference("company", scope.Ids.Instruments);
        var route = reader.Choice("route", routes);
        var multiple = reader.Read(
            reader.Required("multiple"),
            n => ParameterReader.Read(n, reader.What("multiple"), ExitBinder.Multiples, scope.Diagnostics)
        );
        if (scope.Instruments.FirstOrDefault(i => i.Id.Value == company) is { Kind: not InstrumentKind.Private })
            reader.Refuse("company", $"expected a private company, found '{company}', which is none");
        if (reader.Finish())
            return new ForcedExit(new Id<Instrument>(company), route, multiple!);
        deal.Fail();
        return null;
    }
}
