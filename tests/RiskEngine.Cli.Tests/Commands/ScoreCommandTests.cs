using System.Text.Json;

namespace RiskEngine.Cli.Tests.Commands;

public sealed class ScoreCommandTests
{
    private const string Prediction = """

        predictions:
          calm: { name: The market is above 0.5, claim: size, date: 2026-06-30, when: { factor: market, above: 0.5 } }
          high: { name: The market is above 9, claim: size, date: 2026-12-31, when: { factor: market, above: 9 } }
          later: { name: The market is above 2, claim: size, date: 2027-12-31, when: { factor: market, above: 2 } }

        """;

    private TestFolder folder = null!;
    private string run = "";

    [SetUp]
    public void RunOnce()
    {
        folder = new TestFolder();
        TinyScenario.Write(folder, "tiny", ("medium: 12m", "medium: 12m, long: 36m"), ("\nchecks:", Prediction + "checks:"));
        var answer = folder.Run("run", "tiny", "--measures-only");
        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        run = answer.LastLine.Split('/')[^2];
    }

    [TearDown]
    public void CleanUp() => folder.Dispose();

    [Test]
    public void A_portfolio_s_profit_is_that_of_its_closes_and_of_cash_at_the_risk_free_rate()
    {
        // 600 of alpha, 400 of cash at 4%; alpha doubles by the first horizon and is at 1.5 by the second.
        Prices("2026-02-06,100", "2026-05-06,200", "2027-02-05,150");

        var answer = folder.Run("score", run, "prices.csv");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        using var found = Json("2027-02-05");
        var horizons = Horizons(found);
        Assert.That(horizons, Has.Length.EqualTo(1), "the second horizon ends a day after the prices");
        Assert.That(horizons[0].GetProperty("profit").GetDouble(), Is.EqualTo(0.6 * 2 + 0.4 * Math.Exp(0.04 * 89 / 365) - 1).Within(1e-12));
    }

    [Test]
    public void Its_place_among_the_paths_is_that_of_the_kept_outcomes()
    {
        Prices("2026-02-06,100", "2026-05-06,50");

        folder.Run("score", run, "prices.csv");

        using var found = Json("2026-05-06");
        var at = Horizons(found)[0];
        var profits = Outcomes().Single(c => c.Horizon == "short").Profits;
        var profit = at.GetProperty("profit").GetDouble();
        Assert.That(at.GetProperty("pit").GetDouble(), Is.EqualTo(profits.Count(p => p < profit) / 1000.0).Within(1e-12));
        // The definition, pair by pair.
        var spread = profits.SelectMany(_ => profits, (a, b) => Math.Abs((double)a - b)).Average();
        Assert.That(at.GetProperty("crps").GetDouble(), Is.EqualTo(profits.Average(p => Math.Abs(p - profit)) - spread / 2).Within(1e-9));
        Assert.That(at.GetProperty("isBreach").GetBoolean(), Is.True);
    }

    [Test]
    public void Predictions_are_decided_by_prices_of_their_factors_or_by_what_the_user_says()
    {
        folder.Write("prices.csv", "date,alpha,market\n2026-02-06,100,1\n2026-06-30,110,0.9\n2026-12-31,110,1.1\n");
        folder.Write("outcomes.csv", "thesis,prediction,outcome\nthesis,later,true\n");

        var answer = folder.Run("score", run, "prices.csv", "--outcomes", "outcomes.csv", "--record", "record.csv");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        using var found = Json("2026-12-31");
        var predictions = found.RootElement.GetProperty("predictions").EnumerateArray().ToArray();
        Assert.That(
            predictions.Select(p => (p.GetProperty("id").GetString(), p.GetProperty("outcome").GetBoolean())),
            Is.EqualTo(new[] { ("calm", true), ("high", false), ("later", true) })
        );
        foreach (var p in predictions)
        {
            var (probability, outcome) = (p.GetProperty("probability").GetDouble(), p.GetProperty("outcome").GetBoolean() ? 1 : 0);
            Assert.That(p.GetProperty("brier").GetDouble(), Is.EqualTo(Math.Pow(probability - outcome, 2)).Within(1e-12));
        }

        Assert.That(folder.Read("record.csv").Split('\n')[1], Does.StartWith($"2026-06-30,not named,thesis,thesis/size,calm,{run},"));
    }

