using RiskEngine.Backtesting;
using RiskEngine.Reporting;
using RiskEngine.Results.Backtests;

namespace RiskEngine.Cli.Runs;

/// <summary>One backtest of values at risk from prices to report.</summary>
/// <param name="plan">What the user asked for.</param>
/// <param name="prices">The prices.</param>
/// <param name="portfolios">The portfolios.</param>
/// <param name="environment">Where progress goes, and the clock.</param>
internal sealed class BacktestRun(BacktestPlan plan, PriceFile prices, BacktestPortfolios portfolios, CommandEnvironment environment)
    : PastRun<BacktestResults>(plan, prices, portfolios, environment)
{
    // A line a portfolio, written at once: a backtest of several takes a while.
    private readonly Lines? progress = plan.Quiet ? null : new(environment.Error, portfolios.Portfolios.Count);

    /// <inheritdoc/>
    protected override BacktestResults Test(CancellationToken cancel) =>
        Backtester.Run(Prices.History, Inputs, Portfolios.Portfolios, plan.Models, plan.Settings, progress, cancel);

    /// <inheritdoc/>
    protected override Task WriteAsync(BacktestResults results, RunDescription description, CancellationToken cancel) =>
        BacktestReportWriter.WriteAsync(results, description, Folder, cancel);

    private sealed class Lines(TextWriter error, int count) : IProgress<string>
    {
        private int done;

        public void Report(string value) => error.WriteLine($"{value}: done ({++done} of {count})");
    }
}
