using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Loading.Binding;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds instruments and their groups.</summary>
internal static class InstrumentBinder
{
    /// <summary>The sizes of exposures.</summary>
    public static readonly NumberRange ExposureSizes = new(-50, 50);

    private static readonly NumberRange volatilities = new(0, 5);

    private static readonly (string Word, InstrumentKind Value)[] kinds =
    [
        ("equity", InstrumentKind.Equity),
        ("fund", InstrumentKind.Fund),
        ("cash", InstrumentKind.Cash),
        ("private", InstrumentKind.Private),
    ];

    public static IReadOnlyList<InstrumentGroup> Groups(BindingScope scope, IReadOnlyList<FileTree> markets)
    {
        var groups = new List<InstrumentGroup>();
        foreach (var (id, reader) in markets.SelectMany(m => scope.Section(m, "groups", "group")))
        {
            var group = new InstrumentGroup(new Id<InstrumentGroup>(id), reader.LocalText("name"));
            if (reader.Finish())
                groups.Add(group);
        }

        return groups;
    }

    public static IReadOnlyList<Instrument> Bind(BindingScope scope)
    {
        var instruments = new List<Instrument>();
        foreach (var (id, reader) in scope.Section("instruments", "instrument"))
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
        foreach (var (id, reader) in markets.SelectMany(m => scope.Section(m, "groups", "group")))
        {
            if (scope.MembersOf(id).Count == 0 && scope.Instruments.Count == scope.Ids.Instruments.Ids.Count)
                scope.Diagnostics.Notice(reader.Location, $"group '{id}': no instrument belongs to it, so nothing moves with it");
        }
    }

    private static Instrument? Instrument(BindingScope scope, string id, MappingReader reader)
    {
        (string Word, Kind Value)[] words =
        [
            .. kinds.Select(k => (k.Word, new Kind(k.Value, null))),
            .. scope.Pricing.All.Select(k => (k.Name, new Kind(InstrumentKind.Priced, k))),
        ];
        var found = reader.Read(reader.Required("kind"), n => ValueReader.Choice(n, reader.What("kind"), words, scope.Diagnostics));
        if (found is null)
            return null; // which other keys there may be is not known
        if (found.Value.Pricing is { } pricing)
            return PricedBinder.Bind(scope, id, reader, pricing);
        var kind = found.Value.Moves;
        var instrument = new Instrument
        {
            Id = new Id<Instrument>(id),
            Name = reader.LocalText("name"),
            Kind = kind,
            Symbol = reader.OptionalText("symbol") ?? "",
            Groups = [.. reader.References("groups", scope.Ids.Groups, isRequired: false).Select(g => new Id<InstrumentGroup>(g))],
            Volatility = kind == InstrumentKind.Cash ? 0 : reader.Number("volatility", volatilities),
            Exposures = Exposures(scope, reader),
            Exits = kind == InstrumentKind.Private ? ExitBinder.Bind(scope, reader) : [],
        };
        if (kind == InstrumentKind.Cash)
            RefuseForCash(reader, "volatility", "exposures");
        if (kind != InstrumentKind.Private && reader.Has("exits"))
            reader.Refuse("exits", "expected none, for only private companies have exits");
        reader.Know("exits", "volatility");
        scope.Source($"instruments.{id}", reader);
        return reader.Finish() ? instrument : null;
    }

    /// <summary>What the word of a kind means: a way to move, or for priced instruments their own kind.</summary>
    private readonly record struct Kind(InstrumentKind Moves, PricingKind? Pricing);

    private static void RefuseForCash(MappingReader reader, params string[] keys)
    {
        foreach (var key in keys.Where(reader.Has))
            reader.Refuse(key, "expected none, for cash earns the risk-free rate and nothing else moves it");
    }

    private static List<Exposure> Exposures(BindingScope scope, MappingReader reader)
    {
        var exposures = new List<Exposure>();
        if (reader.Mapping("exposures", isRequired: false) is not { } mapping)
            return exposures;
        foreach (var entry in mapping.Node.Entries)
        {
            var what = $"{mapping.Subject}, '{entry.Key}'";
            if (!scope.Ids.Factors.Check(entry.Key, mapping.Subject, entry.KeyLocation, scope.Diagnostics))
                reader.Fail();
            if (reader.Read(entry.Value, n => ValueReader.Number(n, what, ExposureSizes, scope.Diagnostics)) is { } size)
                exposures.Add(new Exposure(new Id<RiskFactor>(entry.Key), size));
        }

        return exposures;
    }
}
