using Microsoft.Playwright;

namespace RiskEngine.Browser.Tests;

/// <summary>The Chromium of this machine, and the shipped scenario's report to look at in it.</summary>
[SetUpFixture]
internal sealed class Browser
{
    private static readonly string[] places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static IPlaywright? playwright;
    private static IBrowser? browser;
    private static string folder = "";

    /// <summary>The report's address.</summary>
    public static Uri Report { get; private set; } = new("about:blank");

    /// <summary>The folder of reports that it lies in.</summary>
    public static string Reports => folder;

    /// <summary>A page of this size with the report in it; skips the test, visibly, where there is no browser.</summary>
    public static async Task<ReportPage> OpenAsync(
        int width = 1280,
        int height = 900,
        string hash = "",
        string locale = "en-US",
        ColorScheme scheme = ColorScheme.Light,
        Uri? report = null
    )
    {
        if (browser is null)
            Assert.Ignore($"No Chromium at {string.Join(", ", places)}: the page is not looked at.");
        var context = await browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = height },
                Locale = locale,
                ColorScheme = scheme,
            }
        );
        var page = new ReportPage(context, await context.NewPageAsync());
        await page.Page.GotoAsync((report ?? Report).AbsoluteUri + hash);
        return page;
    }

    [OneTimeSetUp]
    public async Task Start()
    {
        folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Report = new Uri(Path.Combine(await ShippedReport.WriteAsync(folder), "report.html"));
        if (Array.Find(places, File.Exists) is not { } executable)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
