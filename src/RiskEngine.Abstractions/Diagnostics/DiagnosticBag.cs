namespace RiskEngine.Abstractions.Diagnostics;

/// <summary>
/// Collects diagnostics while input is read, so that all of them come out in one run. The same finding is kept once, however often it
/// is added: every case binds the scenario anew and would repeat it. Not for use by several threads at once.
/// </summary>
public sealed class DiagnosticBag
{
    private readonly HashSet<Diagnostic> items = [];

    /// <summary>Whether any error was added.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds one finding.</summary>
    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        items.Add(diagnostic);
        HasErrors |= diagnostic.Severity == Severity.Error;
    }

    /// <summary>Adds an error: the input cannot be used.</summary>
    public void Error(SourceLocation location, string message, string? nearName = null) =>
        Add(new Diagnostic(Severity.Error, location, message, nearName));

    /// <summary>Adds a warning: the input is likely not what its author meant.</summary>
    public void Warning(SourceLocation location, string message) => Add(new Diagnostic(Severity.Warning, location, message));

    /// <summary>Adds a notice: the author should know how the input was read.</summary>
    public void Notice(SourceLocation location, string message) => Add(new Diagnostic(Severity.Notice, location, message));

    /// <summary>All findings, by file, line and column; at one place by severity and message.</summary>
    public IReadOnlyList<Diagnostic> Sorted() =>
        [.. items.OrderBy(d => d.Location).ThenBy(d => d.Severity).ThenBy(d => d.Message, StringComparer.Ordinal)];
}
