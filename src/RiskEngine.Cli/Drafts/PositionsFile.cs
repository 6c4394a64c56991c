using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Drafts;

namespace RiskEngine.Cli.Drafts;

/// <summary>The door through which holdings come in, whatever their file looks like.</summary>
/// <param name="Holdings">The holdings in the order of the file.</param>
/// <param name="AsOf">The day that the file says; null where it says none.</param>
internal sealed record PositionsFile(IReadOnlyList<DraftHolding> Holdings, DateOnly? AsOf)
{
    /// <summary>A few funds to begin with, for a scenario without holdings: weights in per cent.</summary>
    public static PositionsFile Starter { get; } =
        new(
            [
                new DraftHolding("SPY", 60, 1, "USD", "US shares", new SourceLocation("--portfolio")),
                new DraftHolding("AGG", 35, 1, "USD", "US bonds", new SourceLocation("--portfolio")),
                new DraftHolding("CASH", 5, 1, "USD", "Cash", new SourceLocation("--portfolio")),
            ],
            null
        );

    /// <summary>Reads a file; what is wrong with it goes to <paramref name="diagnostics"/>.</summary>
    public static PositionsFile Read(string file, CommandEnvironment environment, DiagnosticBag diagnostics)
    {
        var path = environment.FullPath(file);
        if (!File.Exists(path))
        {
            diagnostics.Error(new SourceLocation(file), "the file does not exist");
            return new PositionsFile([], null);
        }

        var holdings = HoldingsTable.Read(File.ReadAllBytes(path), file, diagnostics, out var asOf);
        return new PositionsFile(holdings, asOf);
    }
}
