using RiskEngine.Abstractions.Factors;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Prices;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds <c>histories</c>: joint histories of prices or returns that factors draw from.</summary>
internal static class HistoryBinder
{
    /// <summary>The histories by id; one that has an error is null.</summary>
    public static IReadOnlyDictionary<string, JointHistory?> Bind(BindingScope scope, ScenarioFiles files)
    {
        var histories = new Dictionary<string, JointHistory?>();
        foreach (var (id, reader) in scope.Section(MarketKeys.Histories, "history"))
        {
            var content = reader.Choice(JointHistoryKeys.Contains);
            var length = reader.Number(JointHistoryKeys.BlockLength);
            var rows = reader.Read(
                reader.Required(JointHistoryKeys.File),
                n => files.History(n, reader.What(JointHistoryKeys.File), content, scope.Diagnostics)
            );
            scope.Source(MarketKeys.Histories, id, reader, JointHistoryKeys.All);
            histories.Add(id, reader.Finish() ? new JointHistory(rows!, length) : null);
        }

        return histories;
    }

    /// <summary>The column that a factor names, its own id unless it says otherwise; null after an error.</summary>
    public static HistoryColumn? Column(BindingScope scope, string factor, MappingReader reader)
    {
        var id = reader.Reference(FactorKeys.History, scope.Ids.Histories);
        var named = reader.OptionalText(FactorKeys.Column);
        if (scope.Histories.GetValueOrDefault(id) is not { } history)
        {
            reader.Fail();
            return null;
        }

        var column = named ?? factor;
        if (history.Rows.LogReturns.TryGetValue(column, out var returns))
            return new HistoryColumn(id, column, returns, history.Rows.RowsPerYear, history.BlockLength);
        reader.RefuseAt(
            reader.LocationOf(named is null ? FactorKeys.History.Name : FactorKeys.Column.Name),
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
