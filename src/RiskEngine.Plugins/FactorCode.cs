using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Plugins.Checking;

namespace RiskEngine.Plugins;

/// <summary>
/// Code of a user's own that defines factor kinds: a source file or a compiled class library. Reading it runs nothing;
/// <see cref="Load"/> runs the constructors of its kinds, and is called only after the user has agreed to run <see cref="Files"/>.
/// </summary>
public abstract class FactorCode
{
    private protected FactorCode(IReadOnlyList<CodeFile> files) => Files = files;

    /// <summary>All files whose code would run, the one that was named first.</summary>
    public IReadOnlyList<CodeFile> Files { get; }

    /// <summary>The code's name in messages: the file that was named.</summary>
    public string Name => Files[0].Name;

    /// <summary>
    /// The kinds that the code defines: its public classes that derive from <see cref="FactorKind"/>, by name. Their processes are
    /// checked while they run (<see cref="FactorFailedException"/>).
    /// </summary>
    /// <param name="diagnostics">Takes the errors; with one of these the list is empty.</param>
    /// <param name="activity">Is told of every call into the code, from now on; null where nobody watches.</param>
    public IReadOnlyList<FactorKind> Load(DiagnosticBag diagnostics, PluginActivity? activity = null)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        return LoadKinds(diagnostics, new CodeRunner(activity));
    }

    private protected abstract IReadOnlyList<FactorKind> LoadKinds(DiagnosticBag diagnostics, CodeRunner runner);
}
