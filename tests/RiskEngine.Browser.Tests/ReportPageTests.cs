using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace RiskEngine.Browser.Tests;

/// <summary>What a reader of the report sees and can do, in a real browser.</summary>
internal sealed partial class ReportPageTests
{
    [Test]
    public async Task Nothing_is_asked_of_a_network_and_nothing_fails_from_top_to_bottom()
    {
        await using var shown = await Browser.OpenAsync();
        await OpenAll(shown);
        await shown.Page.EvaluateAsync(
            """
            async () => {
              for (let y = 0; y < document.documentElement.scrollHeight; y += 3000) {
                scrollTo(0, y);
                await new Promise(done => requestAnimationFrame(done));
              }
            }
            """
        );

        Assert.That(shown.Requests, Is.EqualTo(new[] { Browser.Report.AbsoluteUri }));
        Assert.That(shown.Errors, Is.Empty);
    }

    [Test]
    public async Task The_page_is_small_until_somebody_asks()
    {
        await using var shown = await Browser.OpenAsync(height: 800);

        Assert.That(await shown.Page.EvaluateAsync<int>("document.getElementsByTagName('*').length"), Is.LessThan(8_000));
        Assert.That(await shown.Page.EvaluateAsync<double>("document.documentElement.scrollHeight / innerHeight"), Is.LessThan(12.5));
        Assert.That(new FileInfo(Browser.Report.LocalPath).Length, Is.LessThan(2_950_000), "3 MB with 100,000 paths: more digits");
    }

    [Test]
    public async Task The_chosen_portfolio_is_shown_alone_and_stands_in_the_address()
    {
        await using var shown = await Browser.OpenAsync();
        Assert.That(await shown.VisibleTexts(".answer h3"), Is.EqualTo(new[] { "AI chips, concentrated" }));

        await shown.Page.SelectOptionAsync("select[data-choose=portfolio]", "private-stakes");

        Assert.That(await shown.VisibleTexts(".answer h3"), Is.EqualTo(new[] { "With private stakes" }));
        Assert.That(await shown.VisibleTexts("#distribution h3"), Is.EqualTo(new[] { "With private stakes" }));
        Assert.That(shown.Page.Url, Does.EndWith("#portfolio=private-stakes"));
        await shown.ScrollTo("#distribution");
        await shown.Page.WaitForFunctionAsync(
            "() => [...document.querySelectorAll('#distribution figure')].some(f => f.checkVisibility() && f.querySelector('svg'))"
        );
    }

    [Test]
    public async Task An_address_that_was_sent_shows_the_same()
    {
        await using var shown = await Browser.OpenAsync(hash: "#lang=zh&portfolio=sixty-forty-tech&at=risks");

        Assert.That(await shown.Page.GetAttributeAsync("html", "lang"), Is.EqualTo("zh-CN"));
        Assert.That(await shown.VisibleTexts(".answer h3"), Has.Length.EqualTo(1).And.Some.Contains("60/40"));
        await shown.Page.WaitForFunctionAsync("() => Math.abs(document.getElementById('risks').getBoundingClientRect().top) < 300");
    }

    [Test]
    public async Task What_is_folded_comes_when_it_is_opened()
    {
        await using var shown = await Browser.OpenAsync();
        var fold = shown.Page.Locator("#distribution details", new PageLocatorOptions { HasTextRegex = AllMeasures() }).First;
        Assert.That(await fold.Locator("td").CountAsync(), Is.Zero);

        await fold.Locator("summary").ClickAsync();
        await fold.Locator("tbody tr").First.WaitForAsync();

        Assert.That(await fold.Locator("tbody tr").CountAsync(), Is.GreaterThan(20));
    }

    [Test]
    public async Task A_link_opens_the_folds_around_its_row()
    {
        await using var shown = await Browser.OpenAsync();
        var link = shown.Page.Locator(".answer a[href^='#recommendation-']").First;
        var row = (await link.GetAttributeAsync("href"))![1..];
        Assert.That(await shown.Page.EvaluateAsync<bool>("id => document.getElementById(id) === null", row), Is.True, "it is folded");

        await link.ClickAsync();

        await shown.Page.WaitForFunctionAsync("id => document.getElementById(id)?.checkVisibility()", row);
        Assert.That(shown.Page.Url, Does.Contain($"at={row}"));
    }

    [Test]
    public async Task The_language_is_switched_in_place_charts_too()
    {
        await using var shown = await Browser.OpenAsync();
        await shown.Page.ClickAsync("button[data-switch=zh]");

        Assert.That(await shown.Page.TitleAsync(), Is.EqualTo("AI 芯片：推理时代"));
        Assert.That(await shown.VisibleTexts("#answer h2"), Is.EqualTo(new[] { "结论" }));
        Assert.That(await shown.Page.Locator("#answer figure svg").First.TextContentAsync(), Does.Contain("收益率中位数"));
        Assert.That(shown.Page.Url, Does.EndWith("lang=zh"));
    }

    [Test]
    public async Task The_theme_is_the_systems_until_it_is_switched()
    {
        await using var shown = await Browser.OpenAsync(scheme: ColorScheme.Dark);
        var dark = await Paper(shown);
        await shown.Page.ClickAsync("button[data-theme-switch]");

        Assert.That(dark, Is.EqualTo("rgb(20, 23, 28)"));
        Assert.That(await Paper(shown), Is.EqualTo("rgb(252, 251, 248)"));
    }

