using FsCheck;
using FsCheck.Fluent;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Tests.Document;

internal sealed class DigitsTests
{
    // Worked by hand from the rule: the place of the half-width's first significant digit, of its second where the first is 1.
    [TestCase(0.0069, 3)]
    [TestCase(0.0021, 3)]
    [TestCase(0.021, 2)]
    [TestCase(0.012, 3)]
    [TestCase(0.017, 2, Description = "rounds to 0.02")]
    [TestCase(0.094, 2)]
    [TestCase(0.096, 2, Description = "rounds to 0.10")]
    [TestCase(0.1, 2)]
    [TestCase(1.0, 1)]
    [TestCase(2.6, 0)]
    [TestCase(12, 0)]
    [TestCase(99.7, -1, Description = "rounds to 100")]
    [TestCase(340, -2)]
    public void One_digit_of_the_half_width_decides_or_two_when_it_is_one(double halfWidth, int places) =>
        Assert.That(Digits.Places(halfWidth), Is.EqualTo(places));

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
    public void What_remains_of_any_half_width_is_one_digit_above_one_or_two_from_ten_to_nineteen() =>
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(12345, 67891),
            Prop.ForAll<NormalFloat>(sample =>
            {
                var halfWidth = Math.Abs(sample.Get);
                var isUsual = halfWidth is >= 1e-9 and <= 1e9;
                return !isUsual
                    || Math.Round(halfWidth * Math.Pow(10, Digits.Places(halfWidth)!.Value)) is (>= 2 and <= 9) or (>= 10 and <= 19);
            })
        );
}
