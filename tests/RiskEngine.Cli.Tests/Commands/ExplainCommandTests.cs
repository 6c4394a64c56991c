namespace RiskEngine.Cli.Tests.Commands;

public sealed class ExplainCommandTests
{
    [Test]
    public void It_says_what_is_simulated_and_where_returns_come_from()
    {
        using var folder = new TestFolder();
        TinyScenario.Write(folder, "tiny", ("name: Alpha", "name: '[b]Alpha'"), ("name: Crash", "name: '[Crash]'"));

        var answer = folder.Run("explain", "tiny", "--paths", "1000");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Output, Does.Contain("1,000 paths of 1 factor and 2 instruments in steps of 1m, for 2 cases."));
        Assert.That(answer.Output, Does.Contain("following the one recommendation that trades"));
        Assert.That(answer.Output, Does.Contain("factors.market.drift: ").And.Contain("-> 0.2"));
        Assert.That(answer.Output, Does.Contain("alpha 100%"), "what is bought");
        Assert.That(answer.Output, Does.Contain("[Crash]"));
        Assert.That(answer.Output, Does.Contain("chips: −30.0% on average"));
        Assert.That(answer.Output, Does.Contain("judgement: a test").And.Contain("judgement: volatility 0.4, market 1.5"));
        // alpha: premium 1.5 x 0.045 = 6.75%; factors 1.5 x 0.16 = 24%; own sqrt(0.4^2 - 0.24^2) = 32%
        Assert.That(answer.Output, Does.Match(@"alpha +\S+% ±\S+ +4\.0% +6\.8% +0\.0% "));
        Assert.That(answer.Output, Does.Match(@"alpha +40\.0% +24\.0% +32\.0% "));
        Assert.That(folder.Has("reports"), Is.False, "nothing is written");
    }

    [Test]
    public void It_opens_with_ten_lines_and_shows_the_section_that_is_asked_for()
    {
        using var folder = new TestFolder();
        TinyScenario.Write(folder);

        var answer = folder.Run("explain", "tiny", "--section", "sources");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        var summary = answer
            .Output.Split('\n')
            .SkipWhile(l => !l.StartsWith("In short: Tiny"))
            .Skip(1)
            .TakeWhile(l => l.Trim() != "")
            .ToArray();
        Assert.That(summary, Has.Length.EqualTo(10));
        Assert.That(
            string.Join('\n', summary),
            Does.Contain("Cases: base, bull.")
                .And.Contain("core (1,000 USD)")
                .And.Contain("crash 30%")
                .And.Contain("8 by judgement, 1 not stated")
        );
        Assert.That(answer.Output, Does.Contain("Where they come from").And.Not.Contain("Expected return a year"));
    }

    [Test]
    public void One_instrument_is_shown_with_who_holds_it_and_what_hits_it()
    {
        using var folder = new TestFolder();
        TinyScenario.Write(folder);

        var answer = folder.Run("explain", "tiny", "--instrument", "alpha", "--paths", "1000");

        Assert.That(answer.Output, Does.Contain("Held: core 60.0%. Advised: buy-alpha. Hit by: crash 30%."));
        Assert.That(answer.Output, Does.Contain("exposures.market").And.Not.Contain("cash"));
        Assert.That(
            folder.Run("explain", "tiny", "--instrument", "alphaa").Error,
            Does.Contain("--instrument: unknown instrument 'alphaa' (did you mean 'alpha'?); instruments are: alpha, cash")
        );
    }

    [Test]
    public void Bad_input_is_refused_as_by_run()
    {
        using var folder = new TestFolder();
        TinyScenario.Write(folder, "tiny", ("volatility: 0.4", "volatility: high"));

        var answer = folder.Run("explain", "tiny");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("tiny/market.yaml:9:").And.EndWith("1 error; nothing was written\n"));
    }
}
