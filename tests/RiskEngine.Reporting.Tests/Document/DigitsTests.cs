using FsCheck;
using FsCheck.Fluent;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Tests.Document;

internal sealed class DigitsTests
{
    // Worked by hand from the rule: the place of the error's second significant digit.
    [TestCase(0.0021, 4)]
    [TestCase(0.021, 3)]
    [TestCase(0.0994, 3)]
    [TestCase(0.0997, 2, Description = "rounds to 0.10")]
    [TestCase(0.1, 2)]
    [TestCase(1.0, 1)]
    [TestCase(12, 0)]
    [TestCase(99.7, -1, Description = "rounds to 100")]
    [TestCase(340, -1)]
    public void The_second_digit_of_the_error_decides_the_places(double error, int places) =>
        Assert.That(Digits.Places(error), Is.EqualTo(places));

    [TestCase(0)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(-1)]
    public void An_error_that_is_none_decides_nothing(double error) => Assert.That(Digits.Places(error), Is.Null);

    [TestCase(12.3456, 2, "12.35")]
    [TestCase(-12.3456, 2, "−12.35")]
    [TestCase(-0.001, 2, "0.00", Description = "what rounds to zero has no sign")]
    [TestCase(1234567.8, 0, "1,234,568")]
    [TestCase(1234567.8, -3, "1,235,000")]
    [TestCase(double.NaN, 2, "–")]
    [TestCase(double.NegativeInfinity, 2, "−∞")]
    public void Numbers_have_thousands_separators_and_a_real_minus(double value, int places, string expected) =>
        Assert.That(Digits.Write(value, places), Is.EqualTo(expected));

    [TestCase(0.5, "+0.5")]
    [TestCase(-0.5, "−0.5")]
    [TestCase(0.0, "0.0")]
    public void A_plus_is_written_only_before_what_is_above_zero(double value, string expected) =>
        Assert.That(Digits.Write(value, 1, withPlus: true), Is.EqualTo(expected));

    [Test]
    public void Two_significant_digits_of_any_error_remain() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(12345, 67891),
        Prop.ForAll<NormalFloat>(sample =>
        {
            var error = Math.Abs(sample.Get);
            var isUsual = error is >= 1e-9 and <= 1e9;
            return !isUsual || Math.Round(error * Math.Pow(10, Digits.Places(error)!.Value)) is >= 10 and <= 99;
        }));
}
