using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>Tables of plain text: what comes from files is shown as it stands, never read as markup.</summary>
internal static class TextTable
{
    /// <summary>A table without rows; headings that start with <c>#</c> (left out when shown) stand over numbers, aligned to the right.</summary>
    public static Table Create(params IEnumerable<string> headings)
    {
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = true };
        foreach (var heading in headings)
        {
            var isNumber = heading.StartsWith('#');
            table.AddColumn(new TableColumn(new Text(isNumber ? heading[1..] : heading, new Style(decoration: Decoration.Bold)))
            {
                Alignment = isNumber ? Justify.Right : Justify.Left,
            });
        }

        return table;
    }

    /// <summary>Adds a row.</summary>
    public static Table Row(this Table table, params IEnumerable<string> cells) => table.AddRow(cells.Select(cell => new Text(cell)));

    /// <summary>Several things below each other.</summary>
    public static Rows Stack(params IEnumerable<IRenderable> parts) => new(parts);

    /// <summary>A heading over a part of a screen, with an empty line before it.</summary>
    public static Rows Heading(string text) => new(Text.Empty, new Text(text, new Style(decoration: Decoration.Bold)));
}
