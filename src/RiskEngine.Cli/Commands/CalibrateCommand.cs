using System.CommandLine;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Calibration;
using RiskEngine.Calibration.Returns;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Screens;
using RiskEngine.Loading.Prices;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine calibrate prices.csv</c>: from a price history to volatilities, betas and correlations for a market file.</summary>
internal static class CalibrateCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Surroundings surroundings)
    {
        var prices = new Argument<string>("prices.csv") { Description = "closing prices: a column date, then one column an instrument; an empty cell is a day without a close" };
        var benchmark = new Option<string?>("--benchmark") { Description = "the column that stands for the market; without it there are no betas", HelpName = "ID" };
        var sector = new Option<string?>("--sector") { Description = "the column whose residual on the benchmark is a second factor", HelpName = "ID" };
        var frequency = ChoiceOption.Create<SamplingFrequency>("--frequency", "how prices are sampled (default: weekly, which is safe across time zones)");
        var from = DateOption.Create("--from", "first day of prices that count");
        var until = DateOption.Create("--until", "last day of prices that count");
        var command = new Command("calibrate", "Estimate volatilities, betas and correlations from a price history.") { prices, benchmark, sector, frequency, from, until };
        command.SetAction(parsed => Calibrate(
            parsed.GetRequiredValue(prices),
            new CalibrationOptions(
                parsed.GetValue(frequency) ?? SamplingFrequency.Weekly, parsed.GetValue(benchmark), parsed.GetValue(sector), parsed.GetValue(from), parsed.GetValue(until)),
            surroundings));
        return command;
    }

    private static int Calibrate(string file, CalibrationOptions options, Surroundings surroundings)
    {
        var path = surroundings.FullPath(file);
        if (!File.Exists(path))
            return UsageErrors.Refuse($"the file '{file}' does not exist", surroundings.Error);
        var diagnostics = new DiagnosticBag();
        if (PriceHistoryReader.Read(File.ReadAllBytes(path), file, diagnostics) is not { } history)
        {
            var errors = diagnostics.Sorted();
            foreach (var error in errors)
                surroundings.Error.WriteLine(error);
            surroundings.Error.WriteLine(DiagnosticLines.Count(errors));
            return ExitCode.BadInput;
        }

        if (Problem(history, options) is { } problem)
            return UsageErrors.Refuse(problem, surroundings.Error);
        try
        {
            surroundings.Output.Write(CalibrationScreen.Render(Calibrator.Calibrate(history, options)));
            return ExitCode.Done;
        }
        catch (ArgumentException e) // too few prices for what was asked, in a sentence
        {
            return UsageErrors.Refuse(e.Message.Split(" (Parameter", 2)[0], surroundings.Error);
        }
    }

    /// <summary>What the options ask for and the history does not have; null when all is there.</summary>
    private static string? Problem(PriceHistory history, CalibrationOptions options)
    {
        if (options.Sector is not null && options.Benchmark is null)
            return "--sector needs --benchmark: the sector factor is what the benchmark does not explain";
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
