using System.Diagnostics;

namespace RiskEngine.Cli.Hosting;

/// <summary>How this program is started again, in a process of its own.</summary>
/// <param name="File">The file to start.</param>
/// <param name="First">What stands before the program's arguments: its library, where the file is the runtime's.</param>
public sealed record ProgramStart(string File, IReadOnlyList<string> First)
{
    /// <summary>That of this process.</summary>
    public static ProgramStart OfProcess()
    {
        var file = Environment.ProcessPath ?? "riskengine";
        return new ProgramStart(file, Path.GetFileNameWithoutExtension(file) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : []);
    }

    /// <summary>All words of a command line.</summary>
    public IEnumerable<string> Words(IEnumerable<string> args) => [File, .. First, .. args];

    /// <summary>What starts a process with these arguments.</summary>
    public ProcessStartInfo With(IEnumerable<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var start = new ProcessStartInfo(File) { UseShellExecute = false };
        foreach (var arg in First.Concat(args))
            start.ArgumentList.Add(arg);
        return start;
    }
}
