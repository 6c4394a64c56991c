namespace RiskEngine.Analysis.Views.Quantities;

/// <summary>Quantiles under changing probabilities of a column that is sorted once.</summary>
internal static class Tails
{
    /// <summary>The paths in ascending order of their outcomes.</summary>
    internal static int[] Order(double[] column)
    {
        var order = new int[column.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort([.. column], order);
        return order;
    }

    /// <summary>The smallest outcome up to which outcomes have at least the probability.</summary>
    internal static double Quantile(
        ReadOnlySpan<double> column,
        ReadOnlySpan<int> order,
        ReadOnlySpan<double> probabilities,
        double probability
    )
    {
        var cumulated = 0.0;
        foreach (var path in order)
        {
            cumulated += probabilities[path];
            if (cumulated >= probability * (1 - 1e-12))
                return column[path];
        }

        return column[order[^1]];
    }
}
