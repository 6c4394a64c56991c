using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Binding;

/// <summary>
/// Reads the keys of one mapping and remembers which ones were asked for, so that <see cref="Finish"/> can name the unknown ones. A
/// value that cannot be read is an error and makes <see cref="Failed"/> true; reading goes on with a harmless stand-in, so that all
/// errors of the item come out, and the item is dropped at the end.
/// </summary>
/// <param name="node">The mapping.</param>
/// <param name="subject">The item for messages: <c>risk 'supply-chain'</c>.</param>
/// <param name="diagnostics">Takes the errors.</param>
/// <param name="at">The place of the item where that is not the mapping's own: that of its id.</param>
internal sealed partial class MappingReader(YamlMapping node, string subject, DiagnosticBag diagnostics, SourceLocation? at = null)
{
    private readonly HashSet<string> asked = [];

    public string Subject => subject;

    public SourceLocation Location => at ?? node.Location;

    public YamlMapping Node => node;

    public DiagnosticBag Diagnostics => diagnostics;

    public bool Failed { get; private set; }

    /// <summary>A reader of the node, or null after an error when it is no mapping.</summary>
    public static MappingReader? Of(YamlNode node, string subject, DiagnosticBag diagnostics, SourceLocation? at = null) =>
        ValueReader.Mapping(node, subject, diagnostics) is { } mapping ? new MappingReader(mapping, subject, diagnostics, at) : null;

    public bool Has(string key) => node.Find(key) is not null;

    public string What(string key) => $"{subject}, '{key}'";

    /// <summary>Where the key's value stands; the item itself when it is missing.</summary>
    public SourceLocation LocationOf(string key) => node.Find(key)?.Value.Location ?? Location;

    /// <summary>Adds an error that concerns one key's value, and fails the item.</summary>
    public void Refuse(string key, string message) => RefuseAt(LocationOf(key), $"{What(key)}: {message}");

    /// <summary>Adds an error about the item, and fails it.</summary>
    public void RefuseAt(SourceLocation location, string message, string? nearName = null)
    {
        diagnostics.Error(location, message, nearName);
        Failed = true;
    }

    /// <summary>Fails the item because of an error that was added elsewhere.</summary>
    public void Fail() => Failed = true;

    /// <summary>Marks keys as known that somebody else reads.</summary>
    public void Know(params IEnumerable<string> keys) => asked.UnionWith(keys);

    /// <summary>Whether somebody asked for the key.</summary>
    public bool IsKnown(string key) => asked.Contains(key);

    /// <summary>
    /// The value of a key, or null when it is missing. A key with nothing after it is not missing: whoever reads it refuses it.
    /// </summary>
    public YamlNode? Optional(string key)
    {
        asked.Add(key);
        return node.Find(key)?.Value;
    }

    /// <summary>The value of a key, or null after an error when it is missing.</summary>
    public YamlNode? Required(string key)
    {
        if (Optional(key) is { } value)
            return value;
        // A misspelt key is reported by Finish, with this one as its near name: one finding is enough.
        if (!node.Entries.Any(e => !asked.Contains(e.Key) && NearName.Find(e.Key, [key]) is not null))
            diagnostics.Error(Location, $"{subject}: the key '{key}' is missing");
        Failed = true;
        return null;
    }

    public string Text(string key) => Read(Required(key), n => ValueReader.Text(n, What(key), diagnostics)) ?? "";

    public string? OptionalText(string key) => Read(Optional(key), n => ValueReader.Text(n, What(key), diagnostics));

    public LocalText LocalText(string key) => Read(Required(key), n => ValueReader.LocalText(n, What(key), diagnostics)) ?? NoText;

    public LocalText? OptionalLocalText(string key) => Read(Optional(key), n => ValueReader.LocalText(n, What(key), diagnostics));

    public double Number(string key, NumberRange range) =>
        Read(Required(key), n => ValueReader.Number(n, What(key), range, diagnostics)) ?? 0;

    public double? OptionalNumber(string key, NumberRange range) =>
        Read(Optional(key), n => ValueReader.Number(n, What(key), range, diagnostics));

