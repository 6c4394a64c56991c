using System.CommandLine;
using System.Text.Json;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Securities;
using RiskEngine.Articles.Auditing;
using RiskEngine.Cli.Ingesting;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Screens;
using RiskEngine.Cli.Texts;
using RiskEngine.Importing.Securities;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine audit article...</c>: what does not fit together in articles.</summary>
internal static class AuditCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var articles = new Argument<string[]>("article")
        {
            Description = "articles: Markdown, HTML, PDF with a text layer, or plain text",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "write the findings as JSON" };
        var markdown = new Option<bool>("--markdown") { Description = "write the findings as Markdown" };
        var asOf = DateOption.Create("--as-of", "the day that 'next year' counts from where an article has no date");
        var command = new Command("audit", "Hold what articles say against their own tables, their own words and each other.")
        {
            articles,
            json,
            markdown,
            asOf,
        };
        command.SetAction(parsed =>
            parsed.GetValue(json) && parsed.GetValue(markdown)
                ? UsageErrors.Refuse("expected one of --json and --markdown, found both", environment.Error)
                : Audit(
                    parsed.GetRequiredValue(articles),
                    parsed.GetValue(asOf),
                    parsed.GetValue(json),
                    parsed.GetValue(markdown),
                    environment
                )
        );
        return command;
    }

    private static int Audit(string[] given, DateOnly? asOf, bool json, bool markdown, CommandEnvironment environment)
    {
        if (InputFile.ReadAll(given, environment) is not { } files)
            return ExitCode.BadInput;
        var diagnostics = new DiagnosticBag();
        var readings = new Ingestion(diagnostics).Read(files, asOf, new SecurityList(ShippedSecurities.Read()));
        foreach (var line in DiagnosticLines.Of("", diagnostics.Sorted()))
            environment.Error.WriteLine(line);
        if (diagnostics.HasErrors)
            return ExitCode.BadInput;
        var findings = ArticleAudit.Find(readings);
        if (json)
        {
            environment.WriteLine(JsonSerializer.Serialize(findings.Select(Plain), IndentedJson.Options));
        }
        else
        {
            foreach (var line in AuditLines.Of(findings, markdown))
                environment.WriteLine(line);
        }

        return ExitCode.Done;
    }

    private static object Plain(AuditFinding finding) =>
        new
        {
            finding.Kind,
            Says = PlainLine.Of(finding.Says.English),
            SaysChinese = PlainLine.Of(finding.Says.Chinese),
            finding.Computation,
            Places = finding.Places.Select(p => new
            {
                p.File,
                p.Evidence.Line,
                p.Evidence.Sentence,
                Offset = p.Evidence.Span.Start,
                p.Evidence.Span.Length,
                Quote = PlainLine.Of(p.Evidence.Quote),
            }),
            finding.Claims,
        };
}
