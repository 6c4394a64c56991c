using System.CommandLine;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;
using RiskEngine.Importing.Text;
using RiskEngine.Loading.Scoring;
using RiskEngine.Reporting;
using RiskEngine.Reporting.Runs;
using RiskEngine.Reporting.Scoring;
using RiskEngine.Results;
using RiskEngine.Scoring;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine score RUN prices.csv</c>: what happened, laid over what a run said.</summary>
internal static class ScoreCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var run = new Argument<string>("run") { Description = "the run: its folder, scenario/run, or the beginning of its id" };
        var prices = new Argument<string>("prices.csv")
        {
            Description =
                "closing prices from the run's as-of date on, in the scenario's currency: a column date, then one an instrument, "
                + "or a factor that predictions are about",
        };
        var outcomes = new Option<string?>("--outcomes")
        {
            Description = "which predictions came true: a table thesis,prediction,outcome (true or false)",
            HelpName = "FILE",
        };
        var record = new Option<string?>("--record")
        {
            Description = "the authors' record to update with what was decided; made where there is none",
            HelpName = "FILE",
        };
        var folder = ReportsOption.Create("folder of reports");
        var code = new CodeOptions();
        var quiet = new Option<bool>("--quiet") { Description = "print nothing but the page's path" };
        var command = new Command("score", "Score a run by what happened: portfolios over their fans, predictions that came due.")
        {
            run,
            prices,
            outcomes,
            record,
            folder,
            code.AllowCode,
            code.Plugins,
            code.Patience,
            quiet,
        };
        command.SetAction(
            (parsed, cancel) =>
                ScoreAsync(
                    new Settings(
                        parsed.GetRequiredValue(run),
                        parsed.GetRequiredValue(prices),
                        parsed.GetValue(outcomes),
                        parsed.GetValue(record),
                        parsed.GetRequiredValue(folder),
                        code.Of(parsed),
                        parsed.GetValue(quiet)
                    ),
                    environment,
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> ScoreAsync(Settings settings, CommandEnvironment environment, CancellationToken cancel)
    {
        if (ReportsOption.Problem(settings.Out, environment) is { } noFolder)
            return UsageErrors.Refuse(noFolder, environment.Error);
        if (StoredRuns.Read(settings.Run, settings.Out, environment) is not { } run)
            return ExitCode.BadInput;
        if (KeptScenario.Load(run, settings.Code, environment, out var problem) is not { } loaded)
            return UsageErrors.Refuse(problem, environment.Error);
        var found = new DiagnosticBag();
        var prices = PriceFile.Read(settings.Prices, environment, found);
        var outcomes = Outcomes(settings.Outcomes, loaded.Scenario.Base.Model.Theses, environment, found);
        var record = Record(settings.Record, environment, found);
        DiagnosticLines.Write(found, environment);
        if (prices is null || outcomes is null || record is null)
            return ExitCode.BadInput;
        ScoreResults scores;
        try
        {
            scores = new RunScorer(loaded.Scenario, new StoredForecast(run), prices.History).Score(outcomes);
        }
        catch (InvalidDataException e)
        {
            return UsageErrors.Refuse($"{environment.DisplayPath(run.Folder)}: {e.Message}", environment.Error);
        }

        var folder = ScoreReportWriter.FolderOf(environment.FullPath(settings.Out), scores, run);
        try
        {
            await ScoreReportWriter.WriteAsync(scores, run, folder, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FolderNotWritableException(settings.Out, e);
        }

        if (!settings.Quiet)
            environment.Output.Write(ScoreScreen.Render(scores));
        if (settings.Record is { } file)
            OutputFile.Write(file, TrackRecordFile.Write(TrackRecordFile.With(record, Decided(scores, run))), environment);
        environment.WriteLine(environment.DisplayPath(Path.Combine(folder, "score.html")));
        return ExitCode.Done;
    }

    private static IReadOnlyDictionary<(Id<Thesis>, Id<Prediction>), bool>? Outcomes(
        string? file,
        IReadOnlyList<Thesis> theses,
        CommandEnvironment environment,
        DiagnosticBag found
    )
    {
        if (file is null)
            return new Dictionary<(Id<Thesis>, Id<Prediction>), bool>();
        return OutsideFile.Read(environment.FullPath(file), file, found) is { } read
            ? OutcomeFile.Read(read.Bytes, file, theses, found)
            : null;
    }

    private static IReadOnlyList<TrackRecordEntry>? Record(string? file, CommandEnvironment environment, DiagnosticBag found)
    {
        if (file is null || !Path.Exists(environment.FullPath(file)))
            return [];
        return OutsideFile.Read(environment.FullPath(file), file, found) is { } read ? TrackRecordFile.Read(read.Bytes, file, found) : null;
    }

    private static IReadOnlyList<TrackRecordEntry> Decided(ScoreResults scores, StoredRun run) =>
        [
            .. scores
                .Predictions.Where(p => p.Outcome is not null)
                .Select(p => new TrackRecordEntry(
                    p.Prediction.Date,
                    p.Thesis.Article.Author,
                    p.Thesis.Id.Value,
                    p.Prediction.Claim.ToString(),
                    p.Prediction.Id.Value,
                    run.Manifest.RunId,
                    p.Probability,
                    p.Outcome == true
                )),
        ];

    /// <summary>What the user asked for.</summary>
    private sealed record Settings(string Run, string Prices, string? Outcomes, string? Record, string Out, CodeSettings Code, bool Quiet);
}
