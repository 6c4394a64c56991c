using System.Text;
using System.Text.RegularExpressions;

namespace RiskEngine.Cli.Tests.Printing;

/// <summary>The brief as PDF, by browsers that only note what they are asked; a real one prints in the tests of the page.</summary>
public sealed class PdfTests
{
    private static readonly string[] run = ["run", "tiny", "--measures-only", "--outcomes", "none", "--quiet", "--pdf"];

    private TestFolder folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new TestFolder();
        TinyScenario.Write(folder);
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Without_a_browser_nothing_is_simulated_and_the_message_says_how_to_name_one()
    {
        var answer = folder.Run(run);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("--pdf: expected a browser on the path").And.Contain("--browser"));
        Assert.That(folder.Has("reports"), Is.False);
    }

    [Test]
    public void A_browser_that_is_not_there_is_refused()
    {
        var answer = folder.Run([.. run, "--browser", "bin/none"]);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("--browser: expected the program of Chromium, Chrome or Edge, found no file 'bin/none'"));
    }

    [Test]
    public void The_browser_on_the_path_prints_the_page_once_a_language()
    {
        Browser("chromium", "for a in \"$@\"; do case $a in --print-to-pdf=*) echo \"$@\" > \"${a#*=}\";; esac; done");
        folder.Variables["PATH"] = folder.PathOf("bin");

        var answer = folder.Run(run);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        var report = Path.GetDirectoryName(answer.LastLine)!;
        var page = new Uri(folder.PathOf($"{report}/report.html")).AbsoluteUri;
        Assert.That(folder.Read($"{report}/brief.pdf"), Does.EndWith($"{page}#lang=en\n"));
        Assert.That(folder.Read($"{report}/brief.zh-CN.pdf"), Does.EndWith($"{page}#lang=zh\n"));
    }

    [Test]
    public void A_browser_that_fails_is_told_and_the_report_stays()
    {
        Browser("broken", "echo it is broken >&2; exit 1");

        var answer = folder.Run([.. run, "--browser", "bin/broken"]);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.UnexpectedFailure));
        Assert.That(answer.Error, Does.Contain("printed nothing: it is broken; all else of the report is there"));
        Assert.That(folder.FilesIn("reports").Select(Path.GetFileName), Has.One.EqualTo("report.html").And.None.EndsWith(".pdf"));
    }

    [Test]
    public void A_real_browser_prints_sheets_that_a_reader_opens()
    {
        folder.Variables["PATH"] = "/usr/bin";
        if (!File.Exists("/usr/bin/chromium"))
            Assert.Ignore("No Chromium at /usr/bin/chromium: nothing is printed.");

        var answer = folder.Run(run);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        foreach (var name in new[] { "brief.pdf", "brief.zh-CN.pdf" })
        {
            var pdf = Encoding.Latin1.GetString(File.ReadAllBytes(folder.PathOf(answer.LastLine.Replace("report.html", name))));
            Assert.That(pdf, Does.StartWith("%PDF-").And.EndsWith("%%EOF").Or.EndsWith("%%EOF\n"));
            Assert.That(Regex.Count(pdf, @"/Type\s*/Page\b"), Is.InRange(1, 4));
        }
    }

    /// <summary>A program of a shell in the folder <c>bin</c>.</summary>
    private void Browser(string name, string script)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("The stand-in for a browser is a script of a shell.");
            return;
        }

        folder.Write($"bin/{name}", $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(folder.PathOf($"bin/{name}"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
