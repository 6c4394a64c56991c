using System.Diagnostics;
using RiskEngine.Cli;

namespace RiskEngine.Acceptance.Tests.Hosting;

/// <summary>
/// The program as a process: signals, streams that are closed, and plug-ins that end it. Only where there is a POSIX shell.
/// </summary>
public sealed class ProcessTests
{
    private static readonly string program = Path.ChangeExtension(typeof(CommandLine).Assembly.Location, ".dll");
    private string folder = "";

    [SetUp]
    public void Make_a_folder_of_its_own()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("signals and shells as POSIX has them");
        folder = Directory.CreateTempSubdirectory("riskengine").FullName;
    }

    [TearDown]
    public void Remove_it()
    {
        if (folder.Length > 0)
            Directory.Delete(folder, recursive: true);
    }

    [TestCase("TERM", 1)]
    [TestCase("TERM", 2)]
    [TestCase("INT", 3)]
    public void Signals_cancel_a_run_and_leave_nothing(string signal, int times)
    {
        var (exit, _, error) = Shell(
            $"""
            set -m # else the shell starts what is in the background with SIGINT ignored
            dotnet "{program}" run scenarios/ai-chips-2026 --out "{folder}" & p=$!
            until grep -q done "{folder}"/*/*.unfinished/log.txt 2>/dev/null || ! kill -0 $p; do sleep 0.05; done
            for i in $(seq {times}); do kill -{signal} $p; done
            wait $p
            """
        );

        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.EqualTo(ExitCode.Cancelled));
            Assert.That(error, Does.Contain("riskengine: cancelled\n").And.Not.Contains("Exception"));
            Assert.That(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories), Is.Empty);
        });
    }

    [TestCase("TERM")]
    [TestCase("INT")]
    public void A_command_that_runs_code_of_a_plug_in_is_cancelled_as_any_other(string signal)
    {
        var (exit, _, error) = Shell(
            $"""
            set -m
            dotnet "{program}" run scenarios/custom-factors --allow-code --paths 2000000 --out "{folder}" & p=$!
            until grep -q done "{folder}"/*/*.unfinished/log.txt 2>/dev/null || ! kill -0 $p; do sleep 0.05; done
            kill -{signal} $p
            wait $p
            """
        );

        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.EqualTo(ExitCode.Cancelled));
            Assert.That(error, Does.Contain("riskengine: cancelled\n").And.Not.Contains("Exception"));
            Assert.That(Left(folder), Is.Empty);
        });
    }

    [Test]
    public void What_runs_code_of_a_plug_in_is_cancelled_when_its_supervisor_is_killed()
    {
        var (_, output, _) = Shell(
            $"""
            dotnet "{program}" run scenarios/custom-factors --allow-code --paths 2000000 --out "{folder}" & p=$!
            until grep -q done "{folder}"/*/*.unfinished/log.txt 2>/dev/null || ! kill -0 $p; do sleep 0.05; done
            kill -9 $p
            for i in $(seq 100); do [ -z "$(find "{folder}" -type f)" ] && break; sleep 0.1; done
            find "{folder}" -type f
            """
        );

        Assert.That(output, Is.Empty);
    }

    [Explicit("takes about ten minutes: dotnet test tests/RiskEngine.Acceptance.Tests --filter Name~random_moments")]
    [TestCase("scenarios/ai-chips-2026", "", 100)]
    [TestCase("scenarios/custom-factors", "--allow-code", 100)]
    public void Signals_at_random_moments_end_a_run_as_cancelled_or_done_and_leave_nothing(string scenario, string options, int times)
    {
        var random = new Random(18);
        for (var i = 0; i < times; i++)
        {
            var (signal, count, after) = (random.Next(2) == 0 ? "TERM" : "INT", random.Next(1, 4), random.NextDouble() * 4);
            var (exit, _, error) = Shell(
                FormattableString.Invariant(
                    $"""
                    set -m
                    dotnet "{program}" run {scenario} {options} --paths 20000 --out "{folder}/{i}" & p=$!
                    sleep {after:0.000}
                    for i in $(seq {count}); do kill -{signal} $p 2>/dev/null; sleep 0.0$((RANDOM % 10)); done
                    wait $p
                    """
                )
            );

            // Before the program is up and listening, the system's own end (128 + the signal's number) is all there can be.
            int[] ends = after < 0.5 ? [ExitCode.Done, ExitCode.Cancelled, 143] : [ExitCode.Done, ExitCode.Cancelled];
            var what = FormattableString.Invariant($"{count} times {signal} after {after:0.000} s");
            Assert.That(ends, Does.Contain(exit), $"{what}: exit {exit}, {error}");
            Assert.That(error, Does.Not.Contain("Exception").And.Not.Contain("   at "), what);
            if (exit == ExitCode.Cancelled)
                Assert.That(Directory.Exists($"{folder}/{i}") ? Left($"{folder}/{i}") : [], Is.Empty, what);
        }
    }

    [TestCase(">&-", true)]
    [TestCase("> /dev/full", true)]
    [TestCase("2>&-", false)]
    public void A_stream_that_cannot_be_written_costs_no_report(string redirection, bool isTold)
    {
        const string Run = "run scenarios/bonds-options-fx --case base --paths 2000";
        var (exit, _, error) = Shell($"dotnet \"{program}\" {Run} --out \"{folder}\" {redirection}");

        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.EqualTo(ExitCode.Done));
            Assert.That(Directory.EnumerateFiles(folder, "report.html", SearchOption.AllDirectories).Count(), Is.EqualTo(1));
            Assert.That(Directory.EnumerateFileSystemEntries(folder, "*unfinished*", SearchOption.AllDirectories), Is.Empty);
            Assert.That(error.Contains("the standard output could not be written", StringComparison.Ordinal), Is.EqualTo(isTold));
        });
    }

    [TestCase("Environment.Exit(0);", "code of a plug-in calls Environment.Exit")]
    [TestCase(
        "new Thread(() => throw new InvalidOperationException(\"away\")).Start(); Thread.Sleep(-1);",
        "a thread that a plug-in started: away"
    )]
    [TestCase("while (true) { }", "factor 'memory-cycle' of kind 'cycle' (factors/Cycle.cs), step 0, paths from ")]
    [TestCase(
        "Step(step, normals, block);",
        "code of a plug-in (factors/Cycle.cs) was ended by the runtime (signal 6): its stack overflowed"
    )]
    public void A_plug_in_that_ends_the_process_is_a_failure_that_is_told(string statement, string told)
    {
        var scenario = Path.Combine(folder, "scenario");
        Assert.That(Shell($"cp -r scenarios/custom-factors \"{scenario}\"").Exit, Is.Zero);
        var code = Path.Combine(scenario, "factors", "Cycle.cs");
        var text = File.ReadAllText(code);
        var body = text.IndexOf('{', text.IndexOf("public override void Step(", StringComparison.Ordinal)) + 1;
        File.WriteAllText(code, "using System.Threading;\n" + text.Insert(body, statement));

        var (exit, _, error) = Shell($"dotnet \"{program}\" run \"{scenario}\" --allow-code --plugin-timeout 1 --out \"{folder}/out\"");

        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.EqualTo(ExitCode.UnexpectedFailure));
            Assert.That(error, Does.Contain(told));
            Assert.That(Directory.Exists(Path.Combine(folder, "out")) ? Left(Path.Combine(folder, "out")) : [], Is.Empty);
        });
    }

    private static IEnumerable<string> Left(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories);

    private static (int Exit, string Output, string Error) Shell(string script)
    {
        var start = new ProcessStartInfo("/bin/bash")
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(script);
        using var shell = Process.Start(start)!;
        var output = shell.StandardOutput.ReadToEndAsync();
        var error = shell.StandardError.ReadToEndAsync();
        shell.WaitForExit();
        return (shell.ExitCode, output.Result, error.Result);
    }
}
