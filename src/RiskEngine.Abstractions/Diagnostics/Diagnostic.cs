namespace RiskEngine.Abstractions.Diagnostics;

/// <summary>One finding about the input: where it is, and what was expected and found.</summary>
/// <param name="Severity">Whether it stops the run.</param>
/// <param name="Location">The place it is about.</param>
/// <param name="Message">Which item, what was expected, what was found; one line, no full stop.</param>
/// <param name="NearName">A known name close to the one that was found, or null.</param>
public sealed record Diagnostic(Severity Severity, SourceLocation Location, string Message, string? NearName = null)
{
    /// <summary>
    /// Which item, what was expected, what was found: in one line whatever stood in the input (see <see cref="PlainLine"/>).
    /// </summary>
    public string Message { get; init; } = PlainLine.Of(Message);

    /// <summary>How many findings it stands for: more than 1 where others of its kind are left out (<see cref="FindingLimit"/>).</summary>
    public int Count { get; init; } = 1;

    /// <summary><c>scenario.yaml:12:7: error: unknown factor 'infrence-market' (did you mean 'inference-market'?)</c>.</summary>
    public override string ToString()
    {
        var severity = Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        };
        var hint = NearName is null ? "" : $" (did you mean '{NearName}'?)";
        return $"{PlainLine.Of(Location.ToString())}: {severity}: {Message}{PlainLine.Of(hint)}";
    }
}
