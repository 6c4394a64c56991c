using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Abstractions.Tests.Diagnostics;

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
        {
            Assert.That(
                shown[20].ToString(),
                Is.EqualTo("a.yaml:21: error: expected a key, found 'x21' (number 21); and 4979 more of this kind")
            );
        }
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
    public void Kinds_without_number_are_listed_up_to_a_cap_in_all()
    {
        var findings = Enumerable
            .Range(0, 1_000)
            .Select(i => Error("a.yaml", i + 1, $"kind {(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676))}"))
            .ToList();

        var shown = FindingLimit.Apply(findings);

        Assert.That(shown, Has.Count.EqualTo(FindingLimit.MostInAll + 1));
        Assert.That(shown[^1].Message, Does.EndWith("; and 799 more of other kinds"));
        Assert.That(shown.Sum(f => f.Count), Is.EqualTo(1_000));
    }

    [Test]
    public void A_bag_counts_what_it_does_not_keep_and_each_finding_once()
    {
        var bag = new DiagnosticBag();
        for (var again = 0; again < 2; again++)
        {
            for (var i = 1; i <= 5_000; i++)
                bag.Error(new SourceLocation("a.yaml", i), $"expected a key, found 'x{i}'");
        }

        var shown = FindingLimit.Apply(bag.Sorted());

        Assert.That(shown, Has.Count.EqualTo(21));
        Assert.That(shown.Take(20).Select(f => f.Location.Line), Is.EqualTo(Enumerable.Range(1, 20)));
        Assert.That(shown[20].Message, Is.EqualTo("expected a key, found 'x21'; and 4979 more of this kind"));
        Assert.That(FindingLimit.Apply(shown), Is.EqualTo(shown), "what is short stays");
    }

    [Test]
    public void A_bag_that_takes_what_another_kept_counts_all_of_it()
    {
        var (inner, outer) = (new DiagnosticBag(), new DiagnosticBag());
        for (var i = 1; i <= 5_000; i++)
            inner.Error(new SourceLocation("a.csv", i), $"expected a price, found 'x{i}'");
        foreach (var finding in inner.Sorted())
            outer.Add(finding);

        Assert.That(outer.Sorted().Sum(f => f.Count), Is.EqualTo(5_000));
    }

    private static Diagnostic Error(string file, int line, string message) => new(Severity.Error, new SourceLocation(file, line), message);
}
