using System.Text;
using RiskEngine.Reporting.Files;
using RiskEngine.Reporting.Page;
using RiskEngine.Results.Batches;

namespace RiskEngine.Reporting.Batches;

/// <summary>Writes a batch's folder: one page for all its jobs, and their figures as a table and as JSON.</summary>
public static class BatchWriter
{
    /// <summary>Writes the folder whole, in place of an older one of the same batch; on failure or cancellation nothing changes.</summary>
    /// <param name="batch">What the batch found.</param>
    /// <param name="command">The command line that makes it again.</param>
    /// <param name="folder">The folder as it shall be.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public static Task WriteAsync(BatchResults batch, string command, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(command);
        return AtomicFolder.WriteAsync(
            folder,
            async (part, token) =>
            {
                if (batch.Sensitivity is { } sensitivity)
                    Write(part, "sensitivity.csv", writer => SensitivityTable.Write(sensitivity, writer));
                else
                    Write(part, "results.csv", writer => JobTable.Write(batch, writer));
                token.ThrowIfCancellationRequested();
                Write(part, "results.json", writer => BatchJson.Write(batch, writer));
                token.ThrowIfCancellationRequested();
                var page = await PageWriter.WriteAsync(BatchPageBuilder.Build(batch, command));
                await File.WriteAllTextAsync(Path.Combine(part, "index.html"), page, token);
            },
            cancellation
        );
    }

    private static void Write(string folder, string name, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(
            Path.Combine(folder, name),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write }
        );
        write(writer);
    }
}
