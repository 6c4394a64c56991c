using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Csv;
using RiskEngine.Loading.Files;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Comparing;

/// <summary>Holds two versions of a scenario's file against each other, value by value.</summary>
public static class FileValues
{
    /// <summary>
    /// What differs, in the order of the first file, then of what only the second has. Null where a file is not YAML or a table, or cannot
    /// be read: then the files differ, and no more can be said.
    /// </summary>
    /// <param name="name">The file's name; its ending says what it is.</param>
    /// <param name="before">The first version's bytes; empty for none.</param>
    /// <param name="after">The second version's bytes; empty for none.</param>
    public static IReadOnlyList<ValueChange>? Changes(string name, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Read(name, before) is not { } first || Read(name, after) is not { } second)
            return null;
        return
        [
            .. first
                .Keys.Concat(second.Keys.Where(k => !first.ContainsKey(k)))
                .Select(k => new ValueChange(k, first.GetValueOrDefault(k), second.GetValueOrDefault(k)))
                .Where(c => c.From != c.To),
        ];
    }

    private static OrderedDictionary<string, string>? Read(string name, ReadOnlySpan<byte> bytes)
    {
        var values = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        if (bytes.IsEmpty)
            return values;
        var found = new DiagnosticBag();
        if (InputText.Decode(bytes, name, found) is not { } text)
            return null;
        if (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            AddTable(values, CsvTable.Read(text, name, found, out _));
        else if (name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            Add(values, "", YamlReader.Read(text, name, found));
        else
            return null;
        return found.HasErrors ? null : values;
    }

    private static void Add(OrderedDictionary<string, string> values, string path, YamlNode? node)
    {
        switch (node)
        {
            case YamlScalar scalar:
                values[path] = scalar.Text;
                break;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                    Add(values, path.Length == 0 ? entry.Key : $"{path}.{entry.Key}", entry.Value);
                break;
            case YamlSequence sequence:
                for (var i = 0; i < sequence.Items.Count; i++)
                    Add(values, $"{path}[{i + 1}]", sequence.Items[i]);
                break;
        }
    }

    private static void AddTable(OrderedDictionary<string, string> values, IReadOnlyList<IReadOnlyList<CsvCell>> rows)
    {
        for (var r = 1; r < rows.Count; r++)
        {
            for (var c = 1; c < rows[r].Count; c++)
                values[$"{rows[r][0].Text}.{(c < rows[0].Count ? rows[0][c].Text : $"{c + 1}")}"] = rows[r][c].Text;
        }
    }
}
