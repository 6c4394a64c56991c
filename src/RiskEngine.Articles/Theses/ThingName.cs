using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Theses;

/// <summary>The name of a thing, made ready to be looked for in many texts.</summary>
internal sealed class ThingName
{
    private readonly string[] words;

    /// <summary>The name as a table or sentence has it.</summary>
    public ThingName(string name)
    {
        Name = name;
        var core = Names.Core(name);
        IsChinese = core.Any(Characters.IsChinese);
        words = IsChinese ? [Compact(core)] : [.. core.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2)];
    }

    /// <summary>The name as it was given.</summary>
    public string Name { get; }

    /// <summary>Whether it has Chinese characters.</summary>
    public bool IsChinese { get; }

    /// <summary>What a text that names it holds in one run: all of a Chinese name, the first word of others; may be empty.</summary>
    public string Start => words is [var first, ..] ? first : "";

    /// <summary>Whether a text names it: all its words, or its Chinese characters in one run.</summary>
    public bool IsIn(string text)
    {
        var searched = IsChinese ? Compact(text) : text;
        return words.Length > 0 && Array.TrueForAll(words, w => searched.Contains(w, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A text without its spaces.</summary>
    public static string Compact(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}

/// <summary>Compares names of things.</summary>
internal static class Names
{
    /// <summary>Whether a text names a thing: all of the thing's words, or its Chinese characters in one run.</summary>
    public static bool SameThing(string name, string text) => new ThingName(name).IsIn(text);

    /// <summary>A name without what stands in brackets.</summary>
    public static string Core(string name)
    {
        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        return (bracket > 0 ? name[..bracket] : name).Trim();
    }
}
