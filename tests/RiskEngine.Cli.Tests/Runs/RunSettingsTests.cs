using RiskEngine.Cli.Runs;
using RiskEngine.Reporting;

namespace RiskEngine.Cli.Tests.Runs;

public sealed class RunSettingsTests
{
    [Test]
    public void The_command_names_what_changes_results_and_quotes_for_the_shell()
    {
        var settings = Settings with
        {
            Cases = ["bull"],
            Paths = 5000,
            Seed = 3,
            Set = ["risks.crash.effects.0.size={ uniform: [-0.5, -0.2] }", "a=it's"],
            Outcomes = OutcomeFormat.Csv,
            Threads = 2,
            Quiet = true,
        };

        Assert.That(
            settings.CommandFor("scenarios/x"),
            Is.EqualTo(
                "riskengine run scenarios/x --case bull --paths 5000 --seed 3 --set 'risks.crash.effects.0.size={ uniform: [-0.5, -0.2] }' "
                    + @"--set 'a=it'\''s' --outcomes csv"
            )
        );
    }

    [Test]
    public void Nothing_given_is_nothing_said() =>
        Assert.That(Settings.CommandFor("my scenario"), Is.EqualTo("riskengine run 'my scenario'"));

    private static RunSettings Settings =>
        new()
        {
            Scenarios = [],
            Cases = [],
            Out = "reports",
            Set = [],
        };
}
