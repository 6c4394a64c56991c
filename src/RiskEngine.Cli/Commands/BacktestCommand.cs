using System.CommandLine;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;
using RiskEngine.Results.Backtests;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine backtest prices.csv</c>: what VaR and ES would have said day by day, against what happened.</summary>
internal static class BacktestCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var defaults = new BacktestSettings();
        var prices = new Argument<string>("prices.csv")
        {
            Description = "daily closing prices: a column date, then one column an instrument; an empty cell is a day without a close",
        };
        var portfolios = new Option<string[]>("--portfolio")
        {
            Description =
                "a portfolio of these columns (instrument,quantity,price,currency), its weights held constant; may be given several "
                + "times (default: every column by itself; with --fans columns are always tested too)",
            HelpName = "FILE",
        };
        var models = ChoiceOption.CreateSeveral<BacktestModel>(
            "--model",
            "model of value at risk; may be given several times (default: all)"
        );
        var window = NumberOption.Create(
            "--window",
            100,
            5_000,
            $"daily returns that each forecast sees (default: {defaults.Window}; with --fans all)"
        );
        var horizon = HorizonOption.Create(
            "--horizon",
            "trading days (td) each forecast is for; their returns do not overlap (default: 1td)"
        );
        var level = LevelOption.Create("--level", $"confidence of VaR and ES, 0.9 to 0.999 (default: {defaults.Level})");
        var significance = DecimalOption.Create(
            "--significance",
            0.0001,
            0.5,
            $"probability of refusing a right model, by each test; critical values of the ES tests are for it (default: "
                + $"{BacktestSettings.UsualSignificance})"
        );
        var refit = NumberOption.Create(
            "--refit",
            1,
            1_000,
            $"fit GARCH and Student-t anew every so many trading days (default: {defaults.Refit})"
        );
        var from = DateOption.Create("--from", "first day that is forecast (default: the first with a full window before it)");
        var until = DateOption.Create("--until", "last day of prices that count");
        var seed = NumberOption.Create("--seed", ulong.MinValue, ulong.MaxValue, $"seed of what is simulated (default: {defaults.Seed})");
        var folder = new Option<string>("--out")
        {
            Description = "folder that reports go under",
            HelpName = "DIR",
            DefaultValueFactory = _ => "reports",
        };
        var fans = new FanBacktestOptions();
        var quiet = new Option<bool>("--quiet") { Description = "print nothing but the report's path" };
        var command = new Command(
            "backtest",
            "Test value at risk and expected shortfall, or with --fans whole forecasts, against what happened, and write a report."
        )
        {
            prices,
            portfolios,
            models,
            window,
            horizon,
            level,
            significance,
            refit,
            from,
            until,
            seed,
            folder,
            quiet,
        };
        fans.AddTo(command);
        command.SetAction(
            (parsed, cancel) =>
            {
                if (fans.Problem(parsed, [models, horizon, level, significance, refit]) is { } problem)
                    return Task.FromResult(UsageErrors.Refuse(problem, environment.Error));
                if (
                    fans.SettingsOf(
                        parsed,
                        parsed.GetValue(window),
                        parsed.GetValue(seed),
                        parsed.GetValue(from),
                        parsed.GetValue(until)
                    ) is
                    { } settings
                )
                {
                    return FanBacktestCommand.RunAsync(
                        new FanBacktestPlan(
                            parsed.GetRequiredValue(prices),
                            parsed.GetValue(portfolios) ?? [],
                            fans.CalibrationOf(parsed),
                            fans.PremiumOf(parsed),
                            settings,
                            parsed.GetRequiredValue(folder),
                            parsed.GetValue(quiet)
                        ),
                        environment,
                        cancel
                    );
                }

                return RunAsync(
                    new BacktestPlan(
                        parsed.GetRequiredValue(prices),
                        parsed.GetValue(portfolios) ?? [],
                        parsed.GetValue(models) is { Length: > 0 } chosen ? [.. chosen.Distinct()] : Enum.GetValues<BacktestModel>(),
                        new BacktestSettings(
                            parsed.GetValue(level) ?? defaults.Level,
                            parsed.GetValue(window) ?? defaults.Window,
                            parsed.GetValue(horizon) ?? defaults.Periods,
                            parsed.GetValue(refit) ?? defaults.Refit,
                            parsed.GetValue(seed) ?? defaults.Seed,
                            parsed.GetValue(from),
                            parsed.GetValue(until)
                        )
                        {
                            Significance = parsed.GetValue(significance) ?? BacktestSettings.UsualSignificance,
                        },
                        parsed.GetRequiredValue(folder),
                        parsed.GetValue(quiet)
                    ),
                    environment,
                    cancel
                );
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(BacktestPlan plan, CommandEnvironment environment, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(plan.Out) || File.Exists(environment.FullPath(plan.Out)))
            return UsageErrors.Refuse($"--out: expected a folder, found '{plan.Out}'", environment.Error);
        if (
            PriceFile.Read(plan.Prices, environment) is not { } prices
            || (
                plan.Portfolios.Count == 0
                    ? BacktestPortfolios.Columns(prices)
                    : BacktestPortfolios.Read(plan.Portfolios, prices, environment)
            )
                is not { } portfolios
        )
        {
            return ExitCode.BadInput;
        }

        try
        {
            var run = new BacktestRun(plan, prices, portfolios, environment);
            var results = await run.DoAsync(cancel);
            if (!plan.Quiet)
                environment.Output.Write(BacktestScreen.Render(results));
            environment.WriteLine(environment.DisplayPath(Path.Combine(run.Folder, "report.html")));
            return ExitCode.Done;
        }
        catch (ArgumentException e) // too few prices for what was asked, in a sentence
        {
            return UsageErrors.Refuse(e.Message.Split(" (Parameter", 2)[0], environment.Error);
        }
    }
}
