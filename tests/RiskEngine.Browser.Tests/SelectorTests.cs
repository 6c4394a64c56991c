using System.Globalization;
using System.Text.Json;

namespace RiskEngine.Browser.Tests;

/// <summary>The selectors of the sticky bar: the page follows them, with the figures of results.json, and so does its address.</summary>
internal sealed class SelectorTests
{
    private static readonly string[] measures = ["median", "es95", "loss-probability"];

    // The events of the articles' deals: they have a section of their own.
    private static readonly string[] deals = ["intel-sambanova", "tpu-anthropic-meta", "openai-cerebras", "nvidia-groq"];

    private JsonElement results;

    [OneTimeSetUp]
    public async Task Read()
    {
        await using var shown = await Browser.OpenAsync();
        var path = Path.Combine(Path.GetDirectoryName(Browser.Report.LocalPath)!, "results.json");
        results = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(path));
    }

    [Test]
    public async Task The_first_table_shows_the_figures_of_results_json_for_every_case_and_horizon()
    {
        await using var shown = await Browser.OpenAsync();
        using (Assert.EnterMultipleScope())
        {
            foreach (var @case in results.GetProperty("cases").EnumerateArray())
            {
                await shown.Page.SelectOptionAsync("select[data-choose=case]", @case.GetProperty("id").GetString()!);
                foreach (var horizon in new[] { "short", "medium", "long" })
                {
                    await shown.Page.SelectOptionAsync("select[data-choose=horizon]", horizon);
                    var cells = await shown.VisibleTexts("#answer td.number");
                    var expected = Expected(@case, horizon).ToList();
                    Assert.That(cells, Has.Length.EqualTo(expected.Count), "one table is in sight");
                    foreach (var (cell, figure) in cells.Zip(expected))
                        Assert.That(Percent(cell), Is.EqualTo(100 * figure).Within(0.5), $"{@case.GetProperty("id")} {horizon}: {cell}");
                }
            }
        }
    }

    [Test]
    public async Task A_sent_address_shows_its_case_horizon_and_variant_and_what_does_not_follow_says_so()
    {
        await using var shown = await Browser.OpenAsync(hash: "#lang=en&case=bear&horizon=long&variant=all");
        var bear = results.GetProperty("cases").EnumerateArray().First(c => c.GetProperty("id").GetString() == "bear");

        Assert.That(
            (await shown.VisibleTexts("#answer td.number")).Select(Percent),
            Is.EqualTo(Expected(bear, "long").Select(f => 100 * f)).Within(0.5)
        );
        Assert.That(
            await shown.VisibleTexts("#distribution th.number"),
            Is.EqualTo(new[] { "36 months, as held", "36 months, following all" })
        );
        Assert.That(
            await shown.VisibleTexts("#risks .unmoved"),
            Is.EqualTo(new[] { "The figures of this section do not follow the choice above; they are those of: Base." })
        );
        Assert.That(await shown.VisibleTexts("#contributions h3"), Has.Some.EndsWith("Following all"));
        Assert.That(await shown.Page.InputValueAsync("select[data-choose=variant]"), Is.EqualTo("all"));
    }

    [Test]
    public async Task The_ranking_of_risks_follows_the_horizon_and_the_variant()
    {
        await using var shown = await Browser.OpenAsync();
        foreach (var (horizon, variant) in new[] { ("short", "as-held"), ("long", "all") })
        {
            await shown.Page.SelectOptionAsync("select[data-choose=horizon]", horizon);
            await shown.Page.SelectOptionAsync("select[data-choose=variant]", variant);
            var worst = results
                .GetProperty("eventEffects")
                .EnumerateArray()
                .Where(e => Holds(e, "portfolio", "ai-chips") && Holds(e, "horizon", horizon) && Holds(e, "variant", variant))
                .Where(e => !deals.Contains(e.GetProperty("event").GetString()))
                .Min(e => e.GetProperty("effect").GetProperty("mean").GetProperty("value").GetDouble());

            var first = (await shown.VisibleTexts("#risks tbody tr:first-child td.number"))[0];
            Assert.That(Percent(first), Is.EqualTo(100 * worst).Within(0.06), $"{horizon} {variant}: {first}");
        }
    }

    [Test]
    public void The_gains_of_the_recommendations_add_up_to_what_following_all_changes_so_that_the_waterfall_has_no_rest()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var @case in results.GetProperty("cases").EnumerateArray())
            {
                foreach (var portfolio in @case.GetProperty("portfolios").EnumerateArray())
                {
                    var gains = portfolio
                        .GetProperty("recommendationEffects")
                        .EnumerateArray()
                        .Where(e => Holds(e, "horizon", "medium"))
                        .Sum(e => Mean(e.GetProperty("alone")));
                    var (held, all) = (Mean(portfolio, "as-held"), Mean(portfolio, "all"));
                    Assert.That(
                        gains,
                        Is.EqualTo(all - held).Within(1e-4),
                        $"{@case.GetProperty("id")} {portfolio.GetProperty("portfolio")}"
                    );
                }
            }
        }
    }

    private static double Mean(JsonElement measures) => measures.GetProperty("mean").GetProperty("value").GetDouble();

    private static double Mean(JsonElement portfolio, string variant) =>
        portfolio
            .GetProperty("variants")
            .EnumerateArray()
            .Where(v => Holds(v, "variant", variant))
            .SelectMany(v => v.GetProperty("horizons").EnumerateArray())
            .Where(at => Holds(at, "horizon", "medium"))
            .Select(at => Mean(at.GetProperty("measures")))
            .Single();

    private static IEnumerable<double> Expected(JsonElement @case, string horizon) =>
        from portfolio in @case.GetProperty("portfolios").EnumerateArray()
        from variant in portfolio.GetProperty("variants").EnumerateArray()
        where variant.GetProperty("variant").GetString() is "as-held" or "all"
        from at in variant.GetProperty("horizons").EnumerateArray()
        where Holds(at, "horizon", horizon)
        from measure in measures
        select at.GetProperty("measures").GetProperty(measure).GetProperty("value").GetDouble();

    private static bool Holds(JsonElement element, string name, string value) => element.GetProperty(name).GetString() == value;

    /// <summary>The number before the sign of per cent, or the first line's.</summary>
    private static double Percent(string cell) =>
        double.Parse(cell.Split('\n')[0].Replace('−', '-').TrimEnd('%'), CultureInfo.InvariantCulture);
}
