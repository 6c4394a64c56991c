using System.Globalization;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The terms of a kind of priced instrument, as keys.</summary>
internal static class PricedKeys
{
    public static KeySpec<TextValue> Kind { get; } = new("kind", new("a kind"), "how it is priced, see below");

    /// <summary>The keys of the terms, in their order.</summary>
    public static IReadOnlyList<KeySpec> Of(PricingKind kind) => [.. kind.Terms.Select(Of)];

    public static KeySpec<NumberValue> Number(TermSpec term) => Key(term, new NumberValue(new(term.Low, term.High, term.OpenLow)));

    public static KeySpec<DateValue> Date(TermSpec term) => Key(term, new DateValue());

    public static KeySpec<ChoiceValue<int>> Word(TermSpec term) =>
        Key(term, new ChoiceValue<int>([.. term.Words.Select((word, at) => (word, at))]));

    public static KeySpec<ReferenceValue> Reference(TermSpec term) =>
        Key(term, new ReferenceValue(term.Type == TermType.Factor ? "id of a factor" : "id of an instrument"));

    private static KeySpec Of(TermSpec term) =>
        term.Type switch
        {
            TermType.Number => Number(term),
            TermType.Date => Date(term),
            TermType.Word => Word(term),
            _ => Reference(term),
        };

    private static KeySpec<TValue> Key<TValue>(TermSpec term, TValue value)
        where TValue : ValueSpec
    {
        var usual = term.Type == TermType.Word ? term.Words[0] : term.Default?.ToString("R", CultureInfo.InvariantCulture);
        return new(term.Name, value, term.Meaning.English)
        {
            Unit = term.Unit,
            Default = term.IsOptional ? usual : null,
            Otherwise = term.IsOptional && usual is null ? "none" : null,
        };
    }
}
