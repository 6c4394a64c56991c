using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Backtesting;
using RiskEngine.Reporting;
using RiskEngine.Results.Backtests;

namespace RiskEngine.Cli.Runs;

/// <summary>One backtest from prices to report.</summary>
/// <param name="plan">What the user asked for.</param>
/// <param name="prices">The prices.</param>
/// <param name="portfolios">The portfolios.</param>
/// <param name="environment">Where progress goes, and the clock.</param>
internal sealed class BacktestRun(BacktestPlan plan, PriceFile prices, BacktestPortfolios portfolios, CommandEnvironment environment)
{
    private readonly IReadOnlyList<InputFile> inputs = [new InputFile(prices.Name, prices.Sha256), .. portfolios.Files];

    /// <summary>The report's folder: <c>reports/backtests/RUN ID</c>.</summary>
    public string Folder => Path.Combine(environment.FullPath(plan.Out), "backtests", Id);

    private string Id => RunId.Of(Engine.Version, inputs, plan.ForManifest());

    /// <summary>Backtests and writes the report.</summary>
    /// <exception cref="ArgumentException">There are too few prices; the message is a sentence.</exception>
    /// <exception cref="FolderNotWritableException">The report's folder cannot be written to.</exception>
    public async Task<BacktestResults> DoAsync(CancellationToken cancel)
    {
        var started = environment.Clock.GetLocalNow();
        var progress = plan.Quiet ? null : new Lines(environment.Error, portfolios.Portfolios.Count);
        var results = await Task.Run(
            () => Backtester.Run(prices.History, inputs, portfolios.Portfolios, plan.Models, plan.Settings, progress, cancel),
            cancel
        );
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
            await BacktestReportWriter.WriteAsync(results, description, Folder, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FolderNotWritableException(plan.Out, e);
        }

        return results;
    }

    /// <summary>A line a portfolio, written at once: a backtest of several takes a while.</summary>
    private sealed class Lines(TextWriter error, int count) : IProgress<string>
    {
        private int done;

        public void Report(string value) => error.WriteLine($"{value}: done ({++done} of {count})");
    }
}
