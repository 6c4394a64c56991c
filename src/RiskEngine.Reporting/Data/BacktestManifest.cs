using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Reporting.Data;

/// <summary>What manifest.json of a backtest holds: all it takes to know where a report comes from and to make it again.</summary>
internal static class BacktestManifest
{
    private const int SchemaVersion = 1;

    /// <summary>The manifest as JSON.</summary>
    /// <param name="engineVersion">The version that tested.</param>
    /// <param name="inputs">What was read.</param>
    /// <param name="run">What is said about the backtest.</param>
    public static string Of(string engineVersion, IReadOnlyList<InputFile> inputs, RunDescription run) =>
        JsonText.Of(
            new
            {
                SchemaVersion,
                EngineVersion = engineVersion,
                run.RunId,
                run.Command,
                run.Started,
                run.Machine,
                run.Options,
                Inputs = inputs,
            },
            ResultsFile.Indented
        );
}
