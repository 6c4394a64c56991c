using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a claim.</summary>
internal static class ClaimKeys
{
    public static KeySpec<WholeNumberValue> Line { get; } = new("line", new(1, 1_000_000), "the article's line");

    public static KeySpec<WholeNumberValue> Sentence { get; } =
        new("sentence", new(1, 1_000_000), "the article's sentence, as `ingest` counts them, where its text is one line")
        {
            Otherwise = "the line says where",
        };

    public static KeySpec<LocalTextValue> Section { get; } = new("section", new(), "the article's section") { Otherwise = "empty" };

    public static KeySpec<LocalTextValue> Says { get; } = new("says", new(), "what it says, in your own words");

    public static KeySet All { get; } = new("claim", [Line, Sentence, Section, Says]);
}
