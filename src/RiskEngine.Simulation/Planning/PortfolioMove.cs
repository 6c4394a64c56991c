namespace RiskEngine.Simulation.Planning;

/// <summary>How a portfolio moves to first order, at the middle horizon.</summary>
/// <param name="Along">Along each direction that the normals are turned to.</param>
/// <param name="Correlated">With each factor's correlated normal.</param>
internal sealed record PortfolioMove(double[] Along, double[] Correlated);
