namespace RiskEngine.Analysis.Columns;

/// <summary>What every measure demands of a column: enough paths, and a finite number for each.</summary>
internal static class ColumnCheck
{
    /// <summary>The fewest paths from which a standard error can be told.</summary>
    internal const int FewestPaths = 2;

    /// <summary>Checks the column and returns its sum, which is taken on the way.</summary>
    /// <exception cref="ArgumentException">Too few paths, or an outcome that is not finite (named by its index).</exception>
    internal static double Sum(ReadOnlySpan<float> column, string name)
    {
        RequirePaths(column.Length, name);
        var sum = FixedOrderSum.Of(column, default(Identity));
        if (!double.IsFinite(sum)) // doubles cannot overflow from finite floats
        {
            RequireFinite(column, name);
        }

        return sum;
    }

    /// <summary>Refuses a column with too few paths.</summary>
    internal static void RequirePaths(int paths, string name)
    {
        if (paths < FewestPaths)
        {
            throw new ArgumentException($"Expected at least {FewestPaths} paths, found {paths}.", name);
        }
    }

    /// <summary>Refuses a second column that has another length than the first.</summary>
    internal static void RequireSameLength(int expected, int found, string name)
    {
        if (found != expected)
        {
            throw new ArgumentException($"Expected as many paths as in the first column, {expected}, found {found}.", name);
        }
    }

    /// <summary>Refuses the first outcome that is not a finite number.</summary>
    internal static void RequireFinite(ReadOnlySpan<float> column, string name)
    {
        for (var i = 0; i < column.Length; i++)
        {
            if (!float.IsFinite(column[i]))
            {
                throw new ArgumentException($"Expected a finite number for every path, found {column[i]} at index {i}.", name);
            }
        }
    }
}
