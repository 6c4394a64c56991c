using System.CommandLine;
using System.Globalization;
using RiskEngine.Calibration;
using RiskEngine.Calibration.Market;
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
        var estimated = new CalibrationOptionSet();
        var from = DateOption.Create("--from", "first day of prices that count");
        var until = DateOption.Create("--until", "last day of prices that count");
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
            from,
            until,
            market,
            force,
        };
        estimated.AddTo(command);
        command.SetAction(parsed =>
            Calibrate(
                parsed.GetRequiredValue(prices),
                estimated.Of(parsed, parsed.GetValue(from), parsed.GetValue(until)),
                parsed.GetValue(market),
                estimated.PremiumOf(parsed),
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
        if (market is not null && CalibrationOptionSet.MissingPremium(options, premium) is { } missing)
            return UsageErrors.Refuse(missing, environment.Error);
        if (OutputFile.Problem(market, force, environment) is { } taken)
            return UsageErrors.Refuse(taken, environment.Error);
        if (PriceFile.Read(file, environment) is not { } prices)
            return ExitCode.BadInput;
        if (CalibrationOptionSet.Problem(prices.History, options) is { } problem)
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
}
