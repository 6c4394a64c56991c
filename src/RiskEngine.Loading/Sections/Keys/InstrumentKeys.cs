using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of an instrument: those of kinds that move by exposures, and those that a priced kind brings.</summary>
internal static class InstrumentKeys
{
    public static KeySpec<LocalTextValue> Name { get; } = new("name", new(), "for readers");

    public static KeySpec<TextValue> Symbol { get; } = new("symbol", new(), "for readers") { Otherwise = "empty" };

    public static KeySpec<ChoiceValue<InstrumentKind>> Kind { get; } =
        new(
            "kind",
            new([
                ("equity", InstrumentKind.Equity),
                ("fund", InstrumentKind.Fund),
                ("cash", InstrumentKind.Cash),
                ("private", InstrumentKind.Private),
            ]),
            "what it is"
        )
        {
            Condition = "or a priced kind, see below",
        };

    public static KeySpec<ListValue<ReferenceValue>> Groups { get; } =
        new("groups", new(new("id of a group")), "the groups it belongs to; not of priced kinds") { Otherwise = "none" };

    public static KeySpec<NumberValue> Volatility { get; } =
        new(
            "volatility",
            new(new(0, 5)),
            "of the log return over one regular time step, whatever horizons there are, all risk but events; "
                + "what factors do not explain becomes own risk"
        )
        {
            Unit = "a year",
            Otherwise = "required, but none with `own`, for cash and priced kinds",
        };

    public static KeySpec<KindValue> Own { get; } =
        new(
            "own",
            OwnKeys.Value,
            "instead of `volatility`: what moves it beyond its factors, `{ kind: student-t, volatility: 0.3, degreesOfFreedom: 4 }`: a "
                + "kind of factor that moves by log and takes neither path, history nor states, with its parameters but `start` and "
                + "`drift`; not of cash and priced kinds"
        )
        {
            Otherwise = "normal own risk",
        };

    public static KeySpec<NumberValue> BorrowCost { get; } =
        new(
            "borrowCost",
            new(new(0, 5)),
            "what owing it costs beside what it earns for its owner, where a portfolio's quantity is below 0: the fee for borrowing a "
                + "share, for cash what a loan costs over the risk-free rate"
        )
        {
            Unit = "a year",
            Otherwise = "0, with a notice where a portfolio owes it",
        };

    public static KeySpec<TableValue<NumberValue>> Exposures { get; } =
        new("exposures", new("factor", new(ExposureKeys.Sizes)), "log return per unit of the factor's move; not of cash and priced kinds")
        {
            Otherwise = "none",
        };

    public static KeySpec<MappingValue> Exits { get; } =
        new("exits", new(() => ExitKeys.All), "how a private company ends, at least one way; of no other kind")
        {
            Otherwise = "required for private",
        };

    /// <summary>The keys of every kind but the priced ones, as scenarios/README.md shows them.</summary>
    public static KeySet All { get; } =
        new("instrument", [Name, Symbol, Kind, Groups, Volatility, Own, Exposures, BorrowCost, Exits, SourceKeys.Source])
        {
            HasOwnTable = true,
        };

    /// <summary>The keys of an instrument whose own risk is of a kind, for the ledger.</summary>
    public static KeySet WithOwn(FactorKind kind) =>
        new(
            All.Name,
            [
                .. All.Keys.Select(key =>
                    key == Own
                        ? new KeySpec<MappingValue>(Own.Name, new(() => OwnKeys.Of(kind)), Own.Meaning) { Otherwise = Own.Otherwise }
                        : key
                ),
            ]
        );

    /// <summary>An instrument of any kind.</summary>
    public static KindValue Value { get; } =
        new("instrument", d => Kind.Value.Choices.Select(c => (c.Word, Of(c.Value))).Concat(d.Pricing.All.Select(k => (k.Name, Of(k)))));

    /// <summary>The keys of a kind of priced instrument.</summary>
    public static KeySet Of(PricingKind kind) =>
        new($"instrument {kind.Name}", [Name, Symbol, PricedKeys.Kind, .. PricedKeys.Of(kind), BorrowCost, SourceKeys.Source]);

    private static KeySet Of(InstrumentKind kind) =>
        new(
            $"instrument {Kind.Value.Choices.First(c => c.Value == kind).Word}",
            [.. All.Keys.Where(key => Applies(key, kind)).Select(key => key == Exits ? key with { Otherwise = null } : key)]
        )
        {
            ExactlyOneOf = kind == InstrumentKind.Cash ? [] : [Volatility, Own],
        };

    /// <summary>Whether a kind takes a key; the keys that it takes and that have no default are then required.</summary>
    private static bool Applies(KeySpec key, InstrumentKind kind) =>
        key == Volatility || key == Own || key == Exposures ? kind != InstrumentKind.Cash
        : key == Exits ? kind == InstrumentKind.Private
        : true;
}
