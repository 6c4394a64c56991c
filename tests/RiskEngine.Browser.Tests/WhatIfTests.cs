namespace RiskEngine.Browser.Tests;

/// <summary>The page's sliders against the engine: what the page works out is what a run of the same setting gives.</summary>
internal sealed class WhatIfTests
{
    private static readonly WhatIfSetting[] settings =
    [
        new()
        {
            Values =
            [
                ("risks.valuation-bubble.probability", 0.3),
                ("risks.split-supply-chains.probability", 0.4),
                ("recommendations.position-memory.size", 0.02),
                ("recommendations.favour-edge.size", 0.2),
            ],
        },
        new() { Values = [("factors.inference-market.pricedIn", 0.4), ("risks.supply-chain.probability", 0.05)] },
        new() { Weight = ("ai-chips", "nvda", 0.1) },
        new() { Belief = ("inference-100bn-2026", 0.9) },
    ];

    /// <summary>Runs of other random numbers; the interval of their difference holds 0 but once in some 4,000 times.</summary>
    [TestCaseSource(nameof(settings))]
    public async Task What_the_page_says_is_what_a_run_of_the_setting_gives(WhatIfSetting setting)
    {
        await using var shown = await Browser.OpenAsync();
        await Open(shown);
        await setting.ApplyTo(shown);

        var page = await Read(shown);
        var run = setting.Simulate(setting.Belief is null ? 10_000 : 2_000, seed: 7);
        Assert.That(shown.Errors, Is.Empty);
        Assert.That(page, Has.Count.GreaterThanOrEqualTo(8));
        Assert.Multiple(() =>
        {
            foreach (var (figure, (value, half)) in page)
            {
                var other = run[figure];
                var error = Math.Sqrt((half / 1.96 * half / 1.96) + (other.StandardError * other.StandardError));
                Assert.That(value, Is.EqualTo(other.Value).Within(3.5 * error), figure);
            }
        });
    }

    /// <summary>Opens the section of the sliders.</summary>
    internal static async Task Open(ReportPage shown)
    {
        await shown.GoTo("what-if");
        await shown.Page.WaitForSelectorAsync("#what-if .what-if table tbody tr");
    }

    /// <summary>Moves a slider as a reader would.</summary>
    internal static Task Slide(ReportPage shown, string key, double value) =>
        shown.Page.EvaluateAsync(
            """
            async ([key, value]) => {
              const input = document.querySelector(`#what-if input[data-key="${key}"]`);
              if (!input) throw new Error(`no slider ${key}`);
              input.value = value;
              input.dispatchEvent(new Event('input'));
              await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
            }
            """,
            new object[] { key, value }
        );

    /// <summary>The figures in sight, by portfolio, variant and measure.</summary>
    internal static async Task<Dictionary<string, (double Value, double Half)>> Read(ReportPage shown)
    {
        var cells = await shown.Page.EvaluateAsync<string[][]>(
            """
            () => [...document.querySelectorAll('#what-if td[data-value]')]
              .map(cell => [cell.dataset.figure, cell.dataset.value, cell.dataset.half])
            """
        );
        return cells.ToDictionary(
            c => c[0],
            c =>
                (
                    double.Parse(c[1], System.Globalization.CultureInfo.InvariantCulture),
                    double.Parse(c[2], System.Globalization.CultureInfo.InvariantCulture)
                )
        );
    }
}
