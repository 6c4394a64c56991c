namespace RiskEngine.Abstractions.Diagnostics;

/// <summary>How much a <see cref="Diagnostic"/> weighs: an error stops the run, a warning and a notice do not.</summary>
public enum Severity
{
    /// <summary>The input cannot be used as it is.</summary>
    Error,

    /// <summary>The input can be used, but is likely not what its author meant.</summary>
    Warning,

    /// <summary>The input was read in a way that its author should know of.</summary>
    Notice,
}
