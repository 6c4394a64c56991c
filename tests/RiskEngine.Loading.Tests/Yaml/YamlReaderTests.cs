using FsCheck.Fluent;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Tests.Yaml;

internal sealed class YamlReaderTests
{
    [Test]
    public void Every_node_knows_its_line_and_column()
    {
        var root = (YamlMapping)Read("a: 1\nb:\n  c: [x, 'y']\n", out _)!;
        var c = ((YamlMapping)root.Find("b")!.Value).Find("c")!;
        var items = ((YamlSequence)c.Value).Items;
        Assert.Multiple(() =>
        {
            Assert.That(root.Find("a")!.Value, Is.EqualTo(new YamlScalar(new SourceLocation("f.yaml", 1, 4), "1", IsQuoted: false)));
            Assert.That(c.KeyLocation, Is.EqualTo(new SourceLocation("f.yaml", 3, 3)));
            Assert.That(items[1], Is.EqualTo(new YamlScalar(new SourceLocation("f.yaml", 3, 10), "y", IsQuoted: true)));
        });
    }

    [Test]
    public void A_duplicate_key_names_the_line_of_the_first() =>
        Assert.That(Findings("a: 1\nb: 2\na: 3\n"), Is.EqualTo(["f.yaml:3:1: error: duplicate key 'a' (first at line 1)"]));

    [Test]
    public void Anchors_aliases_and_tags_are_refused_all_at_once() =>
        Assert.That(
            Findings("a: &x 1\nb: *x\nc: !!str 5\n"),
            Is.EqualTo([
                "f.yaml:1:4: error: anchors are not supported, found '&x': write the value out where it is used",
                "f.yaml:2:4: error: aliases are not supported, found '*x': write the value out",
                "f.yaml:3:4: error: tags are not supported, found 'tag:yaml.org,2002:str': leave it out",
            ])
        );

    [Test]
    public void A_second_document_is_refused() =>
        Assert.That(
            Findings("a: 1\n---\nb: 2\n"),
            Is.EqualTo(["f.yaml:2:1: error: expected one YAML document, found a second one ('---' begins a new document)"])
        );

    [TestCase("")]
    [TestCase("# only a comment\n")]
    [TestCase("---\n...\n")]
    [TestCase("~")]
    public void An_empty_file_is_explained(string text) =>
        Assert.That(Findings(text), Is.EqualTo(["f.yaml:1:1: error: the file is empty: expected YAML (key: value lines)"]));

    [Test]
    public void A_tab_is_explained() =>
        Assert.That(Findings("a:\n\tb: 1\n"), Is.EqualTo(["f.yaml:2:1: error: YAML is indented with spaces, found a tab"]));

    [TestCase("a: [1, 2\nb: 3\n", 2)]
    [TestCase("a: \"x\n", 2)]
    [TestCase("a: b: c\n", 1)]
    [TestCase("a: 1\n  b: 2\n", 2)]
    public void A_syntax_error_has_a_line_and_a_column(string text, int line)
    {
        var root = Read(text, out var bag);
        var finding = bag.Sorted().Single();
        Assert.Multiple(() =>
        {
            Assert.That(root, Is.Null);
            Assert.That(finding.Location.Line, Is.EqualTo(line).Within(1));
            Assert.That(finding.Location.Column, Is.Positive);
            Assert.That(finding.Message, Does.StartWith("not valid YAML"));
        });
    }

    [Test]
    public void Nesting_beyond_the_limit_is_refused()
    {
        Read(new string('[', 40) + new string(']', 40), out var bag);
        Assert.That(bag.Sorted().Single().ToString(), Is.EqualTo("f.yaml:1:34: error: not valid YAML: nested deeper than 32 levels"));
    }

    [Test]
    public void A_hundred_thousand_open_brackets_do_no_harm()
    {
        Read(new string('[', 100_000), out var bag);
        Assert.That(bag.Sorted().Single().Message, Does.Contain("nested deeper than 32 levels"));
    }

    [Test]
    public void A_list_as_a_key_is_refused() =>
        Assert.That(Findings("[a, b]: 1\n"), Is.EqualTo(["f.yaml:1:1: error: expected a plain word as a key, found a list"]));

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public FsCheck.Property No_text_whatever_escapes_as_an_exception() =>
        Prop.ForAll<string?>(text =>
        {
            var root = Read(text ?? "", out var bag);
            return root is not null || bag.HasErrors;
        });

    [Test]
    public void Text_made_of_the_marks_of_yaml_never_escapes_as_an_exception()
    {
        const string Marks = "[]{}:,-\n\t  'a\"#&*!|>%?1\r~.";
        var random = new Random(20260206);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => Marks[random.Next(Marks.Length)]));
            var root = Read(text, out var bag);
            Assert.That(root is not null || bag.HasErrors, () => text);
        }
    }

    private static YamlNode? Read(string text, out DiagnosticBag bag) => YamlReader.Read(text, "f.yaml", bag = new DiagnosticBag());

    private static string[] Findings(string text)
    {
        Read(text, out var bag);
        return [.. bag.Sorted().Select(d => d.ToString())];
    }
}
