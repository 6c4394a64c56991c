using System.Text;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading.Editing;
using RiskEngine.Loading.Tests.Scenarios;

namespace RiskEngine.Loading.Tests.Editing;

/// <summary>What is written into the files is what --set does to one run.</summary>
internal sealed class ScenarioEditorTests
{
    private static readonly ReadOptions options = new()
    {
        Kinds = TestKind.Catalogue,
        Pricing = TestPricing.Catalogue,
        Measures = ["es95", "mean"],
    };

    private static readonly string[] settings =
    [
        "risks.crash.probability=0.25",
        "riskFreeRate=0.03",
        "factors.growth.realised={ pert: [0.5, 0.9, 1.2] }",
        "factors.mood.pricedIn=0.5",
        "correlations.mood.market=0.1",
        "convictions.invest.size=0.2",
        "convictions.bet.size=0.3",
        "recommendations.cut-beta.size=0.4",
        "instruments.start-up.exits.listing.multiple={ pert: [1, 3, 6] }",
        "risks.crash.effects.0.size=-0.4",
        "horizons.medium.tenor=13m",
    ];

    [Test]
    public void Saved_files_say_what_the_settings_say()
    {
        using var tiny = new TinyScenario();
        var set = tiny.Read(settings).Scenario!;
        var saved = Read(Edit(tiny, settings));

        Assert.That(Numbers(saved), Is.EquivalentTo(Numbers(set)));
        Assert.That(saved.Horizons, Is.EqualTo(set.Horizons));
        Assert.That(saved.Id.Value, Is.EqualTo("other"));
        Assert.That(saved.Name.Chinese, Is.EqualTo("另一个"));
    }

    [Test]
    public void Each_setting_alone_can_be_saved([ValueSource(nameof(settings))] string setting)
    {
        using var tiny = new TinyScenario();

        Assert.That(Numbers(Read(Edit(tiny, [setting]))), Is.EquivalentTo(Numbers(tiny.Read(setting).Scenario!)));
    }

    [Test]
    public void A_changed_number_was_set_by_hand_and_its_neighbours_keep_their_sources()
    {
        using var tiny = new TinyScenario();
        var before = tiny.Read().Scenario!.Ledger.ToDictionary(a => a.Path, a => a.Source);
        var after = Read(Edit(tiny, ["instruments.alpha.volatility=0.5", "factors.mood.halfLife=2", "risks.crash.probability=0.1"]))
            .Ledger.ToDictionary(a => a.Path, a => a.Source);
        string[] changed = ["instruments.alpha.volatility", "factors.mood.halfLife", "risks.crash.probability"];

        Assert.That(
            changed.Select(p => ((Judgement)after[p]).Reason.English),
            Is.EqualTo(new[] { "Set by hand; it was 0.45.", "Set by hand; it was 1.", "Set by hand; it was 0.3." })
        );
        Assert.That(after.Where(a => !changed.Contains(a.Key)), Is.EquivalentTo(before.Where(a => !changed.Contains(a.Key))));
    }

    [Test]
    public void All_that_is_not_changed_stays_as_it_is()
    {
        using var tiny = new TinyScenario().With("risks.yaml", "    recurs: true", "    recurs: true   # once is not enough");
        tiny.Read();
        var files = Edit(tiny, ["risks.crash.within=3y"]);
        var expected = tiny.TextOf("risks.yaml").Replace("within: 2y", "within: 3y", StringComparison.Ordinal);

        Assert.That(
            files["risks.yaml"]
                .Replace(
                    "within: { judgement: { en: \"Set by hand; it was 2y.\", zh-CN: \"手工设定，原为 2y。\" } }, ",
                    "",
                    StringComparison.Ordinal
                ),
            Is.EqualTo(expected)
        );
        Assert.That(files["market.yaml"], Is.EqualTo(tiny.TextOf("market.yaml")));
    }

    [Test]
    public void A_value_that_does_not_fit_is_refused_and_gives_no_files()
    {
        using var tiny = new TinyScenario();
        tiny.Read();
        var edit = new ScenarioEdit("other", new("Other", "另一个")) { Settings = ["risks.crash.probability=2"] };

        Assert.That(ScenarioEditor.Edit(new ScenarioSource(tiny.Folder), options, edit, out var found), Is.Null);
        Assert.That(found.Single(d => d.Severity == Abstractions.Diagnostics.Severity.Error).Message, Does.Contain("found '2'"));
    }

    [Test]
    public void A_value_is_no_way_to_write_another_line()
    {
        using var tiny = new TinyScenario();
        tiny.Read();
        var edit = new ScenarioEdit("other", new("\"Other\"\nid: mine", "另一个"))
        {
            Settings = ["risks.crash.within=\"2y\\nrecurs: false\""],
        };
        ScenarioEditor.Edit(new ScenarioSource(tiny.Folder), options, edit, out var found);

        Assert.That(found.Any(d => d.Severity == Abstractions.Diagnostics.Severity.Error), Is.True);
        Assert.That(Read(Edit(tiny, [], "\"Other\"\nid: mine")).Id.Value, Is.EqualTo("other"));
    }

    private static Dictionary<string, string> Edit(TinyScenario tiny, IReadOnlyList<string> set, string name = "Other")
    {
        tiny.Read();
        var edit = new ScenarioEdit("other", new(name, "另一个")) { Settings = set };
        var files = ScenarioEditor.Edit(new ScenarioSource(tiny.Folder), options, edit, out var found);
        Assert.That(files, Is.Not.Null, string.Join('\n', found));
        return files!.ToDictionary(f => f.Key, f => Encoding.UTF8.GetString(f.Value));
    }

    private static Scenario Read(Dictionary<string, string> files)
    {
        var read = ScenarioReader.Read(ScenarioSource.InMemory("other", files), options);
        Assert.That(read.Errors, Is.Empty);
        return read.Scenario!;
    }

    private static IEnumerable<(string, string)> Numbers(Scenario scenario) => scenario.Ledger.Select(a => (a.Path, a.Value));
}