    [Test]
    public void What_is_not_decided_is_said_and_not_recorded()
    {
        Prices("2026-02-06,100", "2027-01-04,110");

        var answer = folder.Run("score", run, "prices.csv", "--record", "record.csv");

        Assert.That(answer.Output, Does.Contain("thesis/calm").And.Contain("nobody says").And.Contain("1 prediction still to come"));
        Assert.That(folder.Read("record.csv").TrimEnd().Split('\n'), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_record_keeps_what_it_has_and_takes_each_prediction_once()
    {
        folder.Write(
            "record.csv",
            "date,author,thesis,claim,prediction,run,probability,outcome\n2020-01-01,\"Doe, Jane\",old,old/a,b,0123,0.25,false\n"
        );
        folder.Write("prices.csv", "date,alpha,market\n2026-02-06,100,1\n2026-06-30,110,0.9\n");

        folder.Run("score", run, "prices.csv", "--record", "record.csv");
        var first = folder.Read("record.csv");
        folder.Run("score", run, "prices.csv", "--record", "record.csv");

        Assert.That(folder.Read("record.csv"), Is.EqualTo(first));
        Assert.That(first.Split('\n')[1], Is.EqualTo("2020-01-01,\"Doe, Jane\",old,old/a,b,0123,0.25,false"));
        Assert.That(first.TrimEnd().Split('\n'), Has.Length.EqualTo(3));
    }

    [Test]
    public void A_portfolio_without_all_closes_is_named()
    {
        folder.Write("prices.csv", "date,other\n2026-02-06,100\n2026-05-06,100\n");

        var answer = folder.Run("score", run, "prices.csv");

        Assert.That(answer.Output, Does.Contain("core: not scored, for there is no close of alpha"));
    }

    [TestCase("thesis,prediction,outcome\nthesis,calm,maybe\n", "outcomes.csv:2:13: error: outcome: expected true or false, found 'maybe'")]
    [TestCase("thesis,prediction,outcome\nthesis,nothing,true\n", "unknown prediction of thesis 'nothing'; there are: calm, high, later")]
    [TestCase("prediction,outcome\ncalm,true\n", "expected the header thesis,prediction,outcome")]
    [TestCase("thesis,prediction,outcome\nthesis,calm,true\nthesis,calm,false\n", "found a second one")]
    public void Outcomes_that_cannot_be_used_are_refused_with_their_place(string content, string error)
    {
        Prices("2026-02-06,100", "2026-05-06,110");
        folder.Write("outcomes.csv", content);

        var answer = folder.Run("score", run, "prices.csv", "--outcomes", "outcomes.csv");

        Assert.That((answer.Code, folder.Has("reports/scores")), Is.EqualTo((ExitCode.BadInput, false)));
        Assert.That(answer.Error, Does.Contain(error));
    }

    [Test]
    public void A_record_of_another_shape_is_not_overwritten()
    {
        Prices("2026-02-06,100", "2026-05-06,110");
        folder.Write("record.csv", "my own notes\n");

        var answer = folder.Run("score", run, "prices.csv", "--record", "record.csv");

        Assert.That((answer.Code, folder.Read("record.csv")), Is.EqualTo((ExitCode.BadInput, "my own notes\n")));
    }

    private void Prices(params string[] rows) => folder.Write("prices.csv", $"date,alpha\n{string.Join('\n', rows)}\n");

    private JsonDocument Json(string until) => JsonDocument.Parse(folder.Read($"reports/scores/{run}-{until}/score.json"));

    private static JsonElement[] Horizons(JsonDocument found) =>
        [.. found.RootElement.GetProperty("portfolios")[0].GetProperty("horizons").EnumerateArray()];

    /// <summary>The columns of the base case as held, in a reader of its own.</summary>
    private IEnumerable<(string Horizon, float[] Profits)> Outcomes()
    {
        var bytes = File.ReadAllBytes(folder.PathOf($"reports/tiny/{run}/outcomes/base.profits.npy"));
        var values = bytes.AsSpan(10 + BitConverter.ToUInt16(bytes, 8)).ToArray();
        return folder
            .Read($"reports/tiny/{run}/outcomes/columns.csv")
            .Split('\n')
            .Select(line => line.Split(','))
            .Where(cells => cells is ["base", _, _, "as-held", ..])
            .Select(cells =>
                (
                    cells[4],
                    Enumerable
                        .Range(0, 1000)
                        .Select(i => BitConverter.ToSingle(values, (int.Parse(cells[1]) * 1000 + i) * sizeof(float)))
                        .ToArray()
                )
            );
    }
}
