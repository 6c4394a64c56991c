using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a portfolio where it is a mapping.</summary>
internal static class PortfolioKeys
{
    public static KeySpec<TextValue> File { get; } = new("file", new("file"), "its positions, a CSV");

    public static KeySpec<LocalTextValue> Name { get; } = new("name", new(), "for readers") { Otherwise = "the id" };

    public static KeySpec<NumberValue> Maintenance { get; } =
        new(
            "maintenance",
            new(new(0, 1, MinIsOpen: true, MaxIsOpen: true)),
            "of a portfolio that owes something: equity, as a part of what is owned and owed but cash, below which the broker calls for "
                + "margin; the report says how likely that is. 0.25 for shares on credit, 0.3 for shares sold short (FINRA rule 4210)"
        )
        {
            Otherwise = "none: not looked at",
        };

    public static KeySet All { get; } = new("portfolio", [File, Name, Maintenance]);
}
