using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Tests.Binding;

internal sealed class MappingReaderTests
{
    private DiagnosticBag bag = new();

    [SetUp]
    public void Start() => bag = new DiagnosticBag();

    [TestCase("0.7", 0.7)]
    [TestCase("1", 1)]
    [TestCase("1e-3", 0.001)]
    [TestCase("+.5", 0.5)]
    public void A_number_is_written_in_digits(string text, double value)
    {
        Assert.That(Of($"p: {text}").Number("p", NumberRange.Probability), Is.EqualTo(value));
        Assert.That(bag.HasErrors, Is.False);
    }

    [TestCase("1.5", "'1.5'")]
    [TestCase("-0.1", "'-0.1'")]
    [TestCase("1e400", "'1e400' (not a finite number)")]
    [TestCase(".nan", "'.nan'")]
    [TestCase("NaN", "'NaN' (not a finite number)")]
    [TestCase("-.inf", "'-.inf'")]
    [TestCase("70%", "'70%' (write 0.7)")]
    [TestCase("1,5", "'1,5' (a number is written with digits and one decimal point, without separators)")]
    [TestCase("'0.7'", "the quoted text '0.7' (a number is written without quotes)")]
    [TestCase("high", "'high'")]
    [TestCase("", "nothing")]
    [TestCase("[0.1]", "a list")]
    [TestCase("{ a: 1 }", "a mapping (key: value lines)")]
    public void A_bad_number_says_the_range_and_what_was_found(string text, string found)
    {
        var reader = Of($"p: {text}");
        reader.Number("p", NumberRange.Probability);
        Assert.That(
            Findings().Single(),
            Does.StartWith("f.yaml:1:").And.EndWith($"error: risk 'x', 'p': expected a number from 0 to 1, found {found}")
        );
        Assert.That(reader.Failed, Is.True);
    }

    [Test]
    public void Ranges_are_told_in_words() =>
        Assert.That(
            new[]
            {
                NumberRange.Any,
                NumberRange.Positive,
                NumberRange.NotNegative,
                NumberRange.Correlation,
                new(-1, 3, MinIsOpen: true),
                new(0, 1, true, true),
                new(double.NegativeInfinity, 2),
            }.Select(r => r.ToString()),
            Is.EqualTo(["", "above 0", "of 0 or more", "from -1 to 1", "above -1 and of 3 or less", "above 0 and below 1", "of 2 or less"])
        );

    [TestCase("10.5")]
    [TestCase("0")]
    [TestCase("1e3")]
    [TestCase("99999999999999999999")]
    public void A_bad_whole_number_is_refused(string text)
    {
        Of($"n: {text}").Integer("n", 1, 1000);
        Assert.That(Findings(), Is.EqualTo([$"f.yaml:1:4: error: risk 'x', 'n': expected a whole number from 1 to 1000, found '{text}'"]));
    }

    [Test]
    public void Dates_are_iso()
    {
        var reader = Of("a: 2026-02-06\nb: 06.02.2026\nc: 2026-02-30");
        Assert.That(reader.Date("a"), Is.EqualTo(new DateOnly(2026, 2, 6)));
        reader.Date("b");
        reader.Date("c");
        Assert.That(
            Findings(),
            Is.EqualTo([
                "f.yaml:2:4: error: risk 'x', 'b': expected a date such as 2026-02-06, found '06.02.2026'",
                "f.yaml:3:4: error: risk 'x', 'c': expected a date such as 2026-02-06, found '2026-02-30'",
            ])
        );
    }

    [TestCase("3")]
    [TestCase("m")]
    [TestCase("-3m")]
    [TestCase("3 months")]
    [TestCase("99999m")]
    [TestCase("1.5y")]
    [TestCase("0m")]
    [TestCase("201y")]
    public void A_bad_tenor_is_refused(string text)
    {
        Of($"t: {text}").Tenor("t");
        Assert.That(
            Findings(),
            Is.EqualTo([$"f.yaml:1:4: error: risk 'x', 't': expected a tenor above 0 such as 10d, 6w, 3m or 2y, found '{text}'"])
        );
    }

    [Test]
    public void A_choice_names_the_words_and_the_near_one()
    {
        Of("step: mnth").Choice("step", [("month", 1), ("week", 2)]);
        Assert.That(
            Findings(),
            Is.EqualTo(["f.yaml:1:7: error: risk 'x', 'step': expected one of month, week, found 'mnth' (did you mean 'month'?)"])
        );
    }

