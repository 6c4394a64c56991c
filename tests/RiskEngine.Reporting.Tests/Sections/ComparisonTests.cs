using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Tests.Sections;

/// <summary>
/// The words follow from the rule: one point of mean profit, a tenth of the ES as held (here 3 points), and beyond sampling error.
/// </summary>
internal sealed class ComparisonTests
{
    private static readonly MeasureSet held = new(MeasureKinds.All.Select(kind => KeyValuePair.Create(kind, Estimate.Normal(0.3, 0.001))));

    [TestCase(-0.005, -0.018, "changes little")]
    [TestCase(-0.003, 0.05, "earns about the same at more risk")]
    [TestCase(0.009, -0.05, "earns about the same at less risk")]
    [TestCase(0.02, -0.05, "earns more at less risk")]
    [TestCase(0.02, 0, "earns more at about the same risk")]
    [TestCase(0.02, 0.05, "earns more at more risk")]
    [TestCase(-0.02, -0.05, "earns less at less risk")]
    [TestCase(-0.02, 0.029, "earns less at about the same risk")]
    [TestCase(-0.02, 0.031, "earns less at more risk")]
    public void Words_follow_both_effects(double mean, double tail, string expected) =>
        Assert.That(Comparison.Of(Effect(mean, tail, 0.0005), held).English, Is.EqualTo(expected));

    [TestCase(0.02, 0.0, 0.02, Description = "the interval of the mean holds zero")]
    [TestCase(0.0, 0.0, 0.02, Description = "the mean may well have changed")]
    public void Too_few_paths_are_said_to_be_too_few(double mean, double tail, double error) =>
        Assert.That(Comparison.Of(Effect(mean, tail, error), held).English, Does.Contain("too few to tell"));

    [TestCase(0.05, 1)]
    [TestCase(-0.05, -1)]
    [TestCase(0.02, 0)]
    public void The_tail_has_a_direction_only_where_it_changes_more_than_a_little(double tail, int sign) =>
        Assert.That(Comparison.TailSign(Effect(0, tail, 0.0005), held), Is.EqualTo(sign));

    private static Effect Effect(double mean, double tail, double error) =>
        new(Estimate.Normal(mean, error), Estimate.Normal(tail, error), Estimate.Normal(0, error));
}
