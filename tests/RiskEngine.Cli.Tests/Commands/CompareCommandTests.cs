using System.Text.Json;

namespace RiskEngine.Cli.Tests.Commands;

public sealed class CompareCommandTests
{
    private TestFolder folder = null!;
    private string first = "";

    [SetUp]
    public void RunOnce()
    {
        folder = new TestFolder();
        first = Run();
    }

    [TearDown]
    public void CleanUp() => folder.Dispose();

    [Test]
    public void A_run_keeps_copies_of_its_inputs_from_which_it_is_made_again()
    {
        Assert.That(
            folder.FilesIn($"reports/tiny/{first}/inputs/tiny"),
            Is.EqualTo(new[] { "core.csv", "market.yaml", "risks.yaml", "scenario.yaml", "thesis.yaml" })
        );

        var again = folder.Run("run", $"reports/tiny/{first}/inputs/tiny", "--measures-only", "--out", "again");

        Assert.That(again.LastLine, Does.Contain($"again/tiny/{first}/"));
        Assert.That(folder.Read($"again/tiny/{first}/measures.csv"), Is.EqualTo(folder.Read($"reports/tiny/{first}/measures.csv")));
    }

    [Test]
    public void A_run_held_against_itself_differs_in_nothing()
    {
        var answer = folder.Run("compare", first, first);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Output, Does.Contain("Nothing differs that went into the runs.").And.Not.Contain("changed"));
    }

    [Test]
    public void One_change_gets_the_whole_difference_and_is_named()
    {
        var second = Run(("volatility: 0.4\n", "volatility: 0.6\n"));

        var answer = folder.Run("compare", first, second, "--paths", "1000");

        Assert.That(answer.Output, Does.Contain("File market.yaml: instruments.alpha.volatility: '0.4' became '0.6'"));
        using var found = Json(first, second);
        var attribution = found.RootElement.GetProperty("attribution");
        Assert.That(Words(attribution.GetProperty("changed")), Is.EqualTo(new[] { "market" }));
        // Simulated again on the paths of the reports: the shares add up to what the reports say.
        foreach (var shares in attribution.GetProperty("shares").EnumerateArray())
        {
            var variant = shares.GetProperty("variant").GetString()!;
            Assert.That(Es95(shares.GetProperty("parts")[0]), Is.EqualTo(Es95(shares.GetProperty("total"))).Within(1e-12));
            Assert.That(Es95(shares.GetProperty("total")), Is.EqualTo(Difference(found, variant, "es95")).Within(1e-6));
        }
    }

    [Test]
    public void Shares_of_several_changes_add_up_to_the_whole()
    {
        var second = Run(("volatility: 0.4\n", "volatility: 0.5\n"), ("probability: 0.3", "probability: 0.6"), ("alpha,6,", "alpha,9,"));

        var answer = folder.Run("compare", $"tiny/{first}", $"reports/tiny/{second}", "--paths", "2000");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        using var found = Json(first, second);
        var attribution = found.RootElement.GetProperty("attribution");
        Assert.That(Words(attribution.GetProperty("changed")), Is.EqualTo(new[] { "market", "risks", "portfolios" }));
        foreach (var shares in attribution.GetProperty("shares").EnumerateArray())
        {
            Assert.That(
                shares.GetProperty("parts").EnumerateArray().Sum(Es95),
                Is.EqualTo(Es95(shares.GetProperty("total"))).Within(1e-12)
            );
        }
    }

    [Test]
    public void Common_random_numbers_tell_a_small_change_from_noise()
    {
        var second = Run(("volatility: 0.4\n", "volatility: 0.41\n"));

        folder.Run("compare", first, second, "--figures-only");

        using var found = Json(first, second);
        var figure = Figure(found, "as-held", "es95");
        var (each, difference) = (Error(figure, "before"), Error(figure, "difference"));
        Assert.That(figure.GetProperty("isPaired").GetBoolean(), Is.True);
        Assert.That(difference, Is.LessThan(each / 5));
        Assert.That(figure.GetProperty("isNoise").GetBoolean(), Is.False);
    }

    [Test]
    public void With_another_seed_the_error_is_that_of_two_runs_and_the_difference_is_noise()
    {
        folder.Run("run", "tiny", "--measures-only", "--seed", "8");
        var second = Directory.GetDirectories(folder.PathOf("reports/tiny")).Select(d => Path.GetFileName(d)!).Single(r => r != first);

        var answer = folder.Run("compare", first, second);

        using var found = Json(first, second);
        var figure = Figure(found, "as-held", "mean");
        Assert.That(figure.GetProperty("isPaired").GetBoolean(), Is.False);
        Assert.That(
            Error(figure, "difference"),
            Is.EqualTo(Math.Sqrt(Math.Pow(Error(figure, "before"), 2) + Math.Pow(Error(figure, "after"), 2))).Within(1e-12)
        );
        Assert.That(answer.Output.ReplaceLineEndings(" "), Does.Contain("These differ and are not switched").And.Contain("seed"));
        Assert.That(found.RootElement.GetProperty("attribution").GetProperty("changed").GetArrayLength(), Is.Zero);
    }

    [Test]
    public void Groups_that_need_each_other_are_switched_as_one()
    {
        var second = Run(
            (
                "  cash: { name: Cash, kind: cash }",
                "  cash: { name: Cash, kind: cash }\n  beta: { name: Beta, kind: equity, volatility: 0.3, source: { judgement: a test } }"
            ),
            ("alpha,6,", "beta,1,50,USD\nalpha,6,")
        );

        var answer = folder.Run("compare", first, second, "--paths", "1000");

        Assert.That(answer.Output.ReplaceLineEndings(" "), Does.Contain("Market and Portfolios cannot be switched without each other"));
        using var found = Json(first, second);
        Assert.That(found.RootElement.GetProperty("attribution").GetProperty("parts").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public void Without_copies_the_reason_is_said_and_the_figures_are_compared_all_the_same()
    {
        var second = Run(("probability: 0.3", "probability: 0.6"));
        Directory.Delete(folder.PathOf($"reports/tiny/{first}/inputs"), recursive: true);

        var answer = folder.Run("compare", first, second);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done));
        Assert.That(
            answer.Output.ReplaceLineEndings(" "),
            Does.Contain($"Inputs were not switched: run {first} kept no copies of its inputs.").And.Contain("File risks.yaml: differs")
        );
    }

    [Test]
    public void What_went_in_is_text_on_the_page()
    {
        var second = Run(("name: Tiny", "name: \"<script>alert(1)</script>\""));

        folder.Run("compare", first, second, "--figures-only");

        var page = folder.Read($"reports/comparisons/{first}-{second}/comparison.html");
        Assert.That(page, Does.Contain("&lt;script&gt;alert(1)&lt;/script&gt;").And.Not.Contain("<script>alert(1)"));
        Assert.That(folder.Read($"reports/comparisons/{first}-{second}/comparison.zh-CN.md"), Does.Contain("两次运行"));
    }

    [TestCase("nothing", "expected a run's folder or the id of a run, found 'nothing'")]
    [TestCase("", "found nothing")]
    public void A_run_that_is_not_there_is_an_error(string given, string error) =>
        Assert.That(folder.Run("compare", first, given).Error, Does.Contain(error));

    private string Run(params (string Before, string After)[] changes)
    {
        TinyScenario.Write(folder, "tiny", changes);
        var answer = folder.Run("run", "tiny", "--measures-only");
        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        return answer.LastLine.Split('/')[^2];
    }

    private JsonDocument Json(string before, string after) =>
        JsonDocument.Parse(folder.Read($"reports/comparisons/{before}-{after}/comparison.json"));

    private static JsonElement Figure(JsonDocument found, string variant, string measure) =>
        found
            .RootElement.GetProperty("figures")
            .EnumerateArray()
            .First(f =>
                f.GetProperty("variant").GetString() == variant
                && f.GetProperty("measure").GetString() == measure
                && f.GetProperty("horizon").GetString() == "medium"
            );

    private static double Difference(JsonDocument found, string variant, string measure) =>
        Figure(found, variant, measure).GetProperty("difference").GetProperty("value").GetDouble();

    private static double Error(JsonElement figure, string of) => figure.GetProperty(of).GetProperty("standardError").GetDouble();

    private static double Es95(JsonElement effect) => effect.GetProperty("es95").GetProperty("value").GetDouble();

    private static string[] Words(JsonElement list) => [.. list.EnumerateArray().Select(w => w.GetString()!)];
}
