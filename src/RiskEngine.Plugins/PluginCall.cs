namespace RiskEngine.Plugins;

/// <summary>A call into the code of a plug-in.</summary>
/// <param name="Subject">Factor, kind and file: <c>factor 'cycle' of kind 'cycle' (factors/Cycle.cs)</c>.</param>
/// <param name="What">What was called: <c>Step</c>.</param>
/// <param name="Step">The step, from 0; null for a call that is about none.</param>
/// <param name="FirstPath">The first path of the block, from 0; null for a call that is about none.</param>
/// <param name="Number">Tells it from other calls of its thread.</param>
public sealed record PluginCall(string Subject, string What, int? Step, long? FirstPath, long Number)
{
    /// <summary>Tells calls of one thread from those of others.</summary>
    internal object? Thread { get; init; }

    /// <summary><c>factor 'cycle' of kind 'cycle' (factors/Cycle.cs), step 3, paths from 256</c>.</summary>
    public override string ToString() =>
        Subject + (Step is { } step ? $", step {step}" : $", {What}") + (FirstPath is { } path ? $", paths from {path}" : "");
}
