namespace RiskEngine.Plugins.Tests;

public sealed class FactorSourceTests
{
    [Test]
    public void A_file_gives_its_kinds()
    {
        using var folder = new CodeFolder();

        var (kinds, findings) = folder.Compile(SourceText.Of());

        Assert.That(findings, Is.Empty);
        Assert.That(kinds.Select(k => k.Name), Is.EqualTo(new[] { "walk" }));
        Assert.That(kinds[0].Parameters.Select(p => p.Name), Is.EqualTo(new[] { "start" }));
    }

    [Test]
    public void Every_compiler_error_has_file_line_and_column()
    {
        using var folder = new CodeFolder();

        // Column 54: after 8 blanks and the 45 characters of "public override double Expected(int date) => ".
        var (kinds, findings) = folder.Compile(SourceText.Of(expected: "missing", step: "int k = \"text\";"));

        Assert.That(kinds, Is.Empty);
        Assert.That(findings, Has.Length.EqualTo(2));
        Assert.That(
            findings[0],
            Is.EqualTo("factors/Own.cs:21:54: error: The name 'missing' does not exist in the current context (CS0103)")
        );
        Assert.That(findings[1], Does.StartWith("factors/Own.cs:27:").And.Contain("CS0029"));
    }

    [Test]
    public void Code_that_is_nested_too_deeply_for_the_compiler_is_a_finding()
    {
        using var folder = new CodeFolder();

        var (_, findings) = folder.Compile(SourceText.Of(step: $"var deep = {new string('(', 20_000)}1{new string(')', 20_000)};"));

        Assert.That(findings, Is.Not.Empty.And.All.StartsWith("factors/Own.cs").And.All.Contains(": error: "));
    }

    [Test]
    public void What_cannot_be_parsed_is_not_bound()
    {
        using var folder = new CodeFolder();

        // Members of one name are compared each with each: 2,000 of them took the compiler longer than anybody waits.
        var members = string.Concat(Enumerable.Repeat("private static void Write(double years)\n", 2_000));
        var (_, findings) = folder.Compile(SourceText.Of(members: members));

        Assert.That(findings, Has.Some.Contains("(CS1002)").And.None.Contains("(CS0111)"));
    }

    [Test]
    public void Unsafe_code_is_refused()
    {
        using var folder = new CodeFolder();

        Assert.That(folder.Compile(SourceText.Of(step: "unsafe { int* p = null; }")).Findings, Has.Some.Contains("CS0227"));
    }

    [TestCase("RiskEngine.Numerics.RandomStreams.RandomStream? stream = null;")]
    [TestCase("Microsoft.CodeAnalysis.SyntaxTree? tree = null;")]
    public void The_engines_own_parts_are_out_of_reach(string step)
    {
        using var folder = new CodeFolder();

        Assert.That(folder.Compile(SourceText.Of(step: step)).Findings, Has.Some.Contains(" error: ").And.Some.Contains("CS0"));
    }

    [TestCase("internal sealed", "which is not public")]
    [TestCase("public abstract", "found none")]
    public void A_kind_is_a_public_class(string modifiers, string problem)
    {
        using var folder = new CodeFolder();

        var (_, findings) = folder.Compile(SourceText.Of(modifiers: modifiers));

        Assert.That(findings.Single(), Does.StartWith("factors/Own.cs:1:1: error: ").And.Contain(problem));
    }

    [Test]
    public void A_kind_is_made_without_parameters()
    {
        using var folder = new CodeFolder();

        Assert.That(
            folder.Compile(SourceText.Of(members: "public Walk(int size) { }")).Findings,
            Has.Exactly(1).Contains("expected a public constructor without parameters")
        );
    }

    [TestCase("Two Words", "Name: expected lower-case words joined by '-', found 'Two Words'")]
    [TestCase("", "Name: expected lower-case words")]
    public void A_kind_says_what_files_call_it(string name, string problem)
    {
        using var folder = new CodeFolder();

        Assert.That(folder.Compile(SourceText.Of(name: name)).Findings, Has.Exactly(1).Contains(problem));
    }

    [Test]
    public void A_constructor_that_throws_is_a_finding_with_its_line()
    {
        using var folder = new CodeFolder();

        var (_, findings) = folder.Compile(SourceText.Of(members: "public Walk() => throw new InvalidOperationException(\"no luck\");"));

        Assert.That(findings, Has.Exactly(1).Contains("InvalidOperationException: no luck (factors/Own.cs, line 17)"));
    }

    [Test]
    public void A_name_belongs_to_one_kind()
    {
        using var folder = new CodeFolder();
        var second = SourceText.Of(type: "Second").Split("namespace Own;")[1];

        Assert.That(folder.Compile(SourceText.Of() + second).Findings, Has.Exactly(1).Contains("the name 'walk' belongs to another"));
    }

    [Test]
    public void A_file_that_is_no_text_is_a_finding()
    {
        using var folder = new CodeFolder();
        File.WriteAllBytes(folder.PathOf("Bytes.cs"), [0x75, 0xC0, 0xFF]);
        var found = new Abstractions.Diagnostics.DiagnosticBag();

        FactorSource.Read(folder.PathOf("Bytes.cs"), "factors/Bytes.cs", found)!.Load(found);

        Assert.That(found.Sorted().Single().ToString(), Does.Contain("expected a text file in UTF-8"));
    }
}
