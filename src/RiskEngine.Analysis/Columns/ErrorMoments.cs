using System.Runtime.InteropServices;

namespace RiskEngine.Analysis.Columns;

/// <summary>
/// Means of powers of the deviation from the weighted mean, each path counting by its squared weight: the sum of p^2 d^k over the sum of
/// p^2.
/// </summary>
/// <param name="E1">Mean deviation; 0 where weights are equal.</param>
/// <param name="E2">Mean squared deviation.</param>
/// <param name="E3">Mean third power.</param>
/// <param name="E4">Mean fourth power.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ErrorMoments(double E1, double E2, double E3, double E4);
