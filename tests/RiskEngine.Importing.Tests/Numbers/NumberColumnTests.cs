using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Importing.Numbers;
using RiskEngine.Importing.Tables;

namespace RiskEngine.Importing.Tests.Numbers;

public sealed class NumberColumnTests
{
    [TestCase("1,234.56", 1234.56)]
    [TestCase("1.234,56", 1234.56)]
    [TestCase("1 234,56", 1234.56)]
    [TestCase("1\u00A0234,56", 1234.56)]
    [TestCase("1'234.56", 1234.56)]
    [TestCase("12,34,567.5", 1234567.5)]
    [TestCase("$1,234.50", 1234.5)]
    [TestCase("HK$1,234.50", 1234.5)]
    [TestCase("1.234,50 €", 1234.5)]
    [TestCase("EUR 1.234,50", 1234.5)]
    [TestCase("(1,234.50)", -1234.5)]
    [TestCase("($12.50)", -12.5)]
    [TestCase("12.50-", -12.5)]
    [TestCase("−12.50", -12.5)]
    [TestCase("+12.50", 12.5)]
    [TestCase("-$12.50", -12.5)]
    [TestCase("12.50%", 0.125)]
    [TestCase("１２．５", 12.5)]
    [TestCase("1.5E-05", 0.000015)]
    [TestCase(".5", 0.5)]
    [TestCase("0,234", 0.234)] // nobody groups the thousands of a number that begins with 0
    [TestCase("0.234", 0.234)]
    public void A_number_that_can_be_read_in_one_way_is(string text, double expected) =>
        Assert.That(Read(text)![0].Value, Is.EqualTo(expected).Within(1e-15 * Math.Abs(expected)));

    [TestCase("")]
    [TestCase("N/A")]
    [TestCase("--")]
    [TestCase("null")]
    [TestCase("NaN")]
    [TestCase("—")]
    public void What_says_that_there_is_none_is_no_number_and_no_error(string text) => Assert.That(Read(text)![0].IsMissing);

    [TestCase("1,2,3")]
    [TestCase("ten")]
    [TestCase("=1+1")]
    [TestCase("12 apples")]
    public void Anything_else_is_said_to_be_none(string text) => Assert.That(Read(text)![0].Problem, Does.Contain(text));

    [Test]
    public void The_whole_column_decides_what_one_number_leaves_open()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Read("1,234", "12.50")!.Select(n => n.Value), Is.EqualTo(new[] { 1234, 12.5 }));
            Assert.That(Read("1.234", "12,50")!.Select(n => n.Value), Is.EqualTo(new[] { 1234, 12.5 }));
            Assert.That(Read("1,234", "2,500"), Is.Null, "nothing decides");
            Assert.That(Read("1.234,5", "1,234.5"), Is.Null, "both marks");
        }
    }

    [Test]
    public void Symbols_and_letters_say_the_currency() =>
        Assert.That(Read("HK$12.50", "€3.20", "3.20 CHF", "5.10")!.Select(n => n.Currency), Is.EqualTo(new[] { "HKD", "EUR", "CHF", "" }));

    /// <summary>What a locale writes, the column reads: a round trip over all amounts of cents.</summary>
    [FsCheck.NUnit.Property(Replay = "12345,67891")]
    public Property Amounts_written_in_each_locale_are_read_back() =>
        Prop.ForAll(Gen.Choose(-1_000_000_000, 1_000_000_000).NonEmptyListOf().ToArbitrary(), cents => AreReadBack([.. cents]));

    private static bool AreReadBack(int[] cents)
    {
        (string Group, string Mark)[] locales = [(",", "."), (".", ","), (" ", ","), ("'", "."), ("\u202F", ","), ("", "."), ("", ",")];
        return locales.All(locale =>
        {
            var format = new NumberFormatInfo { NumberGroupSeparator = locale.Group, NumberDecimalSeparator = locale.Mark };
            var written = cents.Select(c => (c / 100.0).ToString("N2", format)).ToArray();
            var read = Read(written);
            return read is not null && read.Select(n => n.Value).SequenceEqual(cents.Select(c => c / 100.0));
        });
    }

    private static IReadOnlyList<ColumnNumber>? Read(params string[] texts)
    {
        var column = new NumberColumn("Price");
        for (var i = 0; i < texts.Length; i++)
            column.Add(i + 2, new Cell(texts[i]));
        return NumberColumns.Read([column], null, null, new SourceLocation("a.csv"), new DiagnosticBag())?[0];
    }
}
