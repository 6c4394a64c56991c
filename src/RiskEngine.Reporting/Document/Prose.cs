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

/// <summary>A stretch of words set in one way, perhaps leading somewhere.</summary>
/// <param name="Text">The words, unescaped: every writer escapes for its own format.</param>
/// <param name="Emphasis">How they are set.</param>
/// <param name="Link">Where they lead; <see langword="null"/> when nowhere. See <see cref="Links.From"/>.</param>
/// <param name="Anchor">The row or section of this report that they lead to; <see langword="null"/> when none.</param>
public sealed record Span(Text Text, Emphasis Emphasis = Emphasis.None, Uri? Link = null, string? Anchor = null);

/// <summary>Running words, some of them stressed or linked.</summary>
public sealed record Prose(IReadOnlyList<Span> Spans)
{
    /// <summary>No words.</summary>
    public static Prose Empty { get; } = new([]);

    /// <summary>Plain words.</summary>
    public static implicit operator Prose(Text text) => new([new Span(text)]);

    /// <summary>Words followed by words.</summary>
    public static Prose operator +(Prose left, Prose right) => new([.. left.Spans, .. right.Spans]);

    /// <summary>Stressed words.</summary>
    public static Prose Strong(Text text) => new([new Span(text, Emphasis.Strong)]);

    /// <summary>Literal words, the same in both languages.</summary>
    public static Prose Code(string text) => new([new Span(Text.Same(text), Emphasis.Code)]);

    /// <summary>Less important words.</summary>
    public static Prose Quiet(Text text) => new([new Span(text, Emphasis.Quiet)]);

    /// <summary>Words that lead to a row or section of this report.</summary>
    public static Prose Within(Text text, string anchor) => new([new Span(text, Anchor: anchor)]);

    /// <summary>Words that lead to an address when it is one that may be followed, and plain words otherwise.</summary>
    public static Prose Linked(Text text, string? address) => new([new Span(text, Link: Links.From(address))]);
}
