using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Loading.Batches;

namespace RiskEngine.Loading.Tests.Batches;

internal sealed class BatchReaderTests
{
    private string folder = "";

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("riskengine-batch-").FullName;

    [TearDown]
    public void Clear() => Directory.Delete(folder, recursive: true);

    private (BatchFile? Batch, string[] Errors) Read(string text)
    {
        var path = Path.Combine(folder, "bubble.batch.yaml");
        File.WriteAllText(path, text);
        var found = new DiagnosticBag();
        var batch = BatchReader.Read(path, "bubble.batch.yaml", ["mean", "es95"], found);
        return (batch, [.. found.Sorted().Select(d => d.ToString())]);
    }

    [Test]
    public void A_batch_says_what_is_varied_and_of_what()
    {
        var (batch, errors) = Read(
            """
            name: { en: Bubble, zh-CN: 泡沫 }
            scenarios: [a, ../b]
            cases: [base, bear]
            portfolios: core
            seeds: [1, 18446744073709551615]
            paths: 5000
            sampling: sobol
            measures: [es95]
            sweep:
              riskFreeRate: { from: 0.01, to: 0.04, step: 0.01 }
              risks.bust.probability: { from: 0, to: 1, count: 3 }
              recommendations.buy.verb: [bet, invest]
            """
        );

        Assert.That(errors, Is.Empty);
        Assert.That(batch!.Id, Is.EqualTo("bubble"));
        Assert.That(batch.Scenarios.Select(s => s.Path), Is.EqualTo(new[] { "a", "../b" }));
        Assert.That(batch.Cases.Select(c => c.Id), Is.EqualTo(new[] { "base", "bear" }));
        Assert.That(batch.Seeds, Is.EqualTo(new[] { 1UL, ulong.MaxValue }));
        Assert.That(batch.Sweep[0].Values, Is.EqualTo(new[] { "0.01", "0.02", "0.03", "0.04" }), "steps do not add up rounding errors");
        Assert.That(batch.Sweep[1].Values, Is.EqualTo(new[] { "0", "0.5", "1" }));
        Assert.That(batch.Sweep[2].Values, Is.EqualTo(new[] { "bet", "invest" }));
    }

    [Test]
    public void A_design_of_points_takes_ranges_and_distributions()
    {
        var (batch, errors) = Read(
            """
            scenarios: a
            sweep:
              riskFreeRate: { from: 0.01, to: 0.04 }
              risks.bust.probability: { pert: [0.1, 0.2, 0.5] }
            design: { kind: latin-hypercube, points: 100, seed: 4 }
            """
        );

        Assert.That(errors, Is.Empty);
        Assert.That(batch!.Sweep.Select(s => s.Range), Is.EqualTo(new Parameter[] { new Uniform(0.01, 0.04), new Pert(0.1, 0.2, 0.5) }));
        Assert.That((batch.Design, batch.Points, batch.DesignSeed), Is.EqualTo((DesignKind.LatinHypercube, 100, 4UL)));
    }

    [TestCase("scenarios: a\nsweeps: {}", "2:1", "unknown key 'sweeps' (did you mean 'sweep'?)")]
    [TestCase("sweep: { a: [1] }", "1:1", "'scenarios' is missing")]
    [TestCase("scenarios: []", "1:12", "expected at least one item")]
    [TestCase("scenarios: [a, a]", "1:16", "'a' stands twice")]
    [TestCase("scenarios: a\nmeasures: [es96]", "2:12", "unknown measure 'es96' (did you mean 'es95'?)")]
    [TestCase("scenarios: a\npaths: 10", "2:8", "from 1000")]
    [TestCase("scenarios: a\nseeds: [1, 1]", "2:12", "different whole numbers")]
    [TestCase("scenarios: a\nsweep: { b: [] }", "2:13", "expected at least one value")]
    [TestCase("scenarios: a\nsweep: { b: { from: 1, to: 1, count: 3 } }", "2:28", "expected a number above 'from'")]
    [TestCase("scenarios: a\nsweep: { b: { from: 1, to: 2, count: 3, step: 1 } }", "2:10", "found both")]
    [TestCase("scenarios: a\nsweep: { b: { from: 0, to: 2, step: 0.00000001 } }", "2:37", "at most 100000 values")]
    [TestCase("scenarios: a\nsweep: { b: { from: 1, to: 2 } }", "2:10", "expected a list, or a range with 'count' or 'step'")]
    [TestCase("scenarios: a\nsweep: { b: { pert: [0, 1, 2] } }", "2:10", "a design with points")]
    [TestCase("scenarios: a\nsweep: { b: { pert: [0, 1] } }", "2:21", "expected pert: [low, mode, high]")]
    [TestCase("scenarios: a\nsweep: { b: [1, 2] }\ndesign: { kind: sobol, points: 8 }", "2:10", "expected a range or a distribution")]
    [TestCase("scenarios: a\ndesign: { kind: sobol }", "2:9", "'points' is missing")]
    [TestCase("scenarios: a\ndesign: { kind: grid, points: 3 }", "2:9", "'points' belongs to")]
    [TestCase("scenarios: a\ndesign: { kind: sobl, points: 3 }", "2:17", "sobol")]
    [TestCase("scenarios: a\nsensitivity: { measure: es59 }", "2:25", "unknown measure 'es59'")]
    [TestCase("scenarios: a\nsensitivity: { measure: es95, points: 100 }", "2:39", "a power of two")]
    [TestCase("scenarios: a\nsensitivity: { measure: es95 }\nsweep: { b: [1] }", "3:10", "expected a range or a distribution")]
    [TestCase("", "1:1", "the file is empty")]
    public void What_is_wrong_is_told_with_its_place(string text, string place, string problem)
    {
        var (batch, errors) = Read(text);

        Assert.That(batch, Is.Null);
        Assert.That(errors[0], Does.StartWith($"bubble.batch.yaml:{place}: error: ").And.Contain(problem));
    }

    [Test]
    public void All_errors_come_out_at_once() =>
        Assert.That(Read("scenarios: [a, a]\npaths: 10\nmeasures: es96\nnaem: x").Errors, Has.Length.EqualTo(4));

    [Test]
    public void A_batch_is_a_file_of_its_name_or_a_folder_that_is_no_scenario()
    {
        Directory.CreateDirectory(Path.Combine(folder, "both"));
        Directory.CreateDirectory(Path.Combine(folder, "batch"));
        foreach (var file in new[] { "both/scenario.yaml", "both/batch.yaml", "batch/batch.yaml", "x.batch.yaml" })
            File.WriteAllText(Path.Combine(folder, file), "");
        string? Of(string path) => BatchReader.FileOf(Path.Combine(folder, path)) is { } found ? Path.GetRelativePath(folder, found) : null;

        Assert.That(Of("both"), Is.Null);
        Assert.That(Of("both/scenario.yaml"), Is.Null);
        Assert.That(Of("both/batch.yaml"), Is.EqualTo("both/batch.yaml"));
        Assert.That(Of("batch"), Is.EqualTo("batch/batch.yaml"));
        Assert.That(Of("x.batch.yaml"), Is.EqualTo("x.batch.yaml"));
        Assert.That(Of("nothing"), Is.Null);
    }
}
