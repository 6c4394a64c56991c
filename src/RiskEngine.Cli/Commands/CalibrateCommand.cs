using System.CommandLine;
using System.Globalization;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Calibration;
using RiskEngine.Calibration.Factors;
using RiskEngine.Calibration.Market;
using RiskEngine.Calibration.Returns;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;

namespace RiskEngine.Cli.Commands;

/// <summary>
/// <c>riskengine calibrate prices.csv</c>: from a price history to volatilities, tails, betas and correlations, as a market file.
/// </summary>
internal static class CalibrateCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var prices = new Argument<string>("prices.csv")
        {
            Description =
                "closing prices: a column date, then one column an instrument; or what a vendor of data gives, or a folder of such files",
        };
        var benchmark = new Option<string?>("--benchmark")
        {
            Description = "the column that stands for the market; without it there are no betas",
            HelpName = "ID",
        };
        var sector = new Option<string?>("--sector")
        {
            Description = "the column whose residual on the benchmark is a second factor",
            HelpName = "ID",
        };
        var frequency = ChoiceOption.Create<SamplingFrequency>(
            "--frequency",
            "how prices are sampled, no more often than the file's own dates (default: weekly, which is safe across time zones, "
                + "or monthly where "
                + "prices come no more often)"
        );
        var from = DateOption.Create("--from", "first day of prices that count");
        var until = DateOption.Create("--until", "last day of prices that count");
        var kind = ChoiceOption.Create<FactorModel>(
            "--kind",
            "process fitted to the factors: to the benchmark and sector, or to every column where there is none (default: "
                + "geometric-brownian)"
        );
        var own = ChoiceOption.Create<OwnModel>(
            "--own",
            "law fitted to what the benchmark leaves of each column: normal, student-t, garch with today's level, or auto, the best of "
                + "them by information criterion (default: normal)"
        );
        var shrinkage = ChoiceOption.Create<Shrinkage>(
            "--shrinkage",
            "what correlations are pulled towards, by the intensity of Ledoit and Wolf (default: none)"
        );
        var premium = DecimalOption.Create(
            "--premium",
            -0.5,
            0.5,
            "return a year over the risk-free rate that the benchmark is expected to earn, as 0.045 (default: "
                + $"{EquityPremium.Default.Rate}, of shares; without --benchmark there is no default)"
        );
        var market = new Option<string?>("--out")
        {
            Description = "write a market file for scenarios, with the source and standard error of every number",
            HelpName = "FILE",
        };
        var force = new Option<bool>("--force") { Description = "replace the file of --out where it is there already" };
        var command = new Command(
            "calibrate",
            "Estimate volatilities, tails, betas and correlations from a price history, and write a market file."
        )
        {
            prices,
            kind,
            own,
            benchmark,
            sector,
            frequency,
            from,
            until,
            shrinkage,
            premium,
            market,
            force,
        };
        command.SetAction(parsed =>
            Calibrate(
                parsed.GetRequiredValue(prices),
                new CalibrationOptions(
                    parsed.GetValue(frequency),
                    parsed.GetValue(benchmark),
                    parsed.GetValue(sector),
                    parsed.GetValue(from),
                    parsed.GetValue(until)
                )
                {
                    Kind = parsed.GetValue(kind) ?? FactorModel.GeometricBrownian,
                    Own = parsed.GetValue(own) ?? OwnModel.Normal,
                    Shrinkage = parsed.GetValue(shrinkage) ?? Shrinkage.None,
                },
                parsed.GetValue(market),
                parsed.GetValue(premium) is { } rate ? EquityPremium.Given(rate) : null,
                parsed.GetValue(force),
                environment
            )
        );
        return command;
    }

    private static int Calibrate(
        string file,
        CalibrationOptions options,
        string? market,
        EquityPremium? premium,
        bool force,
        CommandEnvironment environment
    )
    {
        if (market is not null && options.Benchmark is null && premium is null)
        {
            return UsageErrors.Refuse(
                "--premium: without --benchmark no factor is known to be of shares; give the return a year "
                    + "over the risk-free rate that every "
                    + "column is expected to earn (--premium 0.045, or 0), and change it in the file where one earns another",
                environment.Error
            );
        }

        if (OutputFile.Problem(market, force, environment) is { } taken)
            return UsageErrors.Refuse(taken, environment.Error);
        if (PriceFile.Read(file, environment) is not { } prices)
            return ExitCode.BadInput;
        if (Problem(prices.History, options) is { } problem)
            return UsageErrors.Refuse(problem, environment.Error);
        try
        {
            var result = Calibrator.Calibrate(prices.History, options);
            environment.Output.Write(CalibrationScreen.Render(result));
            if (options.Benchmark is not null)
                environment.WriteLine($"Premium: {Premium(premium ?? EquityPremium.Default)}");
            return market is null ? ExitCode.Done : Write(result, prices, market, premium, environment);
        }
        catch (ArgumentException e) // too few prices for what was asked, in a sentence
        {
            return UsageErrors.Refuse(e.Message.Split(" (Parameter", 2)[0], environment.Error);
        }
    }

    private static string Premium(EquityPremium premium) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * premium.Rate:0.##}% a year for a beta of 1. {premium.Reason.English}");

    private static int Write(
        CalibrationResult result,
        PriceFile prices,
        string market,
        EquityPremium? premium,
        CommandEnvironment environment
    )
    {
        if (result.Instruments.Count == 0)
            return UsageErrors.Refuse("--out: no column has enough returns for a market file", environment.Error);
        environment.WriteLine("");
        OutputFile.Write(market, MarketFile.Write(result, Path.GetFileName(prices.Name), prices.Sha256, premium), environment);
        return ExitCode.Done;
    }

    /// <summary>What the options ask for and the history does not have; null when all is there.</summary>
    private static string? Problem(PriceHistory history, CalibrationOptions options)
    {
        if (options.Sector is not null && options.Benchmark is null)
            return "--sector needs --benchmark: the sector factor is what the benchmark does not explain";
        if (options.Own != OwnModel.Normal && options.Benchmark is null)
            return "--own needs --benchmark: own risk is what the benchmark does not explain; without one --kind is each column's law";
        foreach (var (option, id) in new[] { ("--benchmark", options.Benchmark), ("--sector", options.Sector) })
        {
            if (id is not null && !history.Contains(id))
                return $"{option}: {UsageErrors.Unknown("column", id, history.Instruments, "columns")}";
        }

        if (!history.Dates.Any(d => (options.From is null || d >= options.From) && (options.To is null || d <= options.To)))
            return $"--from and --until leave no prices; the file has {history.Dates[0]:yyyy-MM-dd} to {history.Dates[^1]:yyyy-MM-dd}";
        return null;
    }
}
