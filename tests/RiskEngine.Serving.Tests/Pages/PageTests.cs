using System.Net;
using RiskEngine.Reporting.Page;

namespace RiskEngine.Serving.Tests.Pages;

internal sealed class PageTests
{
    private const string Policy = "Content-Security-Policy";

    private ServedFolder served = null!;

    [SetUp]
    public async Task Start() => served = await ServedFolder.StartAsync();

    [TearDown]
    public async Task Stop() => await served.DisposeAsync();

    [Test]
    public async Task The_home_page_lists_scenarios_runs_and_comparisons()
    {
        await served.ReportAsync();
        Directory.CreateDirectory(Path.Combine(served.Reports, "comparisons", "a-b"));
        await File.WriteAllTextAsync(Path.Combine(served.Reports, "comparisons", "a-b", "comparison.html"), "<p>compared</p>");
        using var start = await served.GetAsync("");
        var home = await TextOf("reports/");

        Assert.That(start.Headers.Location!.OriginalString, Is.EqualTo($"{served.Server.Address.AbsolutePath}reports/"));
        Assert.That(home, Does.Contain("href=\"../scenarios/tiny/\""));
        Assert.That(home, Does.Contain("href=\"tiny/first/report.html\""));
        Assert.That(home, Does.Contain("href=\"comparisons/a-b/comparison.html\""));
    }

    [Test]
    public async Task A_scenario_that_cannot_be_read_is_listed_with_its_error()
    {
        await File.WriteAllTextAsync(Path.Combine(served.Tiny, "risks.yaml"), "risks: { crash: { name: C } }");

        Assert.That(await TextOf("reports/"), Does.Contain("cannot be read"));
    }

    [Test]
    public async Task A_scenario_with_errors_is_a_page_with_all_of_them_in_both_languages_and_opens_once_it_is_mended()
    {
        var risks = Path.Combine(served.Tiny, "risks.yaml");
        var mended = File.Exists(risks) ? await File.ReadAllTextAsync(risks) : "";
        await File.WriteAllTextAsync(risks, "risks: { crash: { name: '<b>C', probability: 2 } }");
        using var response = await served.GetAsync("scenarios/tiny/");
        var page = await response.Content.ReadAsStringAsync();
        using var asked = await served.GetAsync("scenarios/tiny/engine/keys");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/html"));
        Assert.That(page, Does.Match("risks\\.yaml:1:[0-9]+: [^<]+").And.Contain("此情景有错误").And.Not.Contain("<b>C"));
        Assert.That(asked.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/json"), "a script is answered as before");
        await File.WriteAllTextAsync(risks, mended);
        Assert.That(await TextOf("scenarios/tiny/"), Does.Contain("<meta name=\"riskengine\""));
    }

    [Test]
    public async Task Names_with_markup_are_text_on_every_page()
    {
        await served.ReportAsync();
        foreach (var address in new[] { "reports/", "scenarios/tiny/", "reports/tiny/first/report.html", "scenarios/tiny/engine/keys" })
        {
            var text = await TextOf(address);
            Assert.That(text, Does.Contain("alert("), address);
            Assert.That(text, Does.Not.Contain("<script>alert").And.Not.Contain("<img src=x"), address);
        }
    }

    [Test]
    public async Task A_report_is_served_with_its_engine_and_lets_no_other_script_run()
    {
        await served.ReportAsync();
        using var response = await served.GetAsync("reports/tiny/first/report.html");
        var page = await response.Content.ReadAsStringAsync();

        Assert.That(response.Headers.GetValues(Policy).Single(), Is.EqualTo(ServedPage.Policy));
        Assert.That(ServedPage.Policy, Does.Match("script-src 'sha256-[A-Za-z0-9+/=]+';").And.Contain("connect-src 'self'"));
        Assert.That(page, Does.Contain("<meta name=\"riskengine\" content=\"engine\">"));
        Assert.That(page, Does.Not.Contain("http-equiv"));
    }

    [Test]
    public async Task A_page_that_is_not_this_program_s_is_shown_without_its_script()
    {
        var folder = await served.ReportAsync();
        var page = await File.ReadAllTextAsync(Path.Combine(folder, "report.html"));
        await File.WriteAllTextAsync(Path.Combine(folder, "report.html"), page.Replace("&#x27;sha256-", "&#x27;sha256-A"));
        using var response = await served.GetAsync("reports/tiny/first/report.html");

        Assert.That(response.Headers.GetValues(Policy).Single(), Does.StartWith("sandbox;").And.Not.Contain("script-src"));
    }

    [Test]
    public async Task A_run_s_engine_answers_with_the_inputs_that_the_run_kept()
    {
        await served.ReportAsync();
        var (_, before) = await served.AskAsync("reports/tiny/first/engine/figures", new { portfolio = "core" });
        await File.WriteAllTextAsync(Path.Combine(served.Tiny, "core.csv"), "instrument,quantity,price,currency\nbeta,1,50,USD\n");
        var (_, after) = await served.AskAsync("reports/tiny/first/engine/figures", new { portfolio = "core" });

        Assert.That(after.GetRawText(), Is.EqualTo(before.GetRawText()));
    }

    [Test]
    public async Task Files_beside_a_report_are_there_and_what_is_no_report_s_file_is_not()
    {
        await served.ReportAsync();
        await File.WriteAllTextAsync(Path.Combine(served.Reports, "tiny", "first", "page.svg"), "<svg/>");

        Assert.That(await TextOf("reports/tiny/first/measures.csv"), Does.StartWith("portfolio,"));
        foreach (
            var address in new[] { "reports/catalogue.db", "reports/tiny/first/page.svg", "reports/tiny/first", "reports/none.csv", "x" }
        )
        {
            using var response = await served.GetAsync(address);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), address);
        }
    }

    private async Task<string> TextOf(string address)
    {
        using var response = await served.GetAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        return await response.Content.ReadAsStringAsync();
    }
}
