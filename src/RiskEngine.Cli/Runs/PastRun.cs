using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Reporting;

namespace RiskEngine.Cli.Runs;

/// <summary>One backtest from prices to report.</summary>
/// <typeparam name="TResults">What it finds.</typeparam>
/// <param name="plan">What the user asked for.</param>
/// <param name="prices">The prices.</param>
/// <param name="portfolios">The portfolios.</param>
/// <param name="environment">Where progress goes, and the clock.</param>
internal abstract class PastRun<TResults>(
    IBacktestPlan plan,
    PriceFile prices,
    BacktestPortfolios portfolios,
    CommandEnvironment environment
)
{
    /// <summary>The prices.</summary>
    protected PriceFile Prices { get; } = prices;

    /// <summary>The portfolios.</summary>
    protected BacktestPortfolios Portfolios { get; } = portfolios;

    /// <summary>What was read.</summary>
    protected IReadOnlyList<InputFile> Inputs { get; } = [new InputFile(prices.Name, prices.Sha256), .. portfolios.Files];

    /// <summary>The report's folder: <c>reports/backtests/RUN ID</c>.</summary>
    public string Folder => Path.Combine(environment.FullPath(plan.Out), "backtests", Id);

    private string Id => RunId.Of(Engine.Version, Inputs, plan.ForManifest());

    /// <summary>Backtests and writes the report.</summary>
    /// <exception cref="ArgumentException">There are too few prices; the message is a sentence.</exception>
    /// <exception cref="FolderNotWritableException">The report's folder cannot be written to.</exception>
    public async Task<TResults> DoAsync(CancellationToken cancel)
    {
        var started = environment.Clock.GetLocalNow();
        var results = await Task.Run(() => Test(cancel), cancel);
        var description = new RunDescription
        {
            RunId = Id,
            Command = plan.Command(),
            Started = started,
            Options = plan.ForManifest(),
            Machine = MachineKind.OfProcess(),
        };
        Leftovers.Clear(environment.FullPath(plan.Out));
        try
        {
            await WriteAsync(results, description, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FolderNotWritableException(plan.Out, e);
        }

        return results;
    }

    /// <summary>Backtests.</summary>
    protected abstract TResults Test(CancellationToken cancel);

    /// <summary>Writes the report into <see cref="Folder"/>.</summary>
    protected abstract Task WriteAsync(TResults results, RunDescription description, CancellationToken cancel);
}
