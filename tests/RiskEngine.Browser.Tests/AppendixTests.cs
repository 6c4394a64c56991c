namespace RiskEngine.Browser.Tests;

/// <summary>The appendix behind its tabs, as the ARIA Authoring Practices have them: one panel in sight, one tab in the order.</summary>
internal sealed class AppendixTests
{
    private const string Panels = "[role=tabpanel]";

    [Test]
    public async Task One_part_is_in_sight_and_none_of_its_content_is_drawn_before_it_is_opened()
    {
        await using var shown = await Browser.OpenAsync();

        Assert.That(await shown.Page.Locator("[role=tab]").CountAsync(), Is.EqualTo(7));
        Assert.That(await shown.VisibleTexts(Panels), Has.Length.EqualTo(1));
        Assert.That(await shown.Page.Locator($"{Panels} :is(table, figure, p)").CountAsync(), Is.Zero);
    }

    [Test]
    public async Task Arrows_home_and_end_move_between_the_tabs_and_the_address_follows()
    {
        await using var shown = await Browser.OpenAsync();
        await shown.Page.Locator("[role=tab][tabindex='0']").FocusAsync();
        foreach (
            var (key, panel) in new[]
            {
                ("ArrowRight", "appendix-advice-and-risks"),
                ("End", "appendix-method"),
                ("ArrowRight", "appendix-outcomes"),
                ("ArrowLeft", "appendix-method"),
                ("Home", "appendix-outcomes"),
            }
        )
        {
            await shown.Page.Keyboard.PressAsync(key);

            Assert.That(
                await shown.Page.EvaluateAsync<string[]>(
                    "[...document.querySelectorAll('[role=tabpanel]')].filter(p => p.checkVisibility()).map(p => p.id)"
                ),
                Is.EqualTo(new[] { panel }),
                key
            );
            Assert.That(await shown.Page.EvaluateAsync<string>("document.activeElement.id"), Is.EqualTo($"tab-{panel}"));
            Assert.That(
                await shown.Page.Locator("[role=tab][aria-selected=true][tabindex='0']").GetAttributeAsync("aria-controls"),
                Is.EqualTo(panel)
            );
            Assert.That(shown.Page.Url, Does.EndWith($"at={panel}"));
        }
    }

    [Test]
    public async Task A_part_of_one_thing_shows_it_at_once()
    {
        await using var shown = await Browser.OpenAsync(hash: "#appendix-what-if");

        await shown.Page.WaitForFunctionAsync("() => document.querySelector('#what-if .what-if-slider')?.checkVisibility()");
    }

    [Test]
    public async Task An_address_of_what_an_unchosen_tab_holds_shows_it()
    {
        await using var shown = await Browser.OpenAsync(hash: "#lang=zh&at=ledger");

        await shown.Page.WaitForFunctionAsync("() => document.querySelector('#ledger > details[open] details')?.checkVisibility()");
    }
}