    [Test]
    public void A_text_may_be_in_two_languages()
    {
        var reader = Of("a: { en: Chips, zh-CN: 芯片 }\nb: Chips\nc: { zh-CN: 芯片 }");
        Assert.That(reader.LocalText("a"), Is.EqualTo(new LocalText("Chips", "芯片")));
        Assert.That(reader.LocalText("b"), Is.EqualTo(LocalText.Same("Chips")));
        reader.LocalText("c");
        Assert.That(Findings(), Is.EqualTo(["f.yaml:3:4: error: risk 'x', 'c': the key 'en' is missing"]));
    }

    [Test]
    public void Markup_is_text_but_control_characters_are_not()
    {
        var reader = Of("a: <script>alert(1)</script>\nb: \"x\\e[31m\"");
        Assert.That(reader.Text("a"), Is.EqualTo("<script>alert(1)</script>"));
        reader.Text("b");
        Assert.That(
            Findings(),
            Is.EqualTo(["f.yaml:2:4: error: risk 'x', 'b': expected a text, found the control character U+001B in it"])
        );
    }

    [Test]
    public void A_missing_key_and_an_unknown_key_are_both_told()
    {
        var reader = Of("b: 1\nzzzzzz: 2");
        reader.Text("name");
        reader.OptionalNumber("b", NumberRange.Any);
        Assert.That(reader.Finish(), Is.False);
        Assert.That(
            Findings(),
            Is.EqualTo([
                "f.yaml:1:1: error: risk 'x': the key 'name' is missing",
                "f.yaml:2:1: error: risk 'x': unknown key 'zzzzzz'; its keys are name, b",
            ])
        );
    }

    [Test]
    public void A_misspelt_required_key_is_told_once()
    {
        var reader = Of("probablity: 0.5");
        reader.Number("probability", NumberRange.Probability);
        Assert.That(reader.Finish(), Is.False);
        Assert.That(Findings(), Is.EqualTo(["f.yaml:1:1: error: risk 'x': unknown key 'probablity' (did you mean 'probability'?)"]));
    }

    [Test]
    public void A_reference_to_nothing_known_names_the_near_id()
    {
        var factors = new IdSet("factor");
        factors.Declare("inference-market", new SourceLocation("market.yaml", 3, 3), bag);
        Of("factor: infrence-market").Reference("factor", factors);
        Assert.That(
            Findings(),
            Is.EqualTo(["f.yaml:1:9: error: risk 'x', 'factor': unknown factor 'infrence-market' (did you mean 'inference-market'?)"])
        );
    }

    [Test]
    public void Nothing_is_called_unknown_when_a_declaring_file_could_not_be_read()
    {
        var factors = new IdSet("factor");
        factors.MarkIncomplete();
        var reader = Of("factor: infrence-market");
        reader.Reference("factor", factors);
        Assert.That(Findings(), Is.Empty);
        Assert.That(reader.Failed, Is.True);
    }

    [Test]
    public void A_second_declaration_names_the_place_of_the_first()
    {
        var ids = new IdSet("risk");
        ids.Declare("a", new SourceLocation("risks.yaml", 2, 1), bag);
        ids.Declare("a", new SourceLocation("risks.yaml", 9, 1), bag);
        ids.Declare("a", new SourceLocation("more.yaml", 4, 1), bag);
        Assert.That(
            Findings(),
            Is.EqualTo([
                "more.yaml:4:1: error: duplicate risk id 'a' (first at risks.yaml:2:1)",
                "risks.yaml:9:1: error: duplicate risk id 'a' (first at line 2)",
            ])
        );
    }

    [TestCase("../x", " (did you mean 'x'?)")]
    [TestCase("AI Chips", " (did you mean 'ai-chips'?)")]
    [TestCase("a_b", " (did you mean 'a-b'?)")]
    [TestCase("-", "")]
    [TestCase("a--b", " (did you mean 'a-b'?)")]
    [TestCase("x\n", " (did you mean 'x'?)")]
    public void An_id_is_made_of_words(string id, string hint)
    {
        new IdSet("scenario").Declare(id, new SourceLocation("f.yaml", 1, 5), bag);
        var head = "f.yaml:1:5: error: scenario id: expected words of a-z and 0-9 joined by '-' or '.', at most 64 characters, found '";
        Assert.That(Findings(), Is.EqualTo([$"{head}{PlainLine.Of(id)}'{hint}"]));
    }

    private MappingReader Of(string text) => MappingReader.Of(YamlReader.Read(text, "f.yaml", bag)!, "risk 'x'", bag)!;

    private string[] Findings() => [.. bag.Sorted().Select(d => d.ToString())];
}
