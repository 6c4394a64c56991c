using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Document;

/// <summary>How a stretch of words is set.</summary>
public enum Emphasis
{
    /// <summary>As the words around it.</summary>
    None,

    /// <summary>Stressed.</summary>
    Strong,

    /// <summary>Literal: a command, an identifier, a hash.</summary>
    Code,

    /// <summary>Less important: an interval, a source.</summary>
    Quiet,

    /// <summary>A new line where the format has one; else the words, which then separate.</summary>
    Break,
}

/// <summary>A stretch of words of one language, set in one way, perhaps leading somewhere.</summary>
/// <param name="Text">The words, unescaped: every writer escapes for its own format.</param>
/// <param name="Emphasis">How they are set.</param>
/// <param name="Link">Where they lead; <see langword="null"/> when nowhere. See <see cref="Links.From"/>.</param>
/// <param name="Anchor">The row or section of this report that they lead to; <see langword="null"/> when none.</param>
/// <param name="File">
/// The file that they lead to, as a path from the page's own folder with forward slashes; <see langword="null"/> when none. It is made by
/// the program of checked names, never of a text from outside.
/// </param>
public sealed record Span(string Text, Emphasis Emphasis = Emphasis.None, Uri? Link = null, string? Anchor = null, string? File = null);

/// <summary>Running words in both languages, some of them stressed or linked.</summary>
/// <param name="English">The words in English.</param>
/// <param name="Chinese">The same in simplified Chinese; the order of what is stressed or linked may differ.</param>
public sealed record Prose(IReadOnlyList<Span> English, IReadOnlyList<Span> Chinese)
{
    /// <summary>No words.</summary>
    public static Prose Empty { get; } = new([], []);

    /// <summary>Whether there are no words.</summary>
    public bool IsEmpty => English.Count == 0 && Chinese.Count == 0;

    /// <summary>Whether both languages read the same: a number, a name, a command.</summary>
    public bool IsSame => English.SequenceEqual(Chinese);

    /// <summary>The words without stress and links.</summary>
    public LocalText Text => new(string.Concat(English.Select(s => s.Text)), string.Concat(Chinese.Select(s => s.Text)));

    /// <summary>Plain words.</summary>
    public static implicit operator Prose(LocalText text) => Of(text, words => new(words));

    /// <summary>Words followed by words.</summary>
    public static Prose operator +(Prose left, Prose right) =>
        new([.. left.English, .. right.English], [.. left.Chinese, .. right.Chinese]);

    /// <summary>The words in one language.</summary>
    public IReadOnlyList<Span> In(Language language) => language == Language.Chinese ? Chinese : English;

    /// <summary>Stressed words.</summary>
    public static Prose Strong(LocalText text) => Of(text, words => new(words, Emphasis.Strong));

    /// <summary>Literal words, the same in both languages.</summary>
    public static Prose Code(string text) => Of(LocalText.Same(text), words => new(words, Emphasis.Code));

    /// <summary>Less important words.</summary>
    public static Prose Quiet(LocalText text) => Of(text, words => new(words, Emphasis.Quiet));

    /// <summary>A new line where the format has one; else these words, which then separate.</summary>
    public static Prose Break(LocalText separator) => Of(separator, words => new(words, Emphasis.Break));

    /// <summary>Words that lead to a row or section of this report.</summary>
    public static Prose Within(LocalText text, string anchor) => Of(text, words => new(words, Anchor: anchor));

    /// <summary>Words that lead to a file beside the page.</summary>
    public static Prose Beside(LocalText text, string file) => Of(text, words => new(words, File: file));

    /// <summary>Words that lead to an address when it is one that may be followed, and plain words otherwise.</summary>
    public static Prose Linked(LocalText text, string? address) => Of(text, words => new(words, Link: Links.From(address)));

    private static Prose Of(LocalText text, Func<string, Span> set)
    {
        ArgumentNullException.ThrowIfNull(text);
        var english = set(text.English);
        return text.English == text.Chinese ? new([english], [english]) : new([english], [set(text.Chinese)]);
    }
}
