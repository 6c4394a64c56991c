using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Loading.Yaml;

/// <summary>A piece of a YAML document that knows where it stands; immutable, so that cases can share what they do not change.</summary>
internal abstract record YamlNode(SourceLocation Location)
{
    /// <summary>What the node is, for messages: <c>the text 'abc'</c>, <c>a list</c>.</summary>
    public abstract string Describe();
}

/// <summary>A single value as it is written; quoted text is never a number.</summary>
internal sealed record YamlScalar(SourceLocation Location, string Text, bool IsQuoted) : YamlNode(Location)
{
    private const int Shown = 60;

    /// <summary>Whether nothing stands there: <c>key:</c>, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => !IsQuoted && Text is "" or "~" or "null" or "Null" or "NULL";

    public override string Describe()
    {
        if (IsNull)
            return "nothing";
        var text = Text.Length <= Shown ? Text : string.Concat(Text.AsSpan(0, Shown), "...");
        text = text.ReplaceLineEndings(" ");
        return IsQuoted ? $"the quoted text '{text}'" : $"'{text}'";
    }
}

/// <summary>One key of a mapping with its value.</summary>
internal sealed record YamlEntry(string Key, SourceLocation KeyLocation, YamlNode Value);

/// <summary>Keys with values, in the order of the file; no key stands twice.</summary>
internal sealed record YamlMapping(SourceLocation Location, IReadOnlyList<YamlEntry> Entries) : YamlNode(Location)
{
    public override string Describe() => Entries.Count == 0 ? "an empty mapping" : "a mapping (key: value lines)";

    public YamlEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key == key)
                return entry;
        }

        return null;
    }

    /// <summary>The same mapping with one entry put in place of the one with its key, or added at the end.</summary>
    public YamlMapping With(YamlEntry changed)
    {
        var entries = new List<YamlEntry>(Entries.Count + 1);
        entries.AddRange(Entries);
        var at = entries.FindIndex(e => e.Key == changed.Key);
        if (at < 0)
            entries.Add(changed);
        else
            entries[at] = changed;
        return this with { Entries = entries };
    }
}

/// <summary>Items in the order of the file.</summary>
internal sealed record YamlSequence(SourceLocation Location, IReadOnlyList<YamlNode> Items) : YamlNode(Location)
{
    public override string Describe() => Items.Count == 0 ? "an empty list" : "a list";
}

/// <summary>A node that was refused with an error already: whoever reads it fails without another word.</summary>
internal sealed record YamlRefused(SourceLocation Location) : YamlNode(Location)
{
    public override string Describe() => "something that was refused";
}
