using System.Text.RegularExpressions;

namespace RiskEngine.Tests.Architecture;

/// <summary>
/// Files of a user come in by one door, and their text goes out by one for each format. Read from the instructions of the compiled
/// assemblies; each list is exact, so that a search that finds nothing fails too.
/// </summary>
public sealed partial class DoorTests
{
    [Test]
    public void Only_the_door_for_regular_files_opens_what_users_bring()
    {
        Assert.That(
            Callers(IsReading),
            Is.EquivalentTo(
                new[]
                {
                    "RegularFile: System.IO.File.OpenRead", // the door
                    "ProgramHost: System.IO.File.OpenHandle", // /dev/null in place of a closed stream
                    "ReportWriter: System.IO.File.Copy", // the run's own log
                    "NewCommand: System.IO.File.Copy", // the package that the program carries
                    "RunLog: System.IO.FileStream..ctor(string)", // a lock
                    "Leftovers: System.IO.FileStream..ctor(string)", // the same lock, when its owner is gone
                    "StoreLock: System.IO.FileStream..ctor(string)", // a lock of a folder of shards
                }
            )
        );
    }

    [Test]
    public void Only_the_command_line_s_environment_holds_the_terminal() =>
        Assert.That(
            Callers(m =>
                    m.StartsWith("System.Console.", StringComparison.Ordinal)
                    || m.EndsWith("IAnsiConsoleOutput.get_Writer", StringComparison.Ordinal)
                )
                .Select(c => c.Split(':')[0])
                .Distinct(),
            Is.EquivalentTo(new[] { "CommandEnvironment", "ProgramHost" }) // which asks whether the output failed
        );

    [Test]
    public void Json_is_written_where_what_cannot_be_printed_is_escaped() =>
        Assert.That(
            Callers(m => m.EndsWith("JsonSerializer.Serialize", StringComparison.Ordinal)).Select(c => c.Split(':')[0]).Distinct(),
            Is.EquivalentTo(new[] { "JsonText", "ChartJson", "ClaimFile", "AuditCommand" }) // the last two of plain lines
        );

    [Test]
    public void Whatever_writes_a_table_of_commas_writes_its_texts_by_one_way()
    {
        var writers = Layout
            .Projects.SelectMany(Instructions.Texts)
            .Where(t => Heading().IsMatch(t.Text))
            .Select(t => t.By)
            .Append("PriceText") // its heading ends with the instruments
            .Distinct()
            .ToList();
        var careful = Layout
            .Projects.SelectMany(Instructions.Calls)
            .Where(c => c.Member.EndsWith("CsvText.Cell", StringComparison.Ordinal))
            .Select(c => c.By);

        Assert.That(writers, Does.Contain("MeasureTable").And.Contain("BacktestReportWriter").And.Contain("PortfolioText"));
        Assert.That(writers.Except(careful), Is.Empty);
    }

    private static IEnumerable<string> Callers(Func<string, bool> isLookedFor) =>
        Layout.Projects.SelectMany(Instructions.Calls).Where(c => isLookedFor(c.Member)).Select(c => $"{c.By}: {c.Member}").Distinct();

    private static bool IsReading(string member) =>
        Reading().IsMatch(member)
        || member is "System.IO.StreamReader..ctor(string)" or "System.IO.FileStream..ctor(string)"
        || member.StartsWith("System.IO.MemoryMappedFiles.", StringComparison.Ordinal);

    [GeneratedRegex(@"^System\.IO\.(File|FileInfo)\.(Read|Open|Copy)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reading();

    [GeneratedRegex(@"^\w+(,\w+){2,}\n$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();
}
