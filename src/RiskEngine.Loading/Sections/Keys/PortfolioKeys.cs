using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a portfolio where it is a mapping.</summary>
internal static class PortfolioKeys
{
    public static KeySpec<TextValue> File { get; } = new("file", new("file"), "its positions, a CSV");

    public static KeySpec<LocalTextValue> Name { get; } = new("name", new(), "for readers") { Otherwise = "the id" };

    public static KeySet All { get; } = new("portfolio", [File, Name]);
}
