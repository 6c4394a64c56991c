using FsCheck;
using FsCheck.Fluent;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Abstractions.Tests.Time;

public sealed class TenorTests
{
    [FsCheck.NUnit.Property(Replay = "12345,67891")]
    public Property What_is_written_is_read_back() =>
        Prop.ForAll(
            Gen.Choose(0, 99_999).ToArbitrary(),
            Gen.Elements(Enum.GetValues<TenorUnit>()).ToArbitrary(),
            (count, unit) => Tenor.TryParse(new Tenor(count, unit).ToString(), out var read) && read == new Tenor(count, unit)
        );

    [TestCase("")]
    [TestCase("m")]
    [TestCase("3")]
    [TestCase("-3m")]
    [TestCase("+3m")]
    [TestCase("3 m")]
    [TestCase("3M")]
    [TestCase("1.5y")]
    [TestCase("999999m")]
    [TestCase(null)]
    public void Anything_else_is_refused(string? text)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Tenor.TryParse(text, out var tenor), Is.False);
            Assert.That(tenor, Is.EqualTo(default(Tenor)));
        }
    }

    [TestCase("10d", "2026-02-10")]
    [TestCase("6w", "2026-03-14")]
    [TestCase("1m", "2026-02-28")]
    [TestCase("2m", "2026-03-31")]
    [TestCase("25m", "2028-02-29")]
    [TestCase("2y", "2028-01-31")]
    public void After_a_date_it_is_a_calendar_date(string tenor, string expected)
    {
        Assert.That(Tenor.TryParse(tenor, out var span), Is.True);
        Assert.That(span.After(new DateOnly(2026, 1, 31)).ToString("yyyy-MM-dd"), Is.EqualTo(expected));
    }

    [TestCase("73d", 0.2)]
    [TestCase("1w", 7 / 365.0)]
    [TestCase("3m", 0.25)]
    [TestCase("2y", 2)]
    public void Without_a_date_it_has_a_length_in_years(string tenor, double years)
    {
        Assert.That(Tenor.TryParse(tenor, out var span), Is.True);
        Assert.That(span.Years, Is.EqualTo(years).Within(1e-15));
    }
}
