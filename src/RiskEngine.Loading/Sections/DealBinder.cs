using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the deals that a thesis reports, with an event where the deal moves something simulated.</summary>
internal static class DealBinder
{
    public static IReadOnlyList<Deal> Bind(BindingScope scope, string thesis)
    {
        var deals = new List<Deal>();
        foreach (var (id, reader) in scope.SectionOf(thesis, ThesisKeys.Deals, "deal"))
        {
            var name = reader.LocalText(DealKeys.Name);
            var claim = ClaimReader.One(reader, DealKeys.Claim, thesis, scope);
            var announced = reader.OptionalDate(DealKeys.Announced);
            var amount = reader.OptionalNumber(DealKeys.Amount);
            var effect = Event(scope, id, reader, name, claim);
            scope.Source(ThesisKeys.Deals, id, reader, DealKeys.All, thesis);
            if (reader.Finish())
                deals.Add(new Deal(new Id<Deal>(id), name, claim, announced, amount, effect));
        }

        return deals;
    }

    private static RiskEvent? Event(BindingScope scope, string id, MappingReader reader, LocalText name, ClaimRef claim)
    {
        reader.Know([DealKeys.Probability, .. DealKeys.OfEvents]);
        if (!reader.Has(DealKeys.Probability))
        {
            foreach (var key in DealKeys.OfEvents.Where(k => reader.Has(k)))
                reader.Refuse(key, "expected the key 'probability' beside it, found none");
            return null;
        }

        var made = RiskBinder.Event(scope, id, reader, DealKeys.Probability, name, name, [claim]);
        return made with { Exit = Exit(scope, reader) };
    }

    private static ForcedExit? Exit(BindingScope scope, MappingReader deal)
    {
        if (deal.Mapping(DealKeys.Exit) is not { } reader)
            return null;
        var company = reader.Reference(DealExitKeys.Company, scope.Ids.Instruments);
        var route = reader.Choice(DealExitKeys.Route);
        var multiple = reader.Parameter(DealExitKeys.Multiple);
        if (scope.Instruments.FirstOrDefault(i => i.Id.Value == company) is { Kind: not InstrumentKind.Private })
            reader.Refuse(DealExitKeys.Company, $"expected a private company, found '{company}', which is none");
        if (reader.Finish())
            return new ForcedExit(new Id<Instrument>(company), route, multiple!);
        deal.Fail();
        return null;
    }
}
