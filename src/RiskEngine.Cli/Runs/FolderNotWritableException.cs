namespace RiskEngine.Cli.Runs;

/// <summary>The folder that reports should go under cannot be written to: the command line names a bad one.</summary>
/// <param name="folder">The folder that could not be made or written to.</param>
/// <param name="cause">What the system says.</param>
internal sealed class FolderNotWritableException(string folder, Exception cause)
    : Exception($"--out: expected a folder that can be written to, found that '{folder}' cannot: {cause.Message.Split(" : '")[0]}", cause);
