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
    : PastRun<FanBacktestResults>(plan, prices, portfolios, environment)
{
    private readonly Lines? progress = plan.Quiet ? null : new(environment.Error);

    /// <inheritdoc/>
    protected override FanBacktestResults Test(CancellationToken cancel) =>
        FanBacktester.Run(Prices.History, Inputs, Portfolios.Portfolios, plan.Calibration, plan.Premium, plan.Settings, progress, cancel);

    /// <inheritdoc/>
    protected override Task WriteAsync(FanBacktestResults results, RunDescription description, CancellationToken cancel) =>
        FanBacktestReportWriter.WriteAsync(results, description, Folder, cancel);

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
