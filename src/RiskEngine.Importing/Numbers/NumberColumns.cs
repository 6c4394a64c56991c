using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Importing.Numbers;

/// <summary>
/// Decides the decimal marks of a table's columns: each by itself where it can be, else as the other columns of the table say, else as
/// the user or the format says; a number with two readings that nothing decides is asked about.
/// </summary>
internal static class NumberColumns
{
    /// <summary>The numbers of each column; null after errors.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="asked">What the user says with <c>--decimal</c>, or null.</param>
    /// <param name="usual">What the format says, or null.</param>
    /// <param name="place">The file, or the sheet.</param>
    /// <param name="diagnostics">Takes the errors.</param>
    public static IReadOnlyList<IReadOnlyList<ColumnNumber>>? Read(
        IReadOnlyList<NumberColumn> columns,
        DecimalMark? asked,
        DecimalMark? usual,
        SourceLocation place,
        DiagnosticBag diagnostics
    )
    {
        var isGood = true;
        var marks = columns.Select(c => c.OwnMark).OfType<DecimalMark>().Distinct().ToList();
        DecimalMark? common = marks.Count == 1 ? marks[0] : null;
        var read = new List<IReadOnlyList<ColumnNumber>>();
        foreach (var column in columns)
        {
            if (column.Mixed is { } mixed)
            {
                diagnostics.Error(place, mixed);
                isGood = false;
                continue;
            }

            var mark = asked ?? column.OwnMark ?? common ?? usual;
            if (mark is null && column.IsAmbiguous)
            {
                diagnostics.Error(
                    place,
                    $"the column '{column.Name}' can be read in two ways ({column.Ambiguity}): say which with --decimal point or "
                        + $"--decimal comma"
                );
                isGood = false;
                continue;
            }

            read.Add(column.Read(mark ?? DecimalMark.Point));
        }

        return isGood ? read : null;
    }
}
