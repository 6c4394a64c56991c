using RiskEngine.Loading.Editing;
using RiskEngine.Loading.Tests.Scenarios;

namespace RiskEngine.Loading.Tests.Editing;

/// <summary>What may be changed is what --set takes, told by the keys' specs.</summary>
internal sealed class EditableKeysTests
{
    private static readonly ReadOptions options = new() { Kinds = TestKind.Catalogue, Pricing = TestPricing.Catalogue };

    [Test]
    public void Every_number_of_the_ledger_may_be_changed_and_stands_there_as_in_the_file()
    {
        using var tiny = new TinyScenario();
        // Predictions and indicators are no settings.
        var ledger = tiny.Read().Scenario!.Ledger.Where(a => a.Section is not ("predictions" or "indicators")).ToList();
        var keys = EditableKeys.Of(new ScenarioSource(tiny.Folder), options).ToDictionary(k => k.Path, k => k.Value);

        Assert.That(ledger, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (var number in ledger)
                Assert.That(keys.GetValueOrDefault(number.Path)?.Trim('{', '}', ' ', ']'), Is.EqualTo(Flow(number.Value)), number.Path);
        });
    }

    /// <summary>The ledger writes a distribution as <c>pert 1, 2, 5</c>.</summary>
    private static string Flow(string value) =>
        value.Contains(',', StringComparison.Ordinal)
            ? value.Replace(value.Split(' ')[0], $"{value.Split(' ')[0]}: [").Replace("[ ", "[")
            : value;

    [Test]
    public void Every_key_that_is_listed_can_be_set_to_what_it_is()
    {
        using var tiny = new TinyScenario();
        tiny.Read();
        var keys = EditableKeys.Of(new ScenarioSource(tiny.Folder), options).ToList();

        Assert.That(keys, Has.Count.GreaterThan(40));
        Assert.That(tiny.Errors([.. keys.Select(k => $"{k.Path}={k.Value}")]), Is.Empty);
    }

    [Test]
    public void A_key_says_what_its_spec_says()
    {
        using var tiny = new TinyScenario();
        tiny.Read();
        var keys = EditableKeys.Of(new ScenarioSource(tiny.Folder), options).ToDictionary(k => k.Path);

        var probability = keys["risks.crash.probability"];
        Assert.That(probability.Accepted, Is.EqualTo("0 to below 1"));
        Assert.That(probability.ItemName.English, Is.EqualTo("Crash"));
        Assert.That(probability.IsDefault, Is.False);
        Assert.That(probability.Meaning.Chinese, Does.StartWith("在时间窗内至少发生一次的概率"));
        Assert.That(keys["risks.crash.recurs"].Words, Is.EqualTo(new[] { "true", "false" }));
        Assert.That(keys["riskFreeRate"].Unit, Is.EqualTo("a year"));
        Assert.That(keys["factors.mood.pricedIn"].IsDefault, Is.True);
        Assert.That(keys["factors.mood.pricedIn"].Value, Is.EqualTo("1"));
    }
}
