namespace RiskEngine.Cli.Runs;

/// <summary>Which code of a user's own may run.</summary>
/// <param name="AllowCode">Whether the code that scenarios bring may.</param>
/// <param name="Plugins">Libraries named on the command line, as given: naming one is consent to run it.</param>
internal sealed record CodeSettings(bool AllowCode, IReadOnlyList<string> Plugins)
{
    /// <summary>How many seconds one call into such code may take unless the user says otherwise.</summary>
    public const int DefaultPatience = 30;

    /// <summary>How many seconds one call into such code may take.</summary>
    public int Patience { get; init; } = DefaultPatience;

    /// <summary>None.</summary>
    public static CodeSettings None { get; } = new(false, []);
}
