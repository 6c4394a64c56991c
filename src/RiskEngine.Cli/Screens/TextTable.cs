using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>Tables of plain text: what comes from files is shown as it stands, never read as markup.</summary>
internal static class TextTable
{
    /// <summary>
    /// A table without rows. Headings that start with <c>#</c> stand over numbers, aligned to the right; those that start with <c>!</c>
    /// over names that are kept on one line. Neither sign is shown.
    /// </summary>
    public static Table Create(params IEnumerable<string> headings)
    {
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = true };
        foreach (var heading in headings)
        {
            table.AddColumn(
                new TableColumn(new Text(heading.TrimStart('#', '!'), new Style(decoration: Decoration.Bold)))
                {
                    Alignment = heading.StartsWith('#') ? Justify.Right : Justify.Left,
                    NoWrap = heading.StartsWith('!'),
                }
            );
        }

        return table;
    }

    /// <summary>Adds a row; cells that are not given stay empty.</summary>
    public static Table Row(this Table table, params IEnumerable<string> cells) => table.AddRow(cells.Select(cell => new Text(cell)));

    /// <summary>Several things below each other.</summary>
    public static Rows Stack(params IEnumerable<IRenderable> parts) => new(parts);

    /// <summary>A heading over a part of a screen, with an empty line before it.</summary>
    public static Rows Heading(string text) => new(Text.Empty, new Text(text, new Style(decoration: Decoration.Bold)));
}
