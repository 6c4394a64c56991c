using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds priced instruments; which keys one has is said by its kind.</summary>
internal static class PricedBinder
{
    private static readonly string[] ofOthers =
    [
        InstrumentKeys.Volatility,
        InstrumentKeys.Own,
        InstrumentKeys.Exposures,
        InstrumentKeys.Exits,
        InstrumentKeys.Groups,
    ];

    /// <summary>The instrument; null after an error.</summary>
    public static Instrument? Bind(BindingScope scope, string id, MappingReader reader, PricingKind kind)
    {
        var name = reader.LocalText(InstrumentKeys.Name);
        var symbol = reader.OptionalText(InstrumentKeys.Symbol) ?? "";
        var terms = new PricingTerms
        {
            Numbers = Read(kind, TermType.Number, spec => Number(reader, spec)),
            Dates = Read(kind, TermType.Date, spec => Date(scope, reader, spec)),
            Words = Read(kind, TermType.Word, spec => Word(reader, spec)),
            Factors = Read(
                kind,
                TermType.Factor,
                spec => Reference(reader, spec, scope.Ids.Factors) is { } factor ? new Id<RiskFactor>(factor) : (Id<RiskFactor>?)null
            ),
            Instruments = Read(
                kind,
                TermType.Instrument,
                spec => Reference(reader, spec, scope.Ids.Instruments) is { } other ? new Id<Instrument>(other) : (Id<Instrument>?)null
            ),
        };
        var borrowCost = reader.OptionalNumber(InstrumentKeys.BorrowCost);
        foreach (var key in ofOthers.Except(kind.Terms.Select(t => t.Name)))
        {
            if (reader.Has(key))
                reader.Refuse(key, $"expected none, for an instrument of kind '{kind.Name}' moves with what it is priced from");
            reader.Know(key);
        }

        scope.Source(MarketKeys.Instruments, id, reader, InstrumentKeys.Of(kind));
        return reader.Finish()
            ? new Instrument
            {
                Id = new Id<Instrument>(id),
                Name = name,
                Kind = InstrumentKind.Priced,
                Symbol = symbol,
                BorrowCost = borrowCost,
                Pricing = new PricingDefinition(kind, terms),
            }
            : null;
    }

    /// <summary>The terms of one type, without the optional ones that are left out and have no default.</summary>
    private static Dictionary<string, T> Read<T>(PricingKind kind, TermType type, Func<TermSpec, T?> read)
        where T : struct =>
        kind
            .Terms.Where(t => t.Type == type)
            .Select(t => (t.Name, Value: read(t)))
            .Where(t => t.Value is not null)
            .ToDictionary(t => t.Name, t => t.Value!.Value);

    private static Dictionary<string, string> Read(PricingKind kind, TermType type, Func<TermSpec, string?> read) =>
        kind
            .Terms.Where(t => t.Type == type)
            .Select(t => (t.Name, Value: read(t)))
            .Where(t => t.Value is not null)
            .ToDictionary(t => t.Name, t => t.Value!);

    private static double? Number(MappingReader reader, TermSpec spec)
    {
        var key = PricedKeys.Number(spec);
        return key.Otherwise is null ? reader.Number(key) : reader.OptionalNumber(key);
    }

    private static DateOnly? Date(BindingScope scope, MappingReader reader, TermSpec spec)
    {
        if ((spec.IsOptional ? reader.OptionalDate(PricedKeys.Date(spec)) : reader.Date(PricedKeys.Date(spec))) is not { } date)
            return null;
        scope.RequireFuture(reader, spec.Name, date);
        return date;
    }

    private static string Word(MappingReader reader, TermSpec spec) => spec.Words[reader.Choice(PricedKeys.Word(spec))];

    private static string? Reference(MappingReader reader, TermSpec spec, IdSet ids) =>
        spec.IsOptional ? reader.OptionalReference(PricedKeys.Reference(spec), ids) : reader.Reference(PricedKeys.Reference(spec), ids);
}