    [Test]
    public async Task The_keyboard_reaches_the_text_by_one_link_and_a_fold_by_its_heading()
    {
        await using var shown = await Browser.OpenAsync();
        await shown.Page.Keyboard.PressAsync("Tab");
        Assert.That(await shown.Page.EvaluateAsync<string>("document.activeElement.className"), Is.EqualTo("skip"));
        await shown.Page.Keyboard.PressAsync("Enter");
        await shown.Page.Locator("#cases summary").First.FocusAsync();
        await shown.Page.Keyboard.PressAsync("Enter");

        Assert.That(
            await shown.Page.Locator("#cases details").First.EvaluateAsync<bool>("d => d.open && d.querySelector('table') !== null"),
            Is.True
        );
    }

    [Test]
    public async Task The_keyboard_alone_reaches_the_selectors_the_buttons_and_every_fold_in_sight()
    {
        await using var shown = await Browser.OpenAsync();
        var reached = await shown.Page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('select, button, summary, a[href]')]
              .filter(e => e.checkVisibility() && e.tabIndex < 0 && e.getAttribute('aria-selected') !== 'false')
              .map(e => e.outerHTML.slice(0, 80))
            """
        );
        Assert.That(reached, Is.Empty, "these cannot be reached");
        // Skip link, then the selectors in the order in which they stand, then theme and language.
        List<string> order = [];
        for (var i = 0; i < 7; i++)
        {
            await shown.Page.Keyboard.PressAsync("Tab");
            order.Add(await shown.Page.EvaluateAsync<string>("document.activeElement.dataset.choose ?? document.activeElement.tagName"));
        }

        Assert.That(order, Is.EqualTo(new[] { "A", "portfolio", "case", "horizon", "variant", "BUTTON", "BUTTON" }));
        await shown.Page.Locator("select[data-choose=horizon]").FocusAsync();
        await shown.Page.Keyboard.PressAsync("ArrowUp");
        Assert.That(await shown.VisibleTexts("#answer th:first-child"), Is.EqualTo(new[] { "After 3 months" }));
    }

    [Test]
    public async Task A_picture_has_its_finding_its_figures_and_files_to_save()
    {
        await using var shown = await Browser.OpenAsync();
        var figure = shown.Page.Locator("#cases figure:visible").First;
        await figure.ScrollIntoViewIfNeededAsync();
        Assert.That(await figure.Locator(".finding").InnerTextAsync(), Does.StartWith("The case").And.Contain("heaviest losses"));

        await figure.Locator(".tools button").First.ClickAsync();
        Assert.That(await figure.Locator(".data tbody tr").CountAsync(), Is.EqualTo(32), "8 cases, 2 measures, held and followed");
        foreach (var (button, start) in new[] { (1, new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' }), (2, "<svg"u8.ToArray()) })
        {
            var download = await shown.Page.RunAndWaitForDownloadAsync(() => figure.Locator(".tools button").Nth(button).ClickAsync());
            Assert.That((await File.ReadAllBytesAsync(await download.PathAsync())).Take(4), Is.EqualTo(start), download.SuggestedFilename);
        }

        Assert.That(shown.Errors, Is.Empty);
    }

    [Test]
    public async Task A_click_on_a_head_sorts_the_rows_and_another_one_the_other_way()
    {
        await using var shown = await Browser.OpenAsync();
        await shown.GoTo("ledger");
        await shown.Page.Locator("#ledger details details summary").First.ClickAsync();
        var table = shown.Page.Locator("#ledger [data-filter] table").First;
        var head = table.Locator("th").First;
        foreach (var (way, sign) in new[] { ("ascending", 1), ("descending", -1) })
        {
            await head.Locator("button").ClickAsync();
            var names = await table.Locator("tbody td:first-child code").AllTextContentsAsync();

            Assert.That(await head.GetAttributeAsync("aria-sort"), Is.EqualTo(way));
            Assert.That(names, Has.Count.GreaterThan(100));
            Assert.That(
                await shown.Page.EvaluateAsync<bool>(
                    "([names, sign]) => names.every((n, i) => i === 0 || sign * names[i - 1].localeCompare(n, 'en') <= 0)",
                    new object[] { names, sign }
                ),
                Is.True,
                way
            );
        }
    }

    [TestCase(390)]
    [TestCase(1280)]
    [TestCase(1440)]
    public async Task Nothing_is_cut_at_the_side(int width)
    {
        await using var shown = await Browser.OpenAsync(width);

        Assert.That(await shown.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width));
    }

    [Test]
    public async Task The_brief_has_two_to_four_sheets()
    {
        await using var shown = await Browser.OpenAsync();

        var pdf = Encoding.Latin1.GetString(await shown.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));

        Assert.That(Regex.Count(pdf, "/Type\\s*/Page\\b"), Is.InRange(2, 4));
    }

    private static Task<System.Text.Json.JsonElement?> OpenAll(ReportPage shown) =>
        shown.Page.EvaluateAsync(
            """
            async () => {
              for (let closed; (closed = [...document.querySelectorAll('details:not([open])')]).length > 0;) {
                for (const fold of closed) fold.open = true;
                await new Promise(done => setTimeout(done, 100));
              }
            }
            """
        );

    private static Task<string> Paper(ReportPage shown) =>
        shown.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    [GeneratedRegex("All [0-9]+ measures", RegexOptions.None, 1_000)]
    private static partial Regex AllMeasures();
}
