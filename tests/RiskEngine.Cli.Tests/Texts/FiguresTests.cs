using RiskEngine.Abstractions.Measures;
using RiskEngine.Cli.Texts;

namespace RiskEngine.Cli.Tests.Texts;

public sealed class FiguresTests
{
    [TestCase(0.12341, 0.0021, "12.3% ±0.4")] // half the interval is 0.41 percentage points
    [TestCase(0.12341, 0.021, "12% ±4")]
    [TestCase(0.12341, 0.21, "12% ±41")]
    [TestCase(-0.000123, 0.0000001, "−0.01% ±0.00")]
    [TestCase(0.5, 0, "50.0%")]
    public void A_percentage_has_the_digits_that_its_error_allows(double value, double standardError, string expected) =>
        Assert.That(Figures.Percent(Estimate.Normal(value, standardError)), Is.EqualTo(expected));

    [Test]
    public void What_is_not_available_is_told_so() => Assert.That(Figures.Percent(Estimate.NotAvailable), Is.EqualTo("n/a"));

    [TestCase(1, "1 thesis")]
    [TestCase(0, "0 theses")]
    [TestCase(12345, "12,345 theses")]
    public void Things_are_counted_in_words(long count, string expected) =>
        Assert.That(Figures.Counted(count, "thesis", "theses"), Is.EqualTo(expected));
}
