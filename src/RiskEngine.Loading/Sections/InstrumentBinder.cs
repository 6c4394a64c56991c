using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds instruments and their groups.</summary>
internal static class InstrumentBinder
{
    public static IReadOnlyList<InstrumentGroup> Groups(BindingScope scope, IReadOnlyList<FileTree> markets)
    {
        var groups = new List<InstrumentGroup>();
        foreach (var (id, reader) in markets.SelectMany(m => scope.Section(m, MarketKeys.Groups, "group")))
        {
            var group = new InstrumentGroup(new Id<InstrumentGroup>(id), reader.LocalText(GroupKeys.Name));
            if (reader.Finish())
                groups.Add(group);
        }

        return groups;
    }

    public static IReadOnlyList<Instrument> Bind(BindingScope scope)
    {
        var instruments = new List<Instrument>();
        foreach (var (id, reader) in scope.Section(MarketKeys.Instruments, "instrument"))
        {
            if (Instrument(scope, id, reader) is { } instrument)
                instruments.Add(instrument);
        }

        return instruments;
    }

    /// <summary>Notices of groups that nothing belongs to: what names them moves nothing.</summary>
    public static void NoticeEmptyGroups(BindingScope scope, IReadOnlyList<FileTree> markets)
    {
        if (scope.Ids.Instruments.IsIncomplete)
            return;
        foreach (var (id, reader) in markets.SelectMany(m => scope.Section(m, MarketKeys.Groups, "group")))
        {
            if (scope.MembersOf(id).Count == 0 && scope.Instruments.Count == scope.Ids.Instruments.Ids.Count)
                scope.Diagnostics.Notice(reader.Location, $"group '{id}': no instrument belongs to it, so nothing moves with it");
        }
    }

    private static Instrument? Instrument(BindingScope scope, string id, MappingReader reader)
    {
        (string Word, Kind Value)[] words =
        [
            .. InstrumentKeys.Kind.Value.Choices.Select(k => (k.Word, new Kind(k.Value, null))),
            .. scope.Pricing.All.Select(k => (k.Name, new Kind(InstrumentKind.Priced, k))),
        ];
        var found = reader.Read(
            reader.Required(InstrumentKeys.Kind),
            n => ValueReader.Choice(n, reader.What(InstrumentKeys.Kind), words, scope.Diagnostics)
        );
        if (found is null)
            return null; // which other keys there may be is not known
        if (found.Value.Pricing is { } pricing)
            return PricedBinder.Bind(scope, id, reader, pricing);
        var kind = found.Value.Moves;
        var own = kind == InstrumentKind.Cash ? null : OwnBinder.Bind(scope, id, reader);
        var instrument = new Instrument
        {
            Id = new Id<Instrument>(id),
            Name = reader.LocalText(InstrumentKeys.Name),
            Kind = kind,
            Symbol = reader.OptionalText(InstrumentKeys.Symbol) ?? "",
            Groups = [.. reader.References(InstrumentKeys.Groups, scope.Ids.Groups).Select(g => new Id<InstrumentGroup>(g))],
            Volatility = kind == InstrumentKind.Cash || reader.Has(InstrumentKeys.Own) ? 0 : reader.Number(InstrumentKeys.Volatility),
            Own = own?.Own,
            BorrowCost = reader.OptionalNumber(InstrumentKeys.BorrowCost),
            Exposures = Exposures(scope, reader),
            Exits = kind == InstrumentKind.Private ? ExitBinder.Bind(scope, reader) : [],
        };
        if (kind == InstrumentKind.Cash)
        {
            RefuseForCash(reader, InstrumentKeys.Volatility, InstrumentKeys.Own, InstrumentKeys.Exposures);
        }
        else if (reader.Has(InstrumentKeys.Own) && reader.Has(InstrumentKeys.Volatility))
        {
            reader.Refuse(
                InstrumentKeys.Volatility,
                "expected none beside 'own', whose volatility and the exposures make the instrument's"
            );
        }

        if (kind != InstrumentKind.Private && reader.Has(InstrumentKeys.Exits))
            reader.Refuse(InstrumentKeys.Exits, "expected none, for only private companies have exits");
        reader.Know(InstrumentKeys.Exits, InstrumentKeys.Volatility, InstrumentKeys.Own);
        scope.Source(MarketKeys.Instruments, id, reader, own is { } o ? InstrumentKeys.WithOwn(o.Kind) : InstrumentKeys.All);
        return reader.Finish() ? instrument : null;
    }

    /// <summary>What the word of a kind means: a way to move, or for priced instruments their own kind.</summary>
    private readonly record struct Kind(InstrumentKind Moves, PricingKind? Pricing);

    private static void RefuseForCash(MappingReader reader, params KeySpec[] keys)
    {
        foreach (var key in keys.Where(k => reader.Has(k)))
            reader.Refuse(key, "expected none, for cash earns the risk-free rate and nothing else moves it");
    }

    private static List<Exposure> Exposures(BindingScope scope, MappingReader reader)
    {
        var exposures = new List<Exposure>();
        if (reader.Mapping(InstrumentKeys.Exposures) is not { } mapping)
            return exposures;
        foreach (var entry in mapping.Node.Entries)
        {
            var what = $"{mapping.Subject}, '{entry.Key}'";
            if (!scope.Ids.Factors.Check(entry.Key, mapping.Subject, entry.KeyLocation, scope.Diagnostics))
                reader.Fail();
            if (
                reader.Read(entry.Value, n => ValueReader.Number(n, what, InstrumentKeys.Exposures.Value.Value.Range, scope.Diagnostics)) is
                { } size
            )
            {
                exposures.Add(new Exposure(new Id<RiskFactor>(entry.Key), size));
            }
        }

        return exposures;
    }
}
