namespace RiskEngine.Results;

/// <summary>What came of a run that was to go on until a measure is sure.</summary>
/// <param name="Target">What was asked for.</param>
/// <param name="Error">The error that was reached: half the width of the widest 95% interval.</param>
/// <param name="Paths">The paths it took.</param>
/// <param name="Most">The most paths that were allowed.</param>
public sealed record PrecisionReached(PrecisionTarget Target, double Error, int Paths, int Most)
{
    /// <summary>Whether the target was reached.</summary>
    public bool IsReached => Error <= Target.Error;
}
