using System.Text.Json;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Tests.Samples;

namespace RiskEngine.Reporting.Tests.Charts;

internal sealed class ChartJsonTests
{
    private static string Write(string name, Dot dot) =>
        ChartJson.Write(new EffectsChart(AxisFormat.Percent, [LocalText.Same("s")], [new(LocalText.Same(name), [dot])]));

    [Test]
    public void No_text_can_close_the_script_and_every_text_comes_back()
    {
        var json = Write(SampleResults.Hostile, new(0, 0, 0));
        using var parsed = JsonDocument.Parse(json);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(json, Does.Not.Contain("<").And.Not.Contain(">").And.Not.Contain("&"));
            Assert.That(
                parsed.RootElement.GetProperty("items")[0].GetProperty("name").GetProperty("en").GetString(),
                Is.EqualTo(SampleResults.Hostile)
            );
        }
    }

    [Test]
    public void Numbers_keep_five_digits_and_what_is_no_number_is_null()
    {
        using var parsed = JsonDocument.Parse(Write("x", new(0.123456789, double.NaN, 1e-12)));
        var dot = parsed.RootElement.GetProperty("items")[0].GetProperty("dots")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(dot.GetProperty("value").GetDouble(), Is.EqualTo(0.12346));
            Assert.That(dot.GetProperty("low").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(dot.GetProperty("high").GetDouble(), Is.EqualTo(1e-12));
            Assert.That(parsed.RootElement.GetProperty("kind").GetString(), Is.EqualTo("effects"));
        }
    }
}
