using RiskEngine.Reporting;

namespace RiskEngine.Browser.Tests;

/// <summary>The shipped scenario's report of a small run.</summary>
internal static class ShippedReport
{
    /// <summary>Writes it.</summary>
    /// <param name="folder">Where reports go.</param>
    /// <returns>The run's folder.</returns>
    public static async Task<string> WriteAsync(string folder)
    {
        var scenario = RiskScenario.Load(Path.Combine(Root(), "scenarios", "ai-chips-2026"));
        var results = new Engine().Run(scenario, new RunOptions { Paths = 4_000 });
        var run = new RunDescription
        {
            RunId = "browser",
            Command = "riskengine run scenarios/ai-chips-2026",
            Started = new DateTimeOffset(2026, 2, 6, 0, 0, 0, TimeSpan.Zero),
        };
        return await ReportWriter.WriteAsync(results, run, folder);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RiskEngine.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside a checkout: no RiskEngine.sln above them.");
    }
}
