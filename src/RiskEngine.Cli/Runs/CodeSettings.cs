namespace RiskEngine.Cli.Runs;

/// <summary>Which code of a user's own may run.</summary>
/// <param name="AllowCode">Whether the code that scenarios bring may.</param>
/// <param name="Plugins">Libraries named on the command line, as given: naming one is consent to run it.</param>
internal sealed record CodeSettings(bool AllowCode, IReadOnlyList<string> Plugins)
{
    /// <summary>None.</summary>
    public static CodeSettings None { get; } = new(false, []);
}
