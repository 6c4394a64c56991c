using RiskEngine.Loading;
using RiskEngine.Loading.Editing;
using RiskEngine.Tests.Architecture;

namespace RiskEngine.Tests;

/// <summary>What a served page says of each value that may be changed, with all built-in kinds.</summary>
public sealed class KeyMeaningTests
{
    private static readonly ReadOptions options = new() { Kinds = StandardKinds.Factors, Pricing = StandardKinds.Pricing };

    [TestCase("ai-chips-2026")]
    [TestCase("bonds-options-fx")]
    [TestCase("reference-market")]
    public void Every_value_of_a_shipped_scenario_is_explained_in_both_languages(string scenario)
    {
        var keys = EditableKeys.Of(new ScenarioSource(Path.Combine(Layout.Root, "scenarios", scenario)), options);

        Assert.That(keys, Is.Not.Empty);
        Assert.That(
            keys.Where(k => k.Meaning.English.Length > 0 && k.Meaning.Chinese.Length == 0).Select(k => k.Meaning.English).Distinct(),
            Is.Empty
        );
    }
}
