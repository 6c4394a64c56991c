namespace RiskEngine.Simulation.Sampling;

/// <summary>How a portfolio moves to first order, at the headline horizon.</summary>
/// <param name="All">With the factors' independent normals, then with the held instruments' own.</param>
/// <param name="Correlated">With each factor's correlated normal.</param>
internal sealed record PortfolioGradient(double[] All, double[] Correlated);
