namespace RiskEngine.Abstractions.Diagnostics;

/// <summary>
/// Collects diagnostics while input is read, so that all of them come out in one run. The same finding is kept once, however often it
/// is added: every case binds the scenario anew and would repeat it. Of a kind some are kept and the rest is counted, so that a hostile
/// file takes no memory. Not for use by several threads at once.
/// </summary>
public sealed class DiagnosticBag
{
    /// <summary>How many findings of one kind are kept whole: more than are listed, for the first ones by place may come late.</summary>
    private const int MostKept = 1_000;

    private readonly List<Diagnostic> items = [];
    private readonly HashSet<UInt128> known = [];
    private readonly Dictionary<FindingKind, (int Count, Diagnostic? FirstLeftOut)> kinds = [];

    /// <summary>Whether any error was added.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds one finding.</summary>
    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        HasErrors |= diagnostic.Severity == Severity.Error;
        if (!known.Add(Hash(diagnostic)))
            return;
        var kind = FindingKind.Of(diagnostic);
        var (count, first) = kinds.GetValueOrDefault(kind);
        if (diagnostic.Count == 1 && count < MostKept)
            items.Add(diagnostic);
        else
            first ??= diagnostic;
        kinds[kind] = (count + diagnostic.Count, first);
    }

    /// <summary>Adds an error: the input cannot be used.</summary>
    public void Error(SourceLocation location, string message, string? nearName = null) =>
        Add(new Diagnostic(Severity.Error, location, message, nearName));

    /// <summary>Adds a warning: the input is likely not what its author meant.</summary>
    public void Warning(SourceLocation location, string message) => Add(new Diagnostic(Severity.Warning, location, message));

    /// <summary>Adds a notice: the author should know how the input was read.</summary>
    public void Notice(SourceLocation location, string message) => Add(new Diagnostic(Severity.Notice, location, message));

    /// <summary>
    /// All findings, by file, line and column; at one place by severity and message. Beyond a thousand of a kind in a file one stands for
    /// the rest.
    /// </summary>
    public IReadOnlyList<Diagnostic> Sorted() =>
        [.. Kept().OrderBy(d => d.Location).ThenBy(d => d.Severity).ThenBy(d => d.Message, StringComparer.Ordinal)];

    private IEnumerable<Diagnostic> Kept()
    {
        var kept = items.CountBy(FindingKind.Of).ToDictionary();
        return items.Concat(
            from kind in kinds
            where kind.Value.FirstLeftOut is not null
            select FindingLimit.Rest(kind.Value.FirstLeftOut, kind.Value.Count - kept.GetValueOrDefault(kind.Key))
        );
    }

    /// <summary>Place and words in 128 bits: findings that share a place differ in one of 32 bits of their words' hash.</summary>
    private static UInt128 Hash(Diagnostic diagnostic)
    {
        var words = HashCode.Combine(
            StringComparer.Ordinal.GetHashCode(diagnostic.Message),
            StringComparer.Ordinal.GetHashCode(diagnostic.NearName ?? "")
        );
        var file = HashCode.Combine(StringComparer.Ordinal.GetHashCode(diagnostic.Location.File ?? ""), diagnostic.Severity);
        return new UInt128(
            ((ulong)(uint)diagnostic.Location.Line << 32) | (uint)diagnostic.Location.Column,
            ((ulong)(uint)words << 32) | (uint)file
        );
    }
}
