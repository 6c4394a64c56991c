using System.Globalization;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Tests.Quantities;

/// <summary>Relative dates count from 15 May 2026, a day in the second quarter.</summary>
public sealed class DateScannerTests
{
    private static readonly DateOnly published = new(2026, 5, 15);

    [TestCase("2026年2月8日", "2026-02-08", "2026-02-08")]
    [TestCase("on 8 February 2026", "2026-02-08", "2026-02-08")]
    [TestCase("March 9, 2026", "2026-03-09", "2026-03-09")]
    [TestCase("2026年三季度", "2026-07-01", "2026-09-30")]
    [TestCase("in Q3 2026", "2026-07-01", "2026-09-30")]
    [TestCase("3Q26", "2026-07-01", "2026-09-30")]
    [TestCase("2026年下半年", "2026-07-01", "2026-12-31")]
    [TestCase("2026年底", "2026-01-01", "2026-12-31")]
    [TestCase("by 2030", "2030-01-01", "2030-12-31")]
    [TestCase("2025-2030年", "2025-01-01", "2030-12-31")]
    [TestCase("FY26", "2026-01-01", "2026-12-31")]
    [TestCase("明年", "2027-01-01", "2027-12-31")]
    [TestCase("年内", "2026-01-01", "2026-12-31")]
    [TestCase("未来三年", "2026-05-15", "2029-05-15")]
    [TestCase("over the next 12 months", "2026-05-15", "2027-05-15")]
    [TestCase("next quarter", "2026-07-01", "2026-09-30")]
    [TestCase("by the end of the decade", "2020-01-01", "2030-12-31")]
    public void A_date_is_found_with_its_first_and_last_day(string text, string from, string to)
    {
        var found = DateScanner.Scan(InlineMarkup.Of(text, 0, text.Length), published);

        Assert.That(found, Has.Count.EqualTo(1));
        Assert.That(found[0].From, Is.EqualTo(Day(from)));
        Assert.That(found[0].To, Is.EqualTo(Day(to)));
    }

    [Test]
    public void E_and_F_mark_an_estimate()
    {
        Assert.That(DateScanner.Scan(InlineMarkup.Of("2030E", 0, 5), null).Single().IsEstimate, Is.True);
        Assert.That(DateScanner.Scan(InlineMarkup.Of("2030", 0, 4), null).Single().IsEstimate, Is.False);
    }

    [TestCase("$2025")]
    [TestCase("2,025 people")]
    [TestCase("2026 people came")]
    public void A_number_that_is_no_year_is_no_date(string text) =>
        Assert.That(DateScanner.Scan(InlineMarkup.Of(text, 0, text.Length), published), Is.Empty);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
