namespace RiskEngine.Calibration.Estimators;

/// <summary>How many common factors returns have.</summary>
public static class FactorNumber
{
    /// <summary>The number of eigenvalues of a correlation matrix that chance alone does not make.</summary>
    /// <remarks>
    /// Those above (1 + sqrt(N/T))^2, the edge of the eigenvalues of N independent series over T periods (Marchenko and Pastur 1967;
    /// Laloux, Cizeau, Bouchaud and Potters 1999, Noise dressing of financial correlation matrices).
    /// </remarks>
    /// <param name="eigenvalues">Of the N series' correlation matrix, in any order.</param>
    /// <param name="periods">T, how many returns they come from, 2 or more.</param>
    public static int MarchenkoPastur(IReadOnlyList<double> eigenvalues, int periods)
    {
        ArgumentNullException.ThrowIfNull(eigenvalues);
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 2);
        var edge = 1 + Math.Sqrt((double)eigenvalues.Count / periods);
        return eigenvalues.Count(value => value > edge * edge);
    }
}
