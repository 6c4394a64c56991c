using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Simulation.Planning;

/// <summary>Where in the files a number of the ledger stands.</summary>
internal static class LedgerPlace
{
    /// <summary>The place of the ledger's first number of a kind; the scenario's file where there is none.</summary>
    public static SourceLocation Of(Scenario scenario, Func<Assumption, bool> kind) =>
        scenario.Ledger.FirstOrDefault(kind) is { } entry
            ? new SourceLocation(entry.File, entry.Line, entry.Column)
            : new SourceLocation("scenario.yaml", 1, 1);
}
