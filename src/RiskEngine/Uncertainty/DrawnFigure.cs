namespace RiskEngine.Uncertainty;

/// <summary>The headline figures of one draw.</summary>
/// <param name="Figures">By portfolio, headline variant and measure, on the first and the second half of the paths; null where the model
/// refused the draw.</param>
/// <param name="Held">Paths of numbers that the draw took out of their range, which stayed at their values.</param>
internal sealed record DrawnFigure(IReadOnlyList<(double First, double Second)>? Figures, IReadOnlyList<string> Held);
