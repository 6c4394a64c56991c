namespace RiskEngine;

/// <summary>How far a run has come.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Fraction">Done so far, 0 to 1, over the whole run.</param>
public readonly record struct RunProgress(string Stage, double Fraction);
