namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>What is wrong with whole files, and with several at once: each error is told once, and nothing follows from it.</summary>
internal sealed class BadInputTests : BadInputs
{
    [Test]
    public void An_unknown_id_in_another_file_names_the_near_one() =>
        Assert.That(
            tiny.With(T, "factor: growth, size: 0.3", "factor: grwoth, size: 0.3").Errors(),
            Is.EqualTo(["theses/chips.yaml:16:33: exposure 'makers', 'factor': unknown factor 'grwoth' (did you mean 'growth'?)"])
        );

    [TestCase(S)]
    [TestCase(M)]
    [TestCase("portfolios/core.csv")]
    public void A_pipe_in_place_of_a_file_is_refused_unopened(string file)
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("pipes as POSIX has them");

        var error = tiny.WithPipe(file).Errors().Single();

        Assert.That(error, Does.EndWith($"'{file}' is a pipe: expected a regular file"));
    }

    [Test]
    public void The_same_id_in_two_files_is_a_duplicate() =>
        Assert.That(
            tiny.With(T, "  growth:\n", "  mood:\n")
                .With(T, "factor: growth, size", "factor: mood, size")
                .With(T, "factor: growth, above: 200", "factor: mood, above: 200")
                .With(T, "ratio: [growth, market]", "ratio: [mood, market]")
                .With(T, "factor: growth, at", "factor: mood, at")
                .With(S, "correlations.market.growth", "correlations.market.mood")
                .Errors(),
            Is.EqualTo(["theses/chips.yaml:7:3: duplicate factor, instrument or group id 'mood' (first at market.yaml:10:3)"])
        );

    [Test]
    public void A_file_that_is_no_yaml_brings_no_complaints_from_others() =>
        Assert.That(
            tiny.WithFile(M, "factors:\n  a: b: c\n").Errors(),
            Is.EqualTo(["market.yaml:2:7: not valid YAML: while scanning a plain scalar value, found invalid mapping"])
        );

    [Test]
    public void A_missing_file_brings_no_complaints_from_others() =>
        Assert.That(
            tiny.Without(T).Errors(),
            Is.EqualTo(["scenario.yaml:10:10: scenario, 'theses': the file 'theses/chips.yaml' does not exist"])
        );

    [Test]
    public void A_missing_scenario_is_told()
    {
        var nowhere = Path.Combine(tiny.Folder, "nowhere");
        var result = ScenarioReader.Read(nowhere, new ReadOptions { Kinds = TestKind.Catalogue });
        Assert.That(
            result.Errors.Single().ToString(),
            Is.EqualTo($"{nowhere}: error: expected a scenario folder or its scenario.yaml, found nothing there")
        );
    }

    [Test]
    public void A_folder_without_a_scenario_file_is_told()
    {
        Directory.CreateDirectory(tiny.Folder);
        var result = ScenarioReader.Read(tiny.Folder, new ReadOptions { Kinds = TestKind.Catalogue });
        Assert.That(
            result.Errors.Single().ToString(),
            Is.EqualTo($"{tiny.Folder}: error: scenario: the file 'scenario.yaml' does not exist")
        );
    }

    [TestCase(
        "risks.crash.probability=2",
        "--set risks.crash.probability=2: risk 'crash', 'probability': expected a number of 0 or more and below 1, found '2'"
    )]
    [TestCase(
        "factors.market.volatilty=0.2",
        "--set factors.market.volatilty=0.2: factor 'market': unknown key 'volatilty' (did you mean 'volatility'?)"
    )]
    [TestCase("market=other.yaml", "--set market=other.yaml: 'market': 'market' cannot be set")]
    public void A_bad_setting_is_told_at_the_option(string setting, string error) => Assert.That(tiny.Errors(setting), Is.EqualTo([error]));

    [Test]
    public void All_errors_of_all_files_come_out_at_once()
    {
        tiny.With(S, "short: 3m", "short: soon")
            .With(S, "risks.crash.probability: 0.6", "risks.crash.probability: high")
            .With(M, "volatility: 0.16", "volatility: -0.16")
            .With(M, "groups: [chips]", "groups: [chip]")
            .With(T, "verb: invest", "verb: invst")
            .With(T, "factor: growth, above: 200", "factor: grwth, above: 200")
            .With(R, "within: 2y", "within: 2 years")
            .WithFile("portfolios/core.csv", "instrument,quantity,price,currency\nalpha,0,x,USD\n")
            .WithFile("portfolios/wide.csv", "instrument,quantity,currency\nbeta,1,USD\n");
        Assert.That(
            tiny.Errors("costs=9"),
            Is.EqualTo([
                "--set costs=9: scenario, 'costs': expected a number from 0 to 0.2, found '9'",
                "market.yaml:7:17: factor 'market', 'volatility': expected a number from 0 to 5, found '-0.16'",
                "market.yaml:22:14: instrument 'alpha', 'groups': unknown group 'chip' (did you mean 'chips'?)",
                "portfolios/core.csv:2:7: quantity: expected a number other than 0, found '0'",
                "portfolios/core.csv:2:9: price: expected a number above 0, found 'x'",
                "portfolios/wide.csv:1:1: the column 'price' is missing: expected instrument, quantity, price, currency, found "
                    + "'instrument', 'quantity', 'currency'",
                "risks.yaml:7:13: risk 'crash', 'within': expected a tenor above 0 such as 10d, 6w, 3m or 2y, found '2 years'",
                "scenario.yaml:4:20: horizon 'short': expected a tenor above 0 such as 10d, 6w, 3m or 2y, found 'soon'",
                "scenario.yaml:20:32: risk 'crash', 'probability': expected a number of 0 or more and below 1, found 'high'",
                "theses/chips.yaml:18:74: recommendation 'buy-alpha', 'verb': unknown verb 'invst' (did you mean 'invest'?)",
                "theses/chips.yaml:23:75: prediction 'double', 'when', 'factor': unknown factor 'grwth' (did you mean 'growth'?)",
            ])
        );
    }
}
