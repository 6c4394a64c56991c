namespace RiskEngine.Calibration.Estimators;

/// <summary>A correlation matrix that was pulled towards a target.</summary>
/// <param name="Correlation">The matrix, symmetric with ones on the diagonal.</param>
/// <param name="Target">The correlation of every pair in the target.</param>
/// <param name="Intensity">How far: 0 leaves the sample's matrix, 1 is the target.</param>
/// <param name="Observations">How many returns each column has.</param>
public sealed record ShrunkCorrelation(double[,] Correlation, double Target, double Intensity, int Observations);
