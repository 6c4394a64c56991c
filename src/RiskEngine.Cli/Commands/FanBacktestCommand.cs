using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;

namespace RiskEngine.Cli.Commands;

/// <summary>
/// <c>riskengine backtest prices.csv --fans 1m,3m,12m</c>: what the calibrated engine would have said at past dates, against what happened.
/// </summary>
internal static class FanBacktestCommand
{
    /// <summary>Does what the plan says.</summary>
    public static async Task<int> RunAsync(FanBacktestPlan plan, CommandEnvironment environment, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(plan.Out) || File.Exists(environment.FullPath(plan.Out)))
            return UsageErrors.Refuse($"--out: expected a folder, found '{plan.Out}'", environment.Error);
        if (CalibrationOptionSet.MissingPremium(plan.Calibration, plan.Premium) is { } missing)
            return UsageErrors.Refuse(missing, environment.Error);
        if (
            PriceFile.Read(plan.Prices, environment) is not { } prices
            || BacktestPortfolios.Read(plan.Portfolios, prices, environment) is not { } portfolios
        )
        {
            return ExitCode.BadInput;
        }

        if (CalibrationOptionSet.Problem(prices.History, plan.Calibration) is { } problem)
            return UsageErrors.Refuse(problem, environment.Error);
        try
        {
            var run = new FanBacktestRun(plan, prices, portfolios, environment);
            var results = await run.DoAsync(cancel);
            if (!plan.Quiet)
                environment.Output.Write(FanBacktestScreen.Render(results));
            environment.WriteLine(environment.DisplayPath(Path.Combine(run.Folder, "report.html")));
            return ExitCode.Done;
        }
        catch (AggregateException e) when (e.InnerException is ArgumentException) // the same, at one of the origins
        {
            return UsageErrors.Refuse(e.InnerException!.Message.Split(" (Parameter", 2)[0], environment.Error);
        }
        catch (ArgumentException e) // too few prices for what was asked, in a sentence
        {
            return UsageErrors.Refuse(e.Message.Split(" (Parameter", 2)[0], environment.Error);
        }
    }
}
