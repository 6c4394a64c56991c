using RiskEngine.Abstractions.Files;

namespace RiskEngine.Abstractions.Tests.Files;

/// <summary>RFC 4180, and what spreadsheets take for formulas (OWASP, CSV injection).</summary>
public sealed class CsvTextTests
{
    [TestCase("NVIDIA", "NVIDIA")]
    [TestCase("英伟达", "英伟达")]
    [TestCase("", "")]
    [TestCase("a,b", "\"a,b\"")]
    [TestCase("the \"one\"", "\"the \"\"one\"\"\"")]
    [TestCase("two\r\nlines\tand more", "two  lines and more")]
    [TestCase("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    [TestCase("+1", "'+1")]
    [TestCase("-1", "'-1")]
    [TestCase("@sum", "'@sum")]
    [TestCase("\t=1", "' =1")]
    [TestCase("＝1", "'＝1")]
    [TestCase("a\u001b[31m", "a<U+001B>[31m")]
    [TestCase("a\u202Eb", "a<U+202E>b")]
    public void A_cell_is_text_on_one_line_and_no_formula(string text, string cell) => Assert.That(CsvText.Cell(text), Is.EqualTo(cell));
}
