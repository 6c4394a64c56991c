using System.Globalization;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Time;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Binding;

/// <summary>
/// Reading through <see cref="KeySpec"/>: range, default and whether the key is required are the spec's. <c>Number</c> gives the default of
/// a key that has one, and is an error for a missing key that has none; <c>OptionalNumber</c> gives null. So do the other pairs.
/// </summary>
internal sealed partial class MappingReader
{
    public double Number(KeySpec<NumberValue> key) =>
        key.Default is { } usual ? OptionalNumber(key) ?? Parsed(usual) : Number(key.Name, key.Value.Range);

    public double? OptionalNumber(KeySpec<NumberValue> key) => OptionalNumber(key.Name, key.Value.Range);

    public long Integer(KeySpec<WholeNumberValue> key)
    {
        var (min, max) = (key.Value.Min, (long)Math.Min(long.MaxValue, key.Value.Max));
        return key.Default is { } usual
            ? OptionalInteger(key.Name, min, max) ?? long.Parse(usual, CultureInfo.InvariantCulture)
            : Integer(key.Name, min, max);
    }

    public long? OptionalInteger(KeySpec<WholeNumberValue> key) =>
        OptionalInteger(key.Name, key.Value.Min, (long)Math.Min(long.MaxValue, key.Value.Max));

    public bool Boolean(KeySpec<BooleanValue> key) => OptionalBoolean(key.Name) ?? bool.Parse(key.Default!);

    public string Text(KeySpec<TextValue> key) => Text(key.Name);

    public string? OptionalText(KeySpec<TextValue> key) => OptionalText(key.Name);

    public LocalText LocalText(KeySpec<LocalTextValue> key) => key.IsRequired ? LocalText(key.Name) : OptionalLocalText(key) ?? NoText;

    public LocalText? OptionalLocalText(KeySpec<LocalTextValue> key) => OptionalLocalText(key.Name);

    public DateOnly Date(KeySpec<DateValue> key) => Date(key.Name);

    public DateOnly? OptionalDate(KeySpec<DateValue> key) => OptionalDate(key.Name);

    public Tenor Tenor(KeySpec<TenorValue> key)
    {
        if (key.Default is null)
            return Tenor(key.Name);
        return OptionalTenor(key) ?? (Abstractions.Time.Tenor.TryParse(key.Default, out var usual) ? usual : default);
    }

    public Tenor? OptionalTenor(KeySpec<TenorValue> key) => OptionalTenor(key.Name, key.Value.MayBeZero);

    public T Choice<T>(KeySpec<ChoiceValue<T>> key)
        where T : struct =>
        key.Default is { } usual ? OptionalChoice(key.Name, key.Value.Choices) ?? key.Value.Of(usual) : Choice(key.Name, key.Value.Choices);

    public string Reference(KeySpec<ReferenceValue> key, IdSet ids) => Reference(key.Name, ids);

    public string? OptionalReference(KeySpec<ReferenceValue> key, IdSet ids) => OptionalReference(key.Name, ids);

    public IReadOnlyList<string> References(KeySpec<ListValue<ReferenceValue>> key, IdSet ids) => References(key.Name, ids, key.IsRequired);

    /// <summary>The parameter of a key that has one; null after an error.</summary>
    public Parameter? Parameter(KeySpec<ParameterValue> key) => Parameter(key, key.Value.Range);

    /// <summary>The same within a range that depends on the item's other keys.</summary>
    public Parameter? Parameter(KeySpec<ParameterValue> key, NumberRange range)
    {
        var value = key.Default is null ? Required(key.Name) : Optional(key.Name);
        var read = Read(value, n => ParameterReader.Read(n, What(key.Name), range, diagnostics));
        return read ?? (key.Default is { } usual ? Abstractions.Parameters.Parameter.Of(Parsed(usual)) : null);
    }

    /// <summary>A mapping under a key; null when it is missing (an error when required) or is no mapping (an error).</summary>
    public MappingReader? Mapping(KeySpec key) => Mapping(key.Name, key.IsRequired);

    /// <summary>The items of a list under a key; a list of one may be written as the item alone. Empty when missing.</summary>
    public IReadOnlyList<YamlNode> Items(KeySpec key) => Items(key.Name, key.IsRequired);

    /// <summary>Marks keys as known that somebody else reads.</summary>
    public void Know(params IEnumerable<KeySpec> keys) => Know(keys.Select(k => k.Name));

    /// <summary>Marks all keys of a set as known.</summary>
    public void Know(KeySet keys) => Know(keys.Keys);

    private static double Parsed(string number) => double.Parse(number, CultureInfo.InvariantCulture);
}