    public long Integer(string key, long min, long max) =>
        Read(Required(key), n => ValueReader.Integer(n, What(key), min, max, diagnostics)) ?? min;

    public long? OptionalInteger(string key, long min, long max) =>
        Read(Optional(key), n => ValueReader.Integer(n, What(key), min, max, diagnostics));

    public bool? OptionalBoolean(string key) => Read(Optional(key), n => ValueReader.Boolean(n, What(key), diagnostics));

    public DateOnly Date(string key) => Read(Required(key), n => ValueReader.Date(n, What(key), diagnostics)) ?? DateOnly.MinValue;

    public DateOnly? OptionalDate(string key) => Read(Optional(key), n => ValueReader.Date(n, What(key), diagnostics));

    /// <summary>A tenor above zero.</summary>
    public Tenor Tenor(string key) =>
        Read(Required(key), n => ValueReader.Tenor(n, What(key), mayBeZero: false, diagnostics)) ?? new Tenor(1, TenorUnit.Day);

    public Tenor? OptionalTenor(string key, bool mayBeZero = false) =>
        Read(Optional(key), n => ValueReader.Tenor(n, What(key), mayBeZero, diagnostics));

    public T Choice<T>(string key, IReadOnlyList<(string Word, T Value)> choices)
        where T : struct => Read(Required(key), n => ValueReader.Choice(n, What(key), choices, diagnostics)) ?? default;

    public T? OptionalChoice<T>(string key, IReadOnlyList<(string Word, T Value)> choices)
        where T : struct => Read(Optional(key), n => ValueReader.Choice(n, What(key), choices, diagnostics));

    public string Reference(string key, IdSet ids) => Read(Required(key), n => ValueReader.Reference(n, What(key), ids, diagnostics)) ?? "";

    public string? OptionalReference(string key, IdSet ids) =>
        Read(Optional(key), n => ValueReader.Reference(n, What(key), ids, diagnostics));

    /// <summary>A mapping under a key; null when it is missing (an error when required) or is no mapping (an error).</summary>
    public MappingReader? Mapping(string key, bool isRequired = true)
    {
        var value = isRequired ? Required(key) : Optional(key);
        return Read(value, n => Of(n, What(key), diagnostics));
    }

    /// <summary>The items of a list under a key; a list of one may be written as the item alone. Empty when missing.</summary>
    public IReadOnlyList<YamlNode> Items(string key, bool isRequired = true)
    {
        var value = isRequired ? Required(key) : Optional(key);
        if (value is null)
            return [];
        if (value is not YamlSequence sequence)
            return [value];
        if (sequence.Items.Count == 0 && isRequired)
            Refuse(key, "expected at least one item, found an empty list");
        return sequence.Items;
    }

    /// <summary>The ids in a list (or alone) under a key, each declared by the set and named once. Empty when missing.</summary>
    public IReadOnlyList<string> References(string key, IdSet ids, bool isRequired = true)
    {
        var found = new List<string>();
        foreach (var item in Items(key, isRequired))
        {
            if (Read(item, n => ValueReader.Reference(n, What(key), ids, diagnostics)) is not { } id)
                continue;
            if (found.Contains(id))
                RefuseAt(item.Location, $"{What(key)}: '{id}' stands twice");
            else
                found.Add(id);
        }

        return found;
    }

    /// <summary>Names the keys that nobody asked for, and says whether the item is whole. Ask for every key of the item before.</summary>
    public bool Finish()
    {
        foreach (var entry in node.Entries.Where(e => !asked.Contains(e.Key)))
        {
            var near = NearName.Find(entry.Key, asked);
            var keys = near is null ? $"; its keys are {string.Join(", ", asked)}" : "";
            RefuseAt(entry.KeyLocation, $"{subject}: unknown key '{entry.Key}'{keys}", near);
        }

        return !Failed;
    }

    /// <summary>What a function makes of a node; null fails the item, no node does not.</summary>
    public TValue? Read<TValue>(YamlNode? value, Func<YamlNode, TValue?> read)
    {
        if (value is null)
            return default;
        var result = read(value);
        if (result is null)
            Failed = true;
        return result;
    }

    private static LocalText NoText { get; } = Abstractions.Identity.LocalText.Same("");
}
