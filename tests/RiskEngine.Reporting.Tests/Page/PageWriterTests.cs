using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using RiskEngine.Reporting.Tests.Samples;

namespace RiskEngine.Reporting.Tests.Page;

internal sealed class PageWriterTests
{
    private string plain = "";
    private string hostile = "";

    [OneTimeSetUp]
    public async Task Render() => (plain, hostile) = (await Pages.Plain(), await Pages.Hostile());

    [Test]
    public void The_page_loads_nothing_from_elsewhere()
    {
        var markup = Pages.Markup(plain);
        var style = Regex
            .Match(plain, "<style>(?<css>.*?)</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10))
            .Groups["css"]
            .Value;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                markup,
                Does.Not.Match("<(link|img|iframe|object|embed|base|source|video|audio|form)\\b")
                    .And.Not.Match("\\b(src|srcset|action|ping)=")
            );
            Assert.That(style, Is.Not.Empty.And.Not.Contain("url(").And.Not.Contain("@import"));
            Assert.That(plain, Does.Contain("default-src &#x27;none&#x27;"));
        }
    }

    [Test]
    public void The_policy_lets_only_the_pages_own_script_run()
    {
        var code = Pages.Scripts(plain).Where(s => s.Attributes.Length == 0).ToList();
        Assert.That(code, Has.Count.EqualTo(1));
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(code[0].Body)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(WebUtility.HtmlDecode(plain), Does.Contain($"script-src 'sha256-{hash}';"));
            Assert.That(Pages.Markup(plain), Does.Not.Match("\\son[a-z]+="), "no inline event handlers");
        }
    }

    [Test]
    public void Markup_in_names_shows_as_text()
    {
        var markup = Pages.Markup(hostile);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Pages.Scripts(hostile).Select(s => s.Attributes).Distinct(),
                Is.EquivalentTo(new[] { "", "type=\"application/json\"" })
            );
            Assert.That(Pages.Scripts(hostile), Has.Count.EqualTo(Pages.Scripts(plain).Count));
            Assert.That(markup, Does.Not.Contain("<b>").And.Not.Contain("href=\"javascript"));
            Assert.That(WebUtility.HtmlDecode(markup), Does.Contain(SampleResults.Hostile));
        }
    }

    [Test]
    public void Every_charts_data_is_json_and_keeps_the_names()
    {
        var data = Pages.Scripts(hostile).Where(s => s.Attributes.Length > 0).Select(s => s.Body).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(data, Is.Not.Empty);
            foreach (var json in data)
                Assert.That(() => JsonDocument.Parse(json).Dispose(), Throws.Nothing);
            Assert.That(
                data.Select(json => JsonDocument.Parse(json).RootElement.GetProperty("kind").GetString()).Distinct(),
                Is.EquivalentTo(
                    new[] { "fan", "histogram", "bars", "boxes", "dumbbells", "waterfall", "probabilities", "forecast", "cases", "curves" }
                )
            );
        }
    }

    [Test]
    public void Elements_of_one_language_come_in_pairs()
    {
        var markup = Pages.Markup(plain);
        Assert.That(
            Regex.Count(markup, "<span lang=\"en\">"),
            Is.EqualTo(Regex.Count(markup, "<span lang=\"zh-CN\">")).And.GreaterThan(100)
        );
    }

    [Test]
    public void Chinese_stands_in_the_source_as_letters() => Assert.That(plain, Does.Contain("结论").And.Contain("推理芯片市场"));

    [Test]
    public void Ids_are_unique_and_the_contents_lead_to_sections()
    {
        var markup = Pages.Markup(plain);
        var ids = All(markup, "\\sid=\"(?<id>[^\"]+)\"");
        var targets = All(markup, "href=\"#(?<id>[^\"]+)\"");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ids, Is.Unique);
            Assert.That(targets.Distinct(), Is.Not.Empty.And.SubsetOf(ids));
        }
    }

    [Test]
    public void What_is_folded_has_a_summary_and_stays_out_of_the_page_until_it_is_opened()
    {
        var markup = Pages.Markup(plain);
        Assert.That(
            Regex.Count(markup, "<details( class=\"appendix\")?>\\s*<summary>"),
            Is.EqualTo(Regex.Count(markup, "<details")).And.GreaterThan(5)
        );
        Assert.That(Regex.Count(markup, "</summary>\\s*<template>"), Is.EqualTo(Regex.Count(markup, "<details")));
    }

    [Test]
    public void The_answer_leads_to_rows() =>
        Assert.That(
            Pages.Markup(plain),
            Does.Contain("href=\"#recommendation-buy-chips\"").And.Contain("<tr id=\"recommendation-buy-chips\">")
        );

    private static List<string> All(string markup, string pattern) =>
        [.. Regex.Matches(markup, pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)).Select(m => m.Groups["id"].Value)];
}
