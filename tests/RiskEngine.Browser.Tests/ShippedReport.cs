using RiskEngine.Reporting;
using RiskEngine.Reporting.Runs;
using RiskEngine.Results;

namespace RiskEngine.Browser.Tests;

/// <summary>The shipped scenario's report of a small run.</summary>
internal static class ShippedReport
{
    /// <summary>Writes it.</summary>
    /// <param name="folder">Where reports go.</param>
    /// <returns>The run's folder.</returns>
    public static async Task<string> WriteAsync(string folder)
    {
        var results = new Engine().Run(RiskScenario.Load(Scenario), new RunOptions { Paths = 4_000 });
        return await WriteAsync(results, folder);
    }

    /// <summary>The shipped scenario's folder.</summary>
    public static string Scenario => Path.Combine(Root(), "scenarios", "ai-chips-2026");

    /// <summary>Writes the report of a run of it.</summary>
    public static async Task<string> WriteAsync(RiskResults results, string folder)
    {
        var run = new RunDescription
        {
            RunId = "browser",
            Command = "riskengine run scenarios/ai-chips-2026",
            Started = new DateTimeOffset(2026, 2, 6, 0, 0, 0, TimeSpan.Zero),
        };
        var kept = results.Scenario.Inputs.Select(i => new KeptInput(i.Path, File.ReadAllBytes(Path.Combine(Scenario, i.Path)))).ToList();
        return await ReportWriter.WriteAsync(results, run, folder, inputs: kept);
    }

    /// <summary>The checkout's folder.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RiskEngine.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside a checkout: no RiskEngine.sln above them.");
    }
}
