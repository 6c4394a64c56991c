using Microsoft.Playwright;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Loading;
using RiskEngine.Serving;

namespace RiskEngine.Browser.Tests;

/// <summary>The report where a server has the engine behind it: sliders and numbers give what a run gives, and can be saved.</summary>
internal sealed class ServedTests
{
    private const int Paths = 2_000;
    private const string Bubble = "risks.valuation-bubble.probability";

    private string scenarios = "";

    [SetUp]
    public void Make() => scenarios = Directory.CreateTempSubdirectory("riskengine-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(scenarios, recursive: true);

    [Test]
    public async Task A_slider_and_a_number_give_the_figures_of_a_run_and_are_saved_as_a_scenario()
    {
        await using var server = await ServeAsync();
        await using var shown = await Browser.OpenAsync(report: new Uri(server.Address, "reports/ai-chips-2026/browser/report.html"));
        await shown.GoTo("what-if");
        await SettledAsync(shown);
        await WhatIfTests.Slide(shown, Bubble, 0.4);
        await SettledAsync(shown);
        var slid = await EsAsync(shown);
        await ChangeAsync(shown, "riskFreeRate", "0.02");
        await SettledAsync(shown);
        var changed = await EsAsync(shown);
        await ChangeAsync(shown, "largeLoss", "2");
        await SettledAsync(shown);
        var problem = await shown.Page.Locator("label.key .problem").TextContentAsync();
        await ChangeAsync(shown, "largeLoss", "0.2");
        await SettledAsync(shown);
        await shown.Page.FillAsync(".workbench-save input", "mine");
        await shown.Page.ClickAsync(".workbench-save button");
        await shown.Page.Locator(".workbench-save output", new() { HasTextString = "Saved" }).WaitForAsync();

        Assert.That(slid, Is.EqualTo(Run($"{Bubble}=0.4")));
        Assert.That(changed, Is.EqualTo(Run($"{Bubble}=0.4", "riskFreeRate=0.02")));
        Assert.That(problem, Does.Contain("found '2'"));
        Assert.That(shown.Errors.Where(e => !e.Contains("422", StringComparison.Ordinal)), Is.Empty);
        Assert.That(shown.Requests.All(r => r.StartsWith(server.Address.AbsoluteUri, StringComparison.Ordinal)), Is.True);
        var saved = RiskScenario.Load(Path.Combine(scenarios, "mine"));
        Assert.That(saved.Base.Model.RiskFreeRate, Is.EqualTo(0.02));
        Assert.That(saved.Base.Model.Risks.Single(r => r.Id.Value == "valuation-bubble").Probability, Is.EqualTo(0.4));
    }

    private async Task<RiskServer> ServeAsync() =>
        await RiskServer.StartAsync(
            new ServeOptions
            {
                Scenarios = scenarios,
                ScenariosAsGiven = "scenarios",
                Reports = Browser.Reports.Length > 0 ? Browser.Reports : scenarios,
                Paths = Paths,
                Reading = (_, _) => new ReadOptions { Kinds = StandardKinds.Factors, Pricing = StandardKinds.Pricing },
            }
        );

    /// <summary>Waits until what was asked last is answered.</summary>
    private static async Task SettledAsync(ReportPage shown) =>
        await shown.Page.Locator(".workbench:not([aria-busy]) table").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private static async Task ChangeAsync(ReportPage shown, string path, string value)
    {
        await shown.Page.EvaluateAsync(
            "path => document.querySelectorAll('.key-table, .key-table > details').forEach(fold => { fold.open = true; })",
            path
        );
        await shown.Page.Locator($"input[data-path='{path}']").FillAsync(value);
        await shown.Page.Locator($"input[data-path='{path}']").BlurAsync();
    }

    private static async Task<double> EsAsync(ReportPage shown) =>
        await shown.Page.EvaluateAsync<double>(
            "() => Number(document.querySelector('[data-figure=\"ai-chips held es95\"][data-horizon=medium]').dataset.value)"
        );

    private static double Run(params string[] settings)
    {
        var scenario = RiskScenario.Load(ShippedReport.Scenario, settings);
        var options = new RunOptions
        {
            Paths = Paths,
            Cases = [scenario.Base.Id],
            MeasuresOnly = true,
        };
        var portfolio = new Engine().Run(scenario, options).Base.Portfolios.Single(p => p.Portfolio.Id.Value == "ai-chips");
        return portfolio.AsHeld.Horizons[scenario.HeadlineHorizonIndex.Value].Measures[MeasureKinds.Es95].Value;
    }
}
