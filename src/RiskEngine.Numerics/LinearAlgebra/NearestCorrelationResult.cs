namespace RiskEngine.Numerics.LinearAlgebra;

/// <summary>A repaired correlation matrix and how far it is from what was asked for.</summary>
/// <param name="Matrix">The correlation matrix, n x n: symmetric, unit diagonal, positive semi-definite to rounding.</param>
/// <param name="FrobeniusDistance">The root of the sum of the squared changes of all n x n entries; zero for a valid matrix.</param>
/// <param name="LargestChange">The largest absolute change of one entry; zero for a valid matrix.</param>
/// <param name="Iterations">How many Newton steps it took; zero for a valid matrix.</param>
public sealed record NearestCorrelationResult(double[,] Matrix, double FrobeniusDistance, double LargestChange, int Iterations);
