using RiskEngine.Abstractions.Factors;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Prices;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds <c>histories</c>: joint histories of prices or returns that factors draw from.</summary>
internal static class HistoryBinder
{
    private static readonly NumberRange blocks = NumberRange.Of(HistoryKeys.BlockLength);

    private static readonly (string Word, HistoryContent Value)[] contents =
    [
        ("prices", HistoryContent.Prices),
        ("returns", HistoryContent.Returns),
    ];

    /// <summary>The histories by id; one that has an error is null.</summary>
    public static IReadOnlyDictionary<string, JointHistory?> Bind(BindingScope scope, ScenarioFiles files)
    {
        var histories = new Dictionary<string, JointHistory?>();
        foreach (var (id, reader) in scope.Section("histories", "history"))
        {
            var content = reader.OptionalChoice("contains", contents) ?? HistoryContent.Prices;
            var length = reader.Number("blockLength", blocks);
            var rows = reader.Read(reader.Required("file"), n => files.History(n, reader.What("file"), content, scope.Diagnostics));
            scope.Source($"histories.{id}", reader);
            histories.Add(id, reader.Finish() ? new JointHistory(rows!, length) : null);
        }

        return histories;
    }

    /// <summary>The column that a factor names, its own id unless it says otherwise; null after an error.</summary>
    public static HistoryColumn? Column(BindingScope scope, string factor, MappingReader reader)
    {
        var id = reader.Reference("history", scope.Ids.Histories);
        var named = reader.OptionalText("column");
        if (scope.Histories.GetValueOrDefault(id) is not { } history)
        {
            reader.Fail();
            return null;
        }

        var column = named ?? factor;
        if (history.Rows.LogReturns.TryGetValue(column, out var returns))
            return new HistoryColumn(id, column, returns, history.Rows.RowsPerYear, history.BlockLength);
        reader.RefuseAt(
            reader.LocationOf(named is null ? "history" : "column"),
            $"{reader.Subject}: expected a column of the history '{id}' ({string.Join(", ", history.Rows.LogReturns.Keys)}), found "
                + $"'{column}'",
            NearName.Find(column, history.Rows.LogReturns.Keys)
        );
        return null;
    }
}

/// <summary>One joint history, as a scenario uses it.</summary>
/// <param name="Rows">Its returns.</param>
/// <param name="BlockLength">Expected number of rows of a block.</param>
internal sealed record JointHistory(HistoryRows Rows, double BlockLength);
