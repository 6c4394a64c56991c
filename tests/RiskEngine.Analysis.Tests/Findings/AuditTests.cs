using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Analysis.Findings;

namespace RiskEngine.Analysis.Tests.Findings;

/// <summary>Expected figures are worked by hand, beside each case.</summary>
public sealed class AuditTests
{
    [Test]
    public void A_growth_that_the_table_does_not_give_contradicts()
    {
        // 680 / 440 - 1 = 0.5454...; the article claims 85%.
        var finding = Only(ArithmeticKind.Growth, [440, 680], claimed: 0.85);

        Assert.That(finding.Verdict, Is.EqualTo(Verdict.Contradicts));
        Assert.That(finding.Calculated, Is.EqualTo(6.0 / 11).Within(1e-15));
    }

    [Test]
    public void An_annual_growth_within_rounding_agrees()
    {
        // ln(220 / 85) / 5 = 0.190195..., and e to that is 1.209486: 21% to the nearest percent.
        var finding = Only(ArithmeticKind.AnnualGrowth, [85, 220, 5], claimed: 0.21);

        Assert.That(finding.Verdict, Is.EqualTo(Verdict.Agrees));
        Assert.That(finding.Calculated, Is.EqualTo(0.209486).Within(1e-6));
    }

    [TestCase(ArithmeticKind.Ratio, new[] { 330.0, 110.0 }, 3.0)]
    [TestCase(ArithmeticKind.Sum, new[] { 10.5, 20.25, 4.25 }, 35.0)]
    [TestCase(ArithmeticKind.Growth, new[] { 200.0, 150.0 }, -0.25)]
    [TestCase(ArithmeticKind.AnnualGrowth, new[] { 100.0, 121.0, 2.0 }, 0.10)]
    public void Each_calculation_is_the_one_its_name_says(ArithmeticKind kind, double[] figures, double expected)
    {
        var finding = Only(kind, figures, claimed: expected);

        Assert.That(finding.Calculated, Is.EqualTo(expected).Within(1e-14));
        Assert.That(finding.Verdict, Is.EqualTo(Verdict.Agrees));
    }

    [TestCase(0.51, Verdict.Agrees)] // 0.51 - 0.5 is above 0.01 in binary, and not in decimal
    [TestCase(0.49, Verdict.Agrees)]
    [TestCase(0.511, Verdict.Contradicts)]
    [TestCase(0.489, Verdict.Contradicts)]
    public void A_difference_of_exactly_the_tolerance_agrees(double claimed, Verdict expected) =>
        Assert.That(Only(ArithmeticKind.Ratio, [1, 2], claimed).Verdict, Is.EqualTo(expected));

    [Test]
    public void A_check_without_a_sum_is_stated_and_nothing_is_calculated()
    {
        var finding = Audit.Of([Thesis("a", Check("words", null))]).Single();

        Assert.That(finding.Verdict, Is.EqualTo(Verdict.Stated));
        Assert.That(finding.Calculated, Is.Null);
    }

    [Test]
    public void Findings_keep_the_order_of_theses_and_checks_and_know_their_thesis()
    {
        var findings = Audit.Of([Thesis("b", Check("z", null), Check("y", null)), Thesis("a", Check("x", null))]);

        Assert.That(findings.Select(f => $"{f.Thesis}/{f.Check.Id}"), Is.EqualTo(new[] { "b/z", "b/y", "a/x" }));
    }

    [TestCase(ArithmeticKind.Growth, new[] { 0.0, 1.0 })]
    [TestCase(ArithmeticKind.Growth, new[] { 1.0 })]
    [TestCase(ArithmeticKind.AnnualGrowth, new[] { -1.0, 2.0, 2.0 })]
    [TestCase(ArithmeticKind.AnnualGrowth, new[] { 1.0, 2.0 })]
    [TestCase(ArithmeticKind.Ratio, new[] { 1.0, 0.0 })]
    [TestCase(ArithmeticKind.Sum, new double[0])]
    public void Figures_that_do_not_suit_the_calculation_are_refused_by_name(ArithmeticKind kind, double[] figures) =>
        Assert.That(
            () => Only(kind, figures, 1),
            Throws.ArgumentException.With.Message.Contains("'a/sum'").And.Message.Contains("expects")
        );

    private static Finding Only(ArithmeticKind kind, double[] figures, double claimed) =>
        Audit.Of([Thesis("a", Check("sum", new Arithmetic(kind, figures, claimed, 0.01)))]).Single();

    private static Check Check(string id, Arithmetic? sum) =>
        new(new Id<Check>(id), LocalText.Same("says"), [new ClaimRef(new Id<Thesis>("a"), new Id<Claim>("c"))], sum);

    private static Thesis Thesis(string id, params Check[] checks) =>
        new()
        {
            Id = new Id<Thesis>(id),
            Article = new Article("title", "author", null, null, null),
            Summary = LocalText.Same("summary"),
            Claims = [],
            Checks = checks,
        };
}
