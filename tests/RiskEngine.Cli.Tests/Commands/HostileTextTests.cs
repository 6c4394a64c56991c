using System.Globalization;
using System.Text;
using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Cli.Tests.Commands;

/// <summary>What files hold and how they are called commands no terminal, hides nothing and is no formula, wherever it comes out.</summary>
public sealed class HostileTextTests
{
    private const string Heading = "date,A\u001b[31m,\u202Eexe.B,=1+1\n";
    private const string File = "pri\u202Eces.csv";

    private static readonly string[][] commands =
    [
        ["calibrate", File, "--premium", "0", "--out", "out/market.yaml"],
        ["import", "prices", File, "--out", "out/prices.csv"],
        ["backtest", File, "--window", "100", "--model", "normal", "--out", "out"],
    ];

    [TestCaseSource(nameof(commands))]
    public void Nothing_of_it_is_raw_on_the_screen_or_in_a_file(string[] command)
    {
        using var folder = new TestFolder();
        folder.Write(File, Prices());

        var answer = folder.Run(command);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(Raw(answer.Output + answer.Error), Is.Empty, "screen");
        var files = folder.FilesIn("out");
        Assert.That(files, Is.Not.Empty);
        foreach (var file in files)
        {
            var text = folder.Read($"out/{file}");
            Assert.That(Raw(text), Is.Empty, file);
            if (file.EndsWith(".csv", StringComparison.Ordinal))
                Assert.That(text.Split('\n').SelectMany(l => l.Split(',')).Where(c => c.StartsWith('=')), Is.Empty, file);
        }
    }

    private static IEnumerable<string> Raw(string text) =>
        text.Where(c => PlainLine.IsUnprintable(c) && c is not ('\n' or '\r' or '\t')).Select(c => $"U+{(int)c:X4}").Distinct();

    private static string Prices()
    {
        var text = new StringBuilder(Heading);
        for (var day = 0; day < 450; day++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{new DateOnly(2024, 1, 1).AddDays(day):yyyy-MM-dd},{100 + Math.Sin(day)},{50 + Math.Cos(day)},{20 + Math.Sin(2 * day)}\n"
            );
        }

        return text.ToString();
    }
}
