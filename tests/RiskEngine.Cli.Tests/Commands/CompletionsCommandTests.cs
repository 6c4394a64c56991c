using System.Diagnostics;

namespace RiskEngine.Cli.Tests.Commands;

/// <summary>What shells offer while a command line is typed.</summary>
public sealed class CompletionsCommandTests
{
    private TestFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TestFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase("riskengine va", "validate")]
    [TestCase("riskengine import po", "positions")]
    [TestCase("riskengine run --measures", "--measures-only")]
    [TestCase("riskengine run scenarios/mine --on lo", "local")]
    [TestCase("riskengine run --paths 1000 --sampling so", "sobol")]
    [TestCase("riskengine completions f", "fish")]
    [TestCase("riskengine run scen", "")]
    [TestCase("riskengine run --out rep", "")]
    public void Bash_offers_what_fits(string typed, string expected)
    {
        if (!File.Exists("/bin/bash"))
            Assert.Ignore("there is no bash");
        folder.Write("script.sh", folder.Run("completions", "bash").Output);
        var words = typed.Split(' ');
        var setting = $"COMP_WORDS=({string.Join(' ', words)}); COMP_CWORD={words.Length - 1}";

        Assert.That(Bash($". ./script.sh; {setting}; _riskengine; echo \"${{COMPREPLY[*]}}\""), Is.EqualTo(expected));
    }

    [TestCase("bash", "--measures-only")]
    [TestCase("zsh", "--measures-only")]
    [TestCase("fish", "-l measures-only -d")]
    [TestCase("pwsh", "'--measures-only'")]
    public void Each_shell_gets_all_commands_and_their_options(string shell, string option)
    {
        var answer = folder.Run("completions", shell);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        foreach (var word in new[] { "validate", "backtest", "positions", option })
            Assert.That(answer.Output, Does.Contain(word));
    }

    [Test]
    public void Another_shell_is_refused()
    {
        var answer = folder.Run("completions", "fsh");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("unknown shell 'fsh' (did you mean 'fish'?); shells are: bash, zsh, fish, pwsh"));
    }

    private string Bash(string command)
    {
        using var process = Process.Start(
            new ProcessStartInfo("/bin/bash", ["-c", command])
            {
                WorkingDirectory = folder.PathOf("."),
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Trim();
    }
}
