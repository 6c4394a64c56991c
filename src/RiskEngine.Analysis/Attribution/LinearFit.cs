namespace RiskEngine.Analysis.Attribution;

/// <summary>A column explained by regressors: mean + sum of slope x (regressor - its mean) + a residual that is uncorrelated with all of them.</summary>
/// <param name="Mean">The column's mean.</param>
/// <param name="Deviation">The column's standard deviation (n in the denominator).</param>
/// <param name="Slopes">Change of the column per unit of each regressor.</param>
/// <param name="RSquared">The part of the column's variance that the regressors explain, 0 to 1.</param>
public sealed record LinearFit(double Mean, double Deviation, double[] Slopes, double RSquared)
{
    /// <summary>The parts of a column: slope x (regressor - mean) of each regressor, the residual, and the mean, in this order. They add up to the column.</summary>
    /// <param name="column">The column that was explained.</param>
    /// <param name="regressors">The regressors.</param>
    /// <param name="means">Their means.</param>
    public IReadOnlyList<float[]> Parts(ReadOnlySpan<float> column, IReadOnlyList<float[]> regressors, IReadOnlyList<double> means)
    {
        ArgumentNullException.ThrowIfNull(regressors);
        ArgumentNullException.ThrowIfNull(means);
        var rest = new double[column.Length];
        for (var k = 0; k < rest.Length; k++) rest[k] = column[k] - Mean;
        var parts = new List<float[]>(regressors.Count + 2);
        for (var i = 0; i < regressors.Count; i++)
        {
            var part = new float[column.Length];
            for (var k = 0; k < part.Length; k++)
            {
                part[k] = (float)(Slopes[i] * (regressors[i][k] - means[i]));
                rest[k] -= part[k];
            }

            parts.Add(part);
        }

        parts.Add([.. rest.Select(x => (float)x)]);
        var constant = new float[column.Length];
        Array.Fill(constant, (float)Mean);
        parts.Add(constant);
        return parts;
    }
}
