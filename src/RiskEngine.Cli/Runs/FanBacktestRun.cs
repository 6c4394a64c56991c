using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Backtesting.Fans;
using RiskEngine.Reporting;
using RiskEngine.Results.Backtests.Fans;

namespace RiskEngine.Cli.Runs;

/// <summary>One backtest of fans from prices to report.</summary>
/// <param name="plan">What the user asked for.</param>
/// <param name="prices">The prices.</param>
/// <param name="portfolios">The portfolios.</param>
/// <param name="environment">Where progress goes, and the clock.</param>
internal sealed class FanBacktestRun(FanBacktestPlan plan, PriceFile prices, BacktestPortfolios portfolios, CommandEnvironment environment)
{
    private readonly IReadOnlyList<InputFile> inputs = [new InputFile(prices.Name, prices.Sha256), .. portfolios.Files];

    /// <summary>The report's folder: <c>reports/backtests/RUN ID</c>.</summary>
    public string Folder => Path.Combine(environment.FullPath(plan.Out), "backtests", Id);

    private string Id => RunId.Of(Engine.Version, inputs, plan.ForManifest());

    /// <summary>Backtests and writes the report.</summary>
    /// <exception cref="ArgumentException">There are too few prices; the message is a sentence.</exception>
    /// <exception cref="FolderNotWritableException">The report's folder cannot be written to.</exception>
    public async Task<FanBacktestResults> DoAsync(CancellationToken cancel)
    {
        var started = environment.Clock.GetLocalNow();
        var progress = plan.Quiet ? null : new Lines(environment.Error);
        var results = await Task.Run(
            () =>
                FanBacktester.Run(
                    prices.History,
                    inputs,
                    portfolios.Portfolios,
                    plan.Calibration,
                    plan.Premium,
                    plan.Settings,
                    progress,
                    cancel
                ),
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
            await FanBacktestReportWriter.WriteAsync(results, description, Folder, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FolderNotWritableException(plan.Out, e);
        }

        return results;
    }

    /// <summary>A line for every tenth origin: all of them take minutes.</summary>
    private sealed class Lines(TextWriter error) : IProgress<DateOnly>
    {
        private const int Every = 10;

        private readonly Lock writing = new();
        private int done;

        public void Report(DateOnly value)
        {
            lock (writing)
            {
                if (++done % Every == 0)
                    error.WriteLine($"{done} origins done, {value:yyyy-MM-dd} the last");
            }
        }
    }
}
