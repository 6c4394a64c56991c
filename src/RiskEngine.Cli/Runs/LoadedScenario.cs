using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading;

namespace RiskEngine.Cli.Runs;

/// <summary>A scenario that was read without error.</summary>
/// <param name="Given">What the user named: its folder, or the file in it.</param>
/// <param name="Folder">Its folder, as the user wrote it; may be empty for the current one.</param>
/// <param name="Scenario">The scenario; files of code are among its inputs.</param>
/// <param name="Engine">The engine that knows its factor kinds.</param>
/// <param name="Checked">The scenario as the engine has checked it, once.</param>
/// <param name="Notices">Whatever was adjusted, ignored or taken as default.</param>
internal sealed record LoadedScenario(
    string Given,
    string Folder,
    Scenario Scenario,
    Engine Engine,
    CheckedScenario Checked,
    IReadOnlyList<Diagnostic> Notices
)
{
    /// <summary>What it was read with, to read it again with other numbers; null where it is not read again.</summary>
    public ReadOptions? Reading { get; init; }
}
