using RiskEngine.Loading.Csv;

namespace RiskEngine.Loading.Tests.Csv;

internal sealed class CsvNumberTests
{
    [TestCase("1234.5", 1234.5, true)]
    [TestCase("1.234", 1.234, true)]
    [TestCase("0", 0, true)]
    [TestCase("-3", -3, true)]
    [TestCase("1.5e6", 1.5e6, true)]
    [TestCase(".5", 0.5, true)]
    [TestCase("1,234.50", 1234.5, false)]
    [TestCase("1.234,50", 1234.5, false)]
    [TestCase("1'234.50", 1234.5, false)]
    [TestCase("1’234.50", 1234.5, false)]
    [TestCase("1 234,50", 1234.5, false)]
    [TestCase("1\u00A0234,50", 1234.5, false)]
    [TestCase("1,234,567", 1234567, false)]
    [TestCase("1.234.567", 1234567, false)]
    [TestCase("1,234,567.89", 1234567.89, false)]
    [TestCase("1.234.567,89", 1234567.89, false)]
    [TestCase("1'234", 1234, false)]
    [TestCase("12,5", 12.5, false)]
    [TestCase("0,234", 0.234, false)]
    [TestCase("1234,567", 1234.567, false)]
    public void One_reading_is_taken(string text, double value, bool isPlain)
    {
        var number = CsvNumber.Parse(text);
        Assert.Multiple(() =>
        {
            Assert.That(number.Value, Is.EqualTo(value));
            Assert.That(number.IsPlain, Is.EqualTo(isPlain));
            Assert.That(number.Problem, Is.Null);
        });
    }

    [TestCase("1,234", "'1,234', which may mean 1234 or 1.234: write 1234 or 1.234")]
    [TestCase("1e400", "'1e400', which is not finite")]
    [TestCase("", "nothing")]
    [TestCase("NaN", "'NaN'")]
    [TestCase("$5", "'$5'")]
    [TestCase("12,34,567", "'12,34,567'")]
    [TestCase("1.234.5", "'1.234.5'")]
    [TestCase("1,2345.6", "'1,2345.6'")]
    [TestCase("(5)", "'(5)'")]
    [TestCase("٣", "'٣'")]
    public void Anything_else_is_a_problem(string text, string problem) => Assert.That(CsvNumber.Parse(text).Problem, Is.EqualTo(problem));
}
