using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Cli.Hosting;
using RiskEngine.Plugins;

namespace RiskEngine.Cli.Runs;

/// <summary>Loads code of a user's own, and has it watched from then on.</summary>
/// <param name="patience">How many seconds one call into the code may take.</param>
/// <param name="environment">Who watches, and ends the process where a call does not return.</param>
internal sealed class CodeWatch(int patience, CommandEnvironment environment)
{
    private readonly Lazy<PluginActivity?> activity = new(() => Watched(patience, environment));

    /// <summary>The kinds of the code; empty after an error.</summary>
    public IReadOnlyList<FactorKind> Load(FactorCode code, DiagnosticBag diagnostics)
    {
        foreach (var file in code.Files)
            environment.Supervision?.Runs(file.Name);
        return code.Load(diagnostics, activity.Value);
    }

    private static PluginActivity? Watched(int patience, CommandEnvironment environment)
    {
        if (environment.ForcedEnd is not { } end)
            return null;
        var watched = new PluginActivity();
        new PluginWatchdog(watched, patience).Start(problem => end.By(environment, ExitCode.UnexpectedFailure, problem));
        return watched;
    }
}
