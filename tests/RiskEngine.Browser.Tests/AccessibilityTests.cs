using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace RiskEngine.Browser.Tests;

/// <summary>What axe-core finds in the page as it is first shown: levels A and AA of WCAG 2.</summary>
internal sealed class AccessibilityTests
{
    // Only what is broken is told, and each kind of it by its first elements: the page's data would make the answer very long.
    private const string Run = """
        async () => {
          const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'], resultTypes: ['violations'] });
          return found.violations
            .filter(v => v.impact === 'serious' || v.impact === 'critical')
            .map(v => `${v.id} (${v.impact}): ${v.nodes.length} elements, such as ${v.nodes[0].target}`);
        }
        """;

    [Test]
    public async Task Nothing_serious_is_found_at_any_width_language_and_theme(
        [Values(390, 1280)] int width,
        [Values("en", "zh")] string language
    )
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var shown = await Browser.OpenAsync(width, hash: $"#lang={language}", scheme: scheme);
            await shown.Page.EvaluateAsync(Source());

            Assert.That(await shown.Page.EvaluateAsync<string[]>(Run), Is.Empty, $"{scheme}");
        }
    }

    [Test]
    public async Task A_picture_without_a_description_is_found()
    {
        await using var shown = await Browser.OpenAsync();
        await shown.Page.EvaluateAsync(Source());
        await shown.Page.EvaluateAsync("document.querySelector('.plot').removeAttribute('aria-labelledby')");

        Assert.That(await shown.Page.EvaluateAsync<string[]>(Run), Has.Length.EqualTo(1).And.Some.Contains("role-img-alt"));
    }

    /// <summary>The script of axe-core, as the package holds it.</summary>
    private static string Source()
    {
        var assembly = typeof(AxeResult).Assembly;
        using var stream = assembly.GetManifestResourceStream(
            assembly.GetManifestResourceNames().Single(n => n.EndsWith("axe.min.js", StringComparison.Ordinal))
        )!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
