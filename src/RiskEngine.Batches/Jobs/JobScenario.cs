using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading;
using RiskEngine.Plans;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Jobs;

/// <summary>A scenario whose files were read once, and all jobs of a batch that are about it.</summary>
public sealed class JobScenario
{
    private static readonly string[] ofDrawdowns = [.. MeasureKinds.OfDrawdowns.Select(m => m.Id)];

    private readonly ScenarioSource source;
    private readonly ReadOptions options;
    private readonly Engine engine;
    private readonly RunOptions run;
    private readonly string machine;
    private readonly ScenarioContent content;

    private JobScenario(
        ScenarioSource source,
        ReadOptions options,
        Engine engine,
        RunOptions run,
        string machine,
        Scenario scenario,
        ScenarioContent content
    )
    {
        (this.source, this.options, this.engine, this.run, this.machine) = (source, options, engine, run, machine);
        (Scenario, this.content) = (scenario, content);
    }

    /// <summary>The scenario with nothing swept.</summary>
    public Scenario Scenario { get; }

    /// <summary>Reads and checks a scenario.</summary>
    /// <param name="path">Its folder, or the file in it.</param>
    /// <param name="options">What it is read with; its settings hold for every job.</param>
    /// <param name="engine">The engine that knows its kinds.</param>
    /// <param name="run">Paths, sampling and precision of every job.</param>
    /// <param name="measures">Ids of the measures that are asked for: drawdowns are followed only where one of them needs that.</param>
    /// <param name="code">Files of code that its kinds came from.</param>
    /// <param name="machine">The kind of machine, which decides the last bits.</param>
    /// <param name="found">Takes what is wrong with it.</param>
    /// <returns>The scenario, or null after errors.</returns>
    public static JobScenario? Open(
        string path,
        ReadOptions options,
        Engine engine,
        RunOptions run,
        IReadOnlyList<string> measures,
        IReadOnlyList<InputFile> code,
        string machine,
        ICollection<Diagnostic> found
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentNullException.ThrowIfNull(found);
        var files = new ScenarioSource(path);
        var read = ScenarioReader.Read(files, options);
        IEnumerable<Diagnostic> all = read.Scenario is { } whole
            ? [.. read.Diagnostics, .. engine.Check(whole).Diagnostics]
            : read.Diagnostics;
        var isBad = false;
        foreach (var finding in all)
        {
            found.Add(finding);
            isBad |= finding.Severity == Severity.Error;
        }

        if (isBad || read.Scenario is not { } scenario)
            return null;
        var drawdowns = measures.Concat(scenario.Limits.Select(l => l.Measure)).Any(ofDrawdowns.Contains);
        run = run with { MeasuresOnly = true, HeadlineOnly = true, Drawdowns = drawdowns };
        scenario = scenario with { Inputs = [.. scenario.Inputs, .. code] };
        return ScenarioContent.Of(files, options, scenario.Inputs) is { } hashed
            ? new JobScenario(files, options, engine, run, machine, scenario, hashed)
            : null;
    }

    /// <summary>
    /// What a job is known by: a hash of all that its figures depend on, 64 hexadecimal digits; null where a value of it does not fit the
    /// scenario.
    /// </summary>
    public string? KeyOf(Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (content.HashOf(SettingsOf(job), job.Case, job.Portfolio is null ? null : [job.Portfolio]) is not { } hash)
            return null;
        var (simulation, until) = (Scenario.Simulation, run.Until);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Engine.Version}\n{machine}\n{hash}\n{job.Case}\n{job.Portfolio}\n{run.Paths ?? simulation.Paths}\n"
                + $"{job.Seed ?? run.Seed ?? simulation.Seed}\n{run.Sampling ?? simulation.Sampling}\n"
                + $"{until?.Measure.Id}\n{until?.Horizon}\n{until?.Error:R}\n{run.Drawdowns}\n"
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>What is wrong with the scenario when a value is changed; empty for nothing.</summary>
    public IReadOnlyList<Diagnostic> ProblemsOf(SweptValue value)
    {
        var read = ScenarioReader.Read(source, options with { Settings = [.. options.Settings, value.ToString()], Cases = [] });
        return read.Scenario is { } scenario
            ? [.. engine.Check(scenario).Diagnostics.Where(d => d.Severity == Severity.Error)]
            : [.. read.Errors];
    }

    /// <summary>What a job will do.</summary>
    /// <param name="job">The job.</param>
    /// <param name="threads">Number of threads.</param>
    /// <exception cref="ScenarioException">A value of it does not fit the scenario; it carries the errors.</exception>
    public RunPlan Prepare(Job job, int threads)
    {
        ArgumentNullException.ThrowIfNull(job);
        var reading = options with { Settings = SettingsOf(job), Cases = [job.Case], Ledger = false };
        if (Checked(reading, job, out _) is not { } @checked)
        {
            // Where the errors stand is worth the time once there are some.
            Checked(reading with { Ledger = true }, job, out var found);
            throw new ScenarioException(source.Path, found);
        }

        return engine.Prepare(
            @checked,
            run with
            {
                Cases = [.. @checked.Scenario.Cases.Select(c => c.Id).Where(c => c.Value == job.Case)],
                Seed = job.Seed ?? run.Seed,
                Threads = threads,
            }
        );
    }

    /// <summary>Simulates and measures a job.</summary>
    /// <param name="plan">What it does.</param>
    /// <param name="progress">Told how far it has come; may be null.</param>
    /// <param name="cancel">Stops between blocks of paths.</param>
    public JobFigures Run(RunPlan plan, IProgress<RunProgress>? progress, CancellationToken cancel)
    {
        var results = engine.Run(plan, progress, cancel);
        var headline = new[] { HeadlineVariant.AsHeld.Id(), HeadlineVariant.FollowingAll.Id() };
        return new JobFigures(results.Scenario.Simulation.Paths, [.. results.Rows().Where(r => headline.Contains(r.Variant))]);
    }

    /// <summary>The scenario of a job, checked; null after errors.</summary>
    private CheckedScenario? Checked(ReadOptions reading, Job job, out IReadOnlyList<Diagnostic> found)
    {
        var read = ScenarioReader.Read(source, reading);
        found = read.Diagnostics;
        if (read.Scenario is not { } scenario)
            return null;
        var @checked = engine.Check(OfJob(scenario, job));
        found = @checked.Diagnostics;
        return @checked.CanRun ? @checked : null;
    }

    private IReadOnlyList<string> SettingsOf(Job job) => [.. options.Settings, .. job.Values.Select(v => v.ToString())];

    /// <summary>The scenario with what the job is about alone: nothing else is simulated, and nothing else is part of its key.</summary>
    private static Scenario OfJob(Scenario scenario, Job job)
    {
        bool IsMeant(string portfolio) => job.Portfolio is null || job.Portfolio == portfolio;
        return scenario with
        {
            Cases =
            [
                .. scenario.Cases.Select(c =>
                    c with
                    {
                        Model = c.Model with { Portfolios = [.. c.Model.Portfolios.Where(p => IsMeant(p.Id.Value))] },
                    }
                ),
            ],
            Limits = [], // held against the figures, see JobLimits
            Views = [],
            Uncertainty = null,
            Optimiser = null,
        };
    }
}
