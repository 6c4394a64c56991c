using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Abstractions.Tests.Diagnostics;

public sealed class DiagnosticTests
{
    [TestCase("a\u001b[31mred", "a<U+001B>[31mred")]
    [TestCase("two\r\nlines\tand more", "two  lines and more")]
    [TestCase("exe.\u202Egpj", "exe.<U+202E>gpj")]
    [TestCase("nul\0", "nul<U+0000>")]
    [TestCase("marks\u200F\u061C\u2066\uFEFF", "marks<U+200F><U+061C><U+2066><U+FEFF>")]
    [TestCase("推理 <b>&</b> café \U0001F600", "推理 <b>&</b> café \U0001F600")]
    public void A_finding_is_one_line_that_commands_no_terminal(string found, string shown)
    {
        var diagnostic = new Diagnostic(Severity.Error, new SourceLocation("f.yaml", 1, 2), $"found '{found}'", found);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(diagnostic.Message, Is.EqualTo($"found '{shown}'"));
            Assert.That(diagnostic.ToString(), Is.EqualTo($"f.yaml:1:2: error: found '{shown}' (did you mean '{shown}'?)"));
        }
    }

    [Test]
    public void A_place_on_the_command_line_is_shown_likewise() =>
        Assert.That(
            new Diagnostic(Severity.Error, new SourceLocation("--set a\u001b=1"), "no").ToString(),
            Is.EqualTo("--set a<U+001B>=1: error: no")
        );

    [Test]
    public void Megabytes_are_cut_with_their_length()
    {
        var message = new Diagnostic(Severity.Error, new SourceLocation("f"), new string('x', 4_000_000)).Message;
        Assert.That(message, Is.EqualTo(new string('x', PlainLine.MaxLength) + "... (4000000 characters)"));
    }
}
