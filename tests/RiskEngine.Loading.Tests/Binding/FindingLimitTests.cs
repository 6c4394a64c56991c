using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Tests.Scenarios;

namespace RiskEngine.Loading.Tests.Binding;

internal sealed class FindingLimitTests
{
    [TestCase(20, 20)]
    [TestCase(21, 21)]
    [TestCase(5000, 21)]
    public void Of_a_kind_the_first_are_listed_and_the_rest_counted(int found, int listed)
    {
        var findings = Enumerable.Range(1, found).Select(i => Error("a.yaml", i, $"expected a key, found 'x{i}' (number {i})")).ToList();
        var shown = FindingLimit.Apply(findings);
        Assert.That(shown, Has.Count.EqualTo(listed));
        Assert.That(shown.Take(20), Is.EqualTo(findings.Take(20)));
        if (found > 21)
            Assert.That(
                shown[20].ToString(),
                Is.EqualTo("a.yaml:21: error: expected a key, found 'x21' (number 21); and 4979 more of this kind")
            );
    }

    [Test]
    public void Other_files_kinds_and_severities_are_counted_apart()
    {
        var findings = Enumerable
            .Range(1, 15)
            .SelectMany(i => new[] { Error("a.yaml", i, "one kind"), Error("b.yaml", i, "one kind"), Error("a.yaml", i, "another kind") })
            .ToList();
        Assert.That(FindingLimit.Apply(findings), Is.EqualTo(findings));
    }

    [Test]
    public void A_line_of_repeated_keys_is_no_flood()
    {
        using var tiny = new TinyScenario();
        var keys = string.Join(", ", Enumerable.Repeat("a: 1", 10_000));
        var errors = tiny.WithFile("risks.yaml", $"risks: {{ {keys} }}\n").Errors();
        Assert.That(errors, Has.Length.LessThan(30));
        Assert.That(errors, Has.Some.EndsWith("duplicate key 'a' (first at line 1); and 9978 more of this kind"));
    }

    private static Diagnostic Error(string file, int line, string message) => new(Severity.Error, new SourceLocation(file, line), message);
}
