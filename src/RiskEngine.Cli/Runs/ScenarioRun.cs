using RiskEngine.Abstractions.Factors;
using RiskEngine.Batches.Clusters;
using RiskEngine.Batches.Shards;
using RiskEngine.Cli.Screens;
using RiskEngine.Loading;
using RiskEngine.Plans;
using RiskEngine.Reporting;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Uncertainty;

namespace RiskEngine.Cli.Runs;

/// <summary>One run: a scenario is simulated, audited and reported, its log beside the report.</summary>
/// <param name="loaded">The scenario.</param>
/// <param name="plan">What its run does.</param>
/// <param name="settings">What the user asked for.</param>
/// <param name="environment">Where progress goes, and the clock.</param>
internal sealed class ScenarioRun(LoadedScenario loaded, RunPlan plan, RunSettings settings, CommandEnvironment environment)
{
    private readonly RunDescription description = new()
    {
        RunId = RunId.Of(Engine.Version, loaded.Scenario.Inputs, settings.ForManifest(loaded.Scenario)),
        Command = settings.CommandFor(loaded.Given),
        Started = environment.Clock.GetLocalNow(),
        Outcomes = settings.Outcomes,
        Also = settings.Also,
        Options = settings.ForManifest(loaded.Scenario),
        Machine = MachineKind.OfProcess(),
        ScenarioFile = File.Exists(environment.FullPath(loaded.Given)) ? Path.GetFileName(loaded.Given) : ScenarioReader.FileName,
    };

    /// <summary>The run's folder: <c>reports/SCENARIO/RUN ID</c>.</summary>
    public string Folder => Path.Combine(environment.FullPath(settings.Out), loaded.Scenario.Id.Value, description.RunId);

    /// <summary>Puts the run together from what other processes have simulated; null to simulate it here.</summary>
    public Func<IProgress<RunProgress>, CancellationToken, MergedRun>? Merging { get; init; }

    /// <summary>The hash of the outcomes that were put together; null before that, and for a run that was simulated here.</summary>
    public string? Receipt { get; private set; }

    /// <summary>Simulates and writes the report.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; nothing of this run is left.</exception>
    /// <exception cref="OutcomesNotFiniteException">The scenario's figures led out of the range of numbers; nothing of this run is
    /// left.</exception>
    /// <exception cref="ShardsNotWholeException">There is something to be put together that is not there; nothing of this run is
    /// left.</exception>
    /// <exception cref="FolderNotWritableException">The disk is full, or the report cannot be written; nothing of this run is
    /// left.</exception>
    /// <exception cref="RunFailedException">Anything else; the log stays, and the exception knows where.</exception>
    public async Task<RiskResults> DoAsync(CancellationToken cancel)
    {
        var reports = environment.FullPath(settings.Out);
        Leftovers.Clear(reports);
        if (EarlierReport.MachineOf(Folder) is { } other && other != description.Machine)
        {
            environment.Error.WriteLine(
                $"riskengine: the report of this run was made on {other}; it is replaced by one made on "
                    + $"{description.Machine}, whose figures may "
                    + $"differ in their last digits"
            );
        }

        using var log = new RunLog(Folder, settings.Out, settings.Verbose ? environment.Error : null, environment.Temporary);
        try
        {
            LogStart(log);
            var results = await ShowProgress(progress => Task.Run(() => Simulate(new StageLog(log.Logger, progress), cancel), cancel));
            foreach (var notice in results.Notices)
                log.Logger.Information("{Notice}", notice.ToString());
            log.Logger.Information("writing the report to {Folder}", Folder);
            await ReportWriter.WriteAsync(
                results,
                description with
                {
                    Receipt = Receipt,
                },
                environment.FullPath(settings.Out),
                [log.FilePath],
                RunInputs.Of(loaded, environment),
                cancel
            );
            log.Remove();
            return results;
        }
        catch (Exception e)
            when (e
                    is OperationCanceledException
                        or OutcomesNotFiniteException
                        or ShardsNotWholeException
                        or ShardFailedException
                        or ClusterFailedException
                        or FolderNotWritableException
            )
        {
            log.Remove();
            throw;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Remove();
            throw new FolderNotWritableException(settings.Out, e);
        }
        catch (Exception e)
        {
            log.Logger.Error(e, "unexpected failure");
            throw new RunFailedException(e, log.FilePath);
        }
    }

    private RiskResults Simulate(IProgress<RunProgress> progress, CancellationToken cancel)
    {
        if (Merging is null)
            return WithReadings(loaded.Engine.Run(plan, progress, cancel), cancel);
        var merged = Merging(progress, cancel);
        Receipt = merged.Receipt;
        return WithReadings(merged.Results, cancel);
    }

    private RiskResults WithReadings(RiskResults results, CancellationToken cancel)
    {
        if (loaded.Reading is not { } reading || settings.MeasuresOnly)
            return results;
        var threads = settings.Threads ?? Environment.ProcessorCount;
        var source = new ScenarioSource(environment.FullPath(loaded.Given));
        return results with
        {
            TotalUncertainty = UncertaintyStudy.Of(results, source, reading, threads, cancel),
            Readings = ReadingStudy.Of(results, new FactorCatalogue([.. reading.Kinds.All]), threads, cancel),
        };
    }

    private Task<RiskResults> ShowProgress(Func<IProgress<RunProgress>?, Task<RiskResults>> run)
    {
        var title = loaded.Scenario.Id.Value;
        if (settings.Quiet)
            return run(null);
        return environment.Output.Profile.Capabilities.Interactive && !settings.Verbose
            ? LiveProgress.ShowAsync(environment.Output, title, run)
            : run(new PlainProgress(title, environment.Error, environment.Clock));
    }

    private void LogStart(RunLog log)
    {
        log.Logger.Information("RiskEngine {Version}, run {RunId}: {Command}", Engine.Version, description.RunId, description.Command);
        foreach (var (name, value) in description.Options)
            log.Logger.Information("option {Name}: {Value}", name, value);
        foreach (var input in loaded.Scenario.Inputs)
            log.Logger.Information("input {Path}, SHA-256 {Hash}", input.Path, input.Sha256);
    }
}
