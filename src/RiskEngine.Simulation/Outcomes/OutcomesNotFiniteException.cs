namespace RiskEngine.Simulation.Outcomes;

/// <summary>
/// A simulation left the range of numbers: each figure of the scenario is allowed, but together they make values that are infinite or
/// not a number. The message names the scenario, the case and what it was. It is the scenario's fault, not the engine's.
/// </summary>
public sealed class OutcomesNotFiniteException : Exception
{
    /// <summary>Makes the exception without saying more.</summary>
    public OutcomesNotFiniteException() { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">Where, and what was found.</param>
    public OutcomesNotFiniteException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">Where, and what was found.</param>
    /// <param name="innerException">What led to it.</param>
    public OutcomesNotFiniteException(string message, Exception innerException)
        : base(message, innerException) { }
}
