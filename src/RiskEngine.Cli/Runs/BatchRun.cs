using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Batches.Jobs;
using RiskEngine.Batches.Sensitivity;
using RiskEngine.Batches.Sweeps;
using RiskEngine.Cli.Screens;
using RiskEngine.Loading.Batches;
using RiskEngine.Reporting.Batches;
using RiskEngine.Results.Batches;

namespace RiskEngine.Cli.Runs;

/// <summary>A batch from its file to its page: jobs that are done already are found in the store beside the batches.</summary>
/// <param name="Given">The batch as the user named it.</param>
/// <param name="Batch">What its file says.</param>
/// <param name="Scenarios">Its scenarios.</param>
/// <param name="Settings">What the user asked for.</param>
/// <param name="Environment">Where progress goes, and the clock.</param>
internal sealed record BatchRun(
    string Given,
    BatchFile Batch,
    IReadOnlyList<JobScenario> Scenarios,
    RunSettings Settings,
    CommandEnvironment Environment
)
{
    /// <summary>The folder below that of reports that batches go under.</summary>
    private const string Folder = "batches";

    /// <summary>Figures of jobs, of whichever batch they were first a part.</summary>
    private const string Store = ".jobs";

    private IReadOnlyList<InputFile> Inputs =>
        [Batch.Input, .. Scenarios.SelectMany(s => s.Scenario.Inputs.Select(i => i with { Path = $"{s.Scenario.Id}/{i.Path}" }))];

    private string Reports => Path.Combine(Environment.FullPath(Settings.Out), Folder);

    private int Threads => Settings.Threads ?? System.Environment.ProcessorCount;

    /// <summary>Where the figures of finished jobs are kept.</summary>
    /// <param name="reports">The folder of reports, a full path.</param>
    public static string StoreIn(string reports) => Path.Combine(reports, Folder, Store);

    /// <summary>The batch's folder: <c>reports/batches/BATCH/ID</c>.</summary>
    public string Place => Path.Combine(Reports, Batch.Id, RunId.Of(Engine.Version, Inputs, Settings.ForBatch()));

    /// <summary>Reads a batch and its scenarios; null after errors, all of them listed.</summary>
    public static BatchRun? Read(string given, string file, RunSettings settings, CommandEnvironment environment)
    {
        var found = new DiagnosticBag();
        IReadOnlyList<string> measures = [.. MeasureKinds.All.Select(m => m.Id)];
        if (
            BatchReader.Read(file, environment.DisplayPath(file), measures, found) is not { } batch
            || KindLoader.Create(settings.Code, environment, found) is not { } kinds
        )
        {
            return Refused<BatchRun>(found, environment);
        }

        batch = Narrowed(batch, settings);
        var scenarios = new List<JobScenario>();
        foreach (var (path, location) in batch.Scenarios)
        {
            var full = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, path));
            if (ScenarioLoader.Problem(full) is { } problem)
                found.Error(location, $"batch, 'scenarios': '{path}': {problem}");
            else if (Open(full, batch, kinds, settings, environment, found) is { } scenario)
                scenarios.Add(scenario);
        }

        if (!found.HasErrors)
            BatchCheck.Of(batch, scenarios, found);
        return found.HasErrors ? Refused<BatchRun>(found, environment) : new BatchRun(given, batch, scenarios, settings, environment);
    }

    /// <summary>Says what the batch would do, and does nothing.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public BatchOutlook Outlook(CancellationToken cancel) =>
        BatchOutlook.Of(
            Scenarios,
            Batch.Sensitivity is null ? Jobs : new SensitivityStudy(Scenarios[0].Scenario, Batch).Screening,
            KnownJobs,
            Threads,
            cancel
        );

    /// <summary>Does the jobs that are not done yet, and writes the batch's page and tables.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the jobs that were finished are kept.</exception>
    /// <exception cref="FolderNotWritableException">The disk is full, or the folder cannot be written to; the jobs that were finished are
    /// kept.</exception>
    public async Task<BatchResults> DoAsync(CancellationToken cancel)
    {
        try
        {
            var results = Batch.Sensitivity is null ? await SweepAsync(cancel) : await AskAsync(cancel);
            await BatchWriter.WriteAsync(results, Settings.CommandFor(Given), Place, cancel);
            return results;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FolderNotWritableException(Settings.Out, e);
        }
    }

    private JobList Jobs =>
        new(
            Scenarios.Count,
            [.. Batch.Cases.Select(c => c.Id)],
            [.. Batch.Portfolios.Select(p => p.Id)],
            Batch.Seeds,
            SweepDesign.Of(Batch)
        );

    private JobStore KnownJobs => new(StoreIn(Environment.FullPath(Settings.Out)), Settings.Fresh, Environment.Clock.GetUtcNow());

    private async Task<BatchResults> SweepAsync(CancellationToken cancel)
    {
        var jobs = Jobs;
        var done = await DoAsync(Batch.Id, jobs, cancel);
        return Results(jobs.Count, done.Failed) with { Jobs = done.InOrder() };
    }

    private async Task<BatchResults> AskAsync(CancellationToken cancel)
    {
        var study = new SensitivityStudy(Scenarios[0].Scenario, Batch);
        var screening = await DoAsync($"{Batch.Id}, one number at a time", study.Screening, cancel, tellsFailures: false);
        var screened = study.Screened(screening);
        var jobs = study.Indices(screened);
        var done = await DoAsync($"{Batch.Id}, {screened.Kept.Count} numbers at once", jobs, cancel, tellsFailures: false);
        return Results(study.Screening.Count + jobs.Count, failed: 0) with { Sensitivity = study.Result(screened, done) };
    }

    private Task<FinishedJobs> DoAsync(string title, JobList jobs, CancellationToken cancel, bool tellsFailures = true)
    {
        var runner = new JobRunner(Scenarios, KnownJobs, Threads, MemoryLimit.Of(Settings, Environment));
        return BatchProgressScreen.ShowAsync(
            title,
            tellsFailures,
            Settings,
            Environment,
            progress => Task.Run(() => runner.Run(jobs, progress, cancel), cancel)
        );
    }

    /// <summary>Whether any job breaches a limit of its scenario.</summary>
    public bool AnyLimitBreached(BatchResults results) =>
        results.Jobs.Any(j => j.Figures is { } figures && JobLimits.Breached(Scenarios[j.Job.Scenario].Scenario, figures).Any());

    private BatchResults Results(long jobs, long failed) =>
        new()
        {
            Id = Batch.Id,
            Name = Batch.Name,
            EngineVersion = Engine.Version,
            Scenarios = [.. Scenarios.Select(s => s.Scenario)],
            Inputs = Inputs,
            Paths = [.. Batch.Sweep.Select(p => p.Path)],
            Measures = Batch.Measures,
            OneAtATime = Batch.Design == DesignKind.OneAtATime,
            JobCount = jobs,
            Jobs = [],
            Failed = failed,
        };

    /// <summary>What the command line says counts over the file.</summary>
    private static BatchFile Narrowed(BatchFile batch, RunSettings settings) =>
        batch with
        {
            Cases = settings.Cases.Count == 0 ? batch.Cases : [.. settings.Cases.Select(c => (c, new SourceLocation("--case " + c)))],
            Seeds = settings.Seed is { } seed ? [seed] : batch.Seeds,
        };

    private static JobScenario? Open(
        string path,
        BatchFile batch,
        KindLoader kinds,
        RunSettings settings,
        CommandEnvironment environment,
        DiagnosticBag found
    )
    {
        var shown = environment.DisplayPath(path);
        var folder = Directory.Exists(path) ? shown : Path.GetDirectoryName(shown) ?? "";
        var inScenario = new List<Diagnostic>();
        var inCode = new DiagnosticBag();
        JobScenario? scenario = null;
        if (kinds.Of(path, inCode) is { } known)
        {
            scenario = JobScenario.Open(
                path,
                ScenarioLoader.OptionsOf(known, settings.Set),
                new Engine(known.Catalogue),
                settings.ForEngine() with
                {
                    Paths = settings.Paths ?? batch.Paths,
                    Sampling = settings.Sampling ?? batch.Sampling,
                },
                batch.Sensitivity is { } question ? [question.Measure] : batch.Measures,
                known.Inputs,
                MachineKind.OfProcess(),
                inScenario
            );
        }

        foreach (var finding in inScenario.Concat(inCode.Sorted()).Where(f => f.Severity == Severity.Error))
            found.Add(finding with { Location = DiagnosticLines.Placed(folder, finding.Location) });
        return scenario;
    }

    private static T? Refused<T>(DiagnosticBag found, CommandEnvironment environment)
        where T : class
    {
        DiagnosticLines.Write(found, environment);
        environment.Error.WriteLine("nothing was written");
        return null;
    }
}
