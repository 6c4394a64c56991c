using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Sections;

namespace RiskEngine.Reporting.Tests.Sections;

/// <summary>Figures as readers see them, worked by hand from the rule of one digit of the half-width.</summary>
internal sealed class FormattedFigureTests
{
    [TestCase(0.4462, 0.4394, 0.4531, "44.6%", "43.9 to 45.3")]
    [TestCase(0.0142, 0.0133, 0.0152, "1.42%", "1.33 to 1.52")]
    [TestCase(0.00095, 0.00061, 0.00148, "0.10%", "0.06 to 0.15")]
    [TestCase(0.8, 0.75, 0.85, "80%", "75 to 85")]
    [TestCase(0.2, 0.199998, 0.200002, "20.00%", "within ±0.01")]
    public void Value_and_interval_share_their_decimals(double value, double low, double high, string shown, string interval)
    {
        var figure = FormattedFigure.Percent(Estimate.FromInterval(value, low, high));
        Assert.That((figure.Value.English, figure.Interval.English), Is.EqualTo((shown, interval)));
    }

    [Test]
    public void A_headline_has_one_decimal_at_most() =>
        Assert.That(FormattedFigure.BriefPoints(Estimate.FromInterval(-0.00475, -0.00515, -0.00436)).Value.English, Is.EqualTo("−0.5"));

    [Test]
    public void An_interval_narrower_than_what_is_shown_is_left_out_of_a_sentence() =>
        Assert.That(
            FormattedFigure.BriefPoints(Estimate.FromInterval(0.001, 0.0009, 0.0011)).Inline().English.Select(s => s.Text),
            Is.EqualTo(new[] { "+0.1" })
        );

    [Test]
    public void What_changes_on_no_path_says_so() =>
        Assert.That(FormattedFigure.Points(Estimate.Exact(0)).Interval.English, Is.EqualTo("unaffected"));
}
