namespace RiskEngine.Acceptance.Tests;

/// <summary>Where the checkout is, found by walking up from the test's own folder to the solution.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string ShippedScenario => Path.Combine(Root, "scenarios", "ai-chips-2026");

    /// <summary>The scenario that shows the three ways to a factor of one's own.</summary>
    public static string CustomFactors => Path.Combine(Root, "scenarios", "custom-factors");

    /// <summary>The scenario of bonds, options and holdings in foreign currencies.</summary>
    public static string BondsOptionsFx => Path.Combine(Root, "scenarios", "bonds-options-fx");

    /// <summary>The sample plug-in as its project built it, in this test's configuration.</summary>
    public static string SamplePlugin
    {
        get
        {
            var own = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); // .../bin/RiskEngine.Acceptance.Tests/debug
            return Path.Combine(own.Parent!.Parent!.FullName, "RiskEngine.SamplePlugin", own.Name, "RiskEngine.SamplePlugin.dll");
        }
    }

    /// <summary>The folder of market data beside the checkout, or null: the product and its tests do not need it.</summary>
    public static string? MarketData
    {
        get
        {
            var folder = Path.Combine(Root, "..", "shared", "market");
            return Directory.Exists(folder) ? folder : null;
        }
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RiskEngine.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside a checkout: no RiskEngine.sln above them.");
    }
}
