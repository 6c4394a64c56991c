using FsCheck;
using FsCheck.Fluent;
using RiskEngine.Importing.Securities;

namespace RiskEngine.Importing.Tests.Securities;

/// <summary>Published codes, and laws of check digits.</summary>
public sealed class CodeTests
{
    // Apple, Treasury Corporation of Victoria and BAE Systems are ISO 6166's textbook examples; the others stand in filings.
    [TestCase("US0378331005")]
    [TestCase("AU0000XVGZA3")]
    [TestCase("GB0002634946")]
    [TestCase("US67066G1040")]
    [TestCase("KYG875721634")]
    [TestCase("CNE0000018R8")]
    [TestCase("NL0010273215")]
    [TestCase("JP3633400001")]
    public void Published_isin_is_valid(string isin) => Assert.That(Isin.IsValid(isin), Is.True);

    [TestCase("US0378331004", TestName = "Wrong check digit")]
    [TestCase("us0378331005", TestName = "Small letters")]
    [TestCase("US037833100", TestName = "Too short")]
    [TestCase("12037833100X", TestName = "No country")]
    [TestCase("US03783310 5", TestName = "A blank inside")]
    [TestCase("", TestName = "Nothing")]
    public void What_is_no_isin_is_refused(string isin) => Assert.That(Isin.IsValid(isin), Is.False);

    // Apple, Cisco, Google (before Alphabet), Berkshire Hathaway and Oracle, as their filings give them.
    [TestCase("037833100")]
    [TestCase("17275R102")]
    [TestCase("38259P508")]
    [TestCase("084670702")]
    [TestCase("68389X105")]
    public void Published_cusip_is_valid(string cusip) => Assert.That(Cusip.IsValid(cusip), Is.True);

    // BAE Systems, Rosetta Code's example with letters, and BP.
    [TestCase("0263494")]
    [TestCase("B0WNLY7")]
    [TestCase("0798059")]
    public void Published_sedol_is_valid(string sedol) => Assert.That(Sedol.IsValid(sedol), Is.True);

    [TestCase("0263495")]
    [TestCase("B0WNLA7")]
    public void Wrong_digit_or_vowel_is_no_sedol(string sedol) => Assert.That(Sedol.IsValid(sedol), Is.False);

    [TestCase("037833100", "US", "US0378331005")]
    [TestCase("67066G104", "US", "US67066G1040")]
    public void Cusip_becomes_the_isin_that_is_published(string cusip, string country, string isin) =>
        Assert.That(Cusip.ToIsin(cusip, country), Is.EqualTo(isin));

    [FsCheck.NUnit.Property(Replay = "12345,67891")]
    public Property One_wrong_digit_is_always_found_in_isin() =>
        Prop.ForAll(
            Digits(9).ToArbitrary(),
            Gen.Choose(2, 10).ToArbitrary(),
            Gen.Choose(1, 9).ToArbitrary(),
            (digits, place, shift) =>
            {
                var first = "US" + digits;
                var isin = first + Isin.CheckDigit(first);
                var wrong = isin.ToCharArray();
                wrong[place] = (char)('0' + ((wrong[place] - '0' + shift) % 10));
                return Isin.IsValid(isin) && !Isin.IsValid(new string(wrong));
            }
        );

    [FsCheck.NUnit.Property(Replay = "12345,67891")]
    public Property One_wrong_digit_is_always_found_in_sedol() =>
        Prop.ForAll(
            Digits(6).ToArbitrary(),
            Gen.Choose(0, 5).ToArbitrary(),
            Gen.Choose(1, 9).ToArbitrary(),
            (first, place, shift) =>
            {
                var sedol = first + Sedol.CheckDigit(first);
                var wrong = sedol.ToCharArray();
                wrong[place] = (char)('0' + ((wrong[place] - '0' + shift) % 10));
                return Sedol.IsValid(sedol) && !Sedol.IsValid(new string(wrong));
            }
        );

    [TestCase("A1JWVX", true)]
    [TestCase("865985", true)]
    [TestCase("86598O", false)]
    [TestCase("8659855", false)]
    public void Wkn_has_six_characters_without_I_and_O(string text, bool has) => Assert.That(Wkn.HasForm(text), Is.EqualTo(has));

    [Test]
    public void Check_digit_of_anything_else_is_an_error() =>
        Assert.Multiple(() =>
        {
            Assert.That(() => Isin.CheckDigit("US03783310"), Throws.ArgumentException);
            Assert.That(() => Cusip.CheckDigit("0378331-"), Throws.ArgumentException);
            Assert.That(() => Sedol.CheckDigit("02634九"), Throws.ArgumentException);
            Assert.That(() => Cusip.ToIsin("037833101", "US"), Throws.ArgumentException);
        });

    private static Gen<string> Digits(int count) => Gen.Choose(0, 9).Select(d => (char)('0' + d)).ArrayOf(count).Select(c => new string(c));
}
