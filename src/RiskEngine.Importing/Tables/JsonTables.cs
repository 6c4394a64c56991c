using System.Text.Json;
using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Importing.Tables;

/// <summary>
/// The lists of objects in a JSON document, each a table: its columns are the properties in the order in which they come up, those of
/// objects inside as <c>SymbolProfile.symbol</c>. A series that names its rows by date (<c>{"2026-02-06": {...}}</c>) is a table too.
/// </summary>
internal static class JsonTables
{
    private const int MaxDepth = 32;

    public static IReadOnlyList<Grid>? Read(string text, string file, DiagnosticBag diagnostics)
    {
        try
        {
            using var document = JsonDocument.Parse(
                text,
                new JsonDocumentOptions
                {
                    MaxDepth = MaxDepth,
                    CommentHandling = JsonCommentHandling.Skip,
                    AllowTrailingCommas = true,
                }
            );
            var grids = new List<Grid>();
            Find(document.RootElement, "", file, grids);
            if (grids.Any(g => g.Rows.Any(r => r.Cells.Any(c => c.Text.Length > GridReader.MaxCell))))
                return Refuse(0, $"a text has more than {GridReader.MaxCell} characters, which is the most that is read");
            return grids.Count > 0 ? grids : Refuse(0, "expected a list of objects in the JSON document, found none");
        }
        catch (InvalidDataException e)
        {
            return Refuse(0, e.Message);
        }
        catch (JsonException e)
        {
            return Refuse((int)(e.LineNumber ?? -1) + 1, "expected JSON, found something that is not: " + e.Message.Split(" Path:", 2)[0]);
        }

        IReadOnlyList<Grid>? Refuse(int line, string message)
        {
            diagnostics.Error(new SourceLocation(file, Math.Max(line, 1), 1), message);
            return null;
        }
    }

    private static void Find(JsonElement element, string path, string file, List<Grid> grids)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            var items = element.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object).ToList();
            if (items.Count > 0)
                grids.Add(Table(items.Select(i => ((string?)null, i)).ToList(), path, file));
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            var properties = element.EnumerateObject().ToList();
            if (properties.Count > 0 && properties.All(p => IsDated(p.Name) && p.Value.ValueKind == JsonValueKind.Object))
                grids.Add(Table(properties.Select(p => ((string?)p.Name, p.Value)).ToList(), path, file));
            else
                properties.ForEach(p => Find(p.Value, path.Length == 0 ? p.Name : $"{path}.{p.Name}", file, grids));
        }
    }

    private static bool IsDated(string name) => name.Length >= 10 && name[4] == '-' && name[..4].All(char.IsAsciiDigit);

    private static Grid Table(List<(string? Date, JsonElement Item)> items, string path, string file)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        if (items[0].Date is not null)
            columns.Add("date", 0);
        var (rows, count) = (new List<GridRow> { new(0, []) }, 0);
        foreach (var (date, item) in items)
        {
            var cells = new List<Cell>();
            if (date is not null)
                cells.Add(new Cell(date));
            Flatten(item, "", columns, cells);
            count += cells.Count;
            if (count > GridReader.MaxCells)
                throw new InvalidDataException($"at most {GridReader.MaxCells} cells are read, found more");
            rows.Add(new GridRow(rows.Count, cells));
        }

        rows[0] = new GridRow(0, [.. columns.Keys.Select(c => new Cell(c))]);
        return new Grid(file, path, rows);
    }

    private static void Flatten(JsonElement item, string prefix, Dictionary<string, int> columns, List<Cell> cells)
    {
        foreach (var property in item.EnumerateObject())
        {
            var name = prefix + property.Name;
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                Flatten(property.Value, name + ".", columns, cells);
                continue;
            }

            if (!columns.TryGetValue(name, out var at))
                columns.Add(name, at = columns.Count);
            while (cells.Count <= at)
                cells.Add(Cell.Empty);
            cells[at] = property.Value.ValueKind switch
            {
                JsonValueKind.Number => new Cell(property.Value.GetRawText(), property.Value.GetDouble()),
                JsonValueKind.String => new Cell(property.Value.GetString()!.Trim()),
                JsonValueKind.True => new Cell("true"),
                JsonValueKind.False => new Cell("false"),
                _ => Cell.Empty,
            };
        }
    }
}
