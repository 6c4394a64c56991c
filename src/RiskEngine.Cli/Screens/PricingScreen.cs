using RiskEngine.Abstractions.Pricing;
using RiskEngine.Cli.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>The kinds of priced instruments, all of them or everything about one.</summary>
internal static class PricingScreen
{
    /// <summary>One row a kind, in their order.</summary>
    public static IRenderable List(IEnumerable<PricingKind> kinds)
    {
        var table = TextTable.Create("kind", "what it is", "terms");
        foreach (var kind in kinds)
            table.Row(kind.Name, kind.Summary.English, string.Join(", ", kind.Terms.Select(t => t.Name)));
        return table;
    }

    /// <summary>The kind's page: summary, price, terms, reference.</summary>
    public static IRenderable Page(PricingKind kind)
    {
        var table = TextTable.Create("term", "value", "default", "meaning");
        foreach (var term in kind.Terms)
            table.Row(term.Name, Value(term), Default(term), term.Meaning.English);
        return TextTable.Stack(
            TextTable.Heading(kind.Name),
            new Text(kind.Summary.English),
            Text.Empty,
            new Text(kind.Equation),
            Text.Empty,
            table,
            new Text($"Source: {kind.Reference}")
        );
    }

    private static string Value(TermSpec term) =>
        term.Type switch
        {
            TermType.Number => string.Join(", ", new[] { $"number{Range(term)}", term.Unit }.Where(part => part.Length > 0)),
            TermType.Date => "date after the as-of date",
            TermType.Word => string.Join(" or ", term.Words),
            TermType.Factor => "id of a factor",
            _ => "id of an instrument",
        };

    private static string Range(TermSpec term) =>
        (double.IsInfinity(term.Low), double.IsInfinity(term.High)) switch
        {
            (true, true) => "",
            (false, true) => term.OpenLow ? $" above {Figures.Plain(term.Low)}" : $" of {Figures.Plain(term.Low)} or more",
            (true, false) => $" of {Figures.Plain(term.High)} or less",
            _ => $" {(term.OpenLow ? "above " : "")}{Figures.Plain(term.Low)} to {Figures.Plain(term.High)}",
        };

    private static string Default(TermSpec term) =>
        (term.IsOptional, term.Type, term.Default) switch
        {
            (false, _, _) => "required",
            (true, TermType.Word, _) => term.Words[0],
            (true, TermType.Number, { } value) => Figures.Plain(value),
            _ => "none",
        };
}
