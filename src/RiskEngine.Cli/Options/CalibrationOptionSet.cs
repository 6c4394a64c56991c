using System.CommandLine;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Calibration;
using RiskEngine.Calibration.Factors;
using RiskEngine.Calibration.Market;
using RiskEngine.Calibration.Returns;

namespace RiskEngine.Cli.Options;

/// <summary>The options that say what is estimated from prices, the same for every command that calibrates.</summary>
internal sealed class CalibrationOptionSet
{
    private readonly Option<string?> benchmark = new("--benchmark")
    {
        Description = "the column that stands for the market; without it there are no betas",
        HelpName = "ID",
    };

    private readonly Option<string?> sector = new("--sector")
    {
        Description = "the column whose residual on the benchmark is a second factor",
        HelpName = "ID",
    };

    private readonly Option<SamplingFrequency?> frequency = ChoiceOption.Create<SamplingFrequency>(
        "--frequency",
        "how prices are sampled, no more often than the file's own dates (default: weekly, which is safe across time zones, or monthly "
            + "where prices come no more often)"
    );

    private readonly Option<FactorModel?> kind = ChoiceOption.Create<FactorModel>(
        "--kind",
        "process fitted to the factors: to the benchmark and sector, or to every column where there is none (default: geometric-brownian)"
    );

    private readonly Option<OwnModel?> own = ChoiceOption.Create<OwnModel>(
        "--own",
        "law fitted to what the benchmark leaves of each column: normal, student-t, garch with today's level, or auto, the best of them by "
            + "information criterion (default: normal)"
    );

    private readonly Option<Shrinkage?> shrinkage = ChoiceOption.Create<Shrinkage>(
        "--shrinkage",
        "what correlations are pulled towards, by the intensity of Ledoit and Wolf (default: none)"
    );

    private readonly Option<double?> premium = DecimalOption.Create(
        "--premium",
        -0.5,
        0.5,
        "return a year over the risk-free rate that the benchmark is expected to earn, as 0.045 (default: "
            + $"{EquityPremium.Default.Rate}, of shares; without --benchmark there is no default)"
    );

    /// <summary>The options, for commands that allow them in some ways of use only.</summary>
    public IReadOnlyList<Option> All => [kind, own, benchmark, sector, frequency, shrinkage, premium];

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in All)
            command.Add(option);
    }

    /// <summary>What was asked for.</summary>
    public CalibrationOptions Of(ParseResult parsed, DateOnly? from, DateOnly? until) =>
        new(parsed.GetValue(frequency), parsed.GetValue(benchmark), parsed.GetValue(sector), from, until)
        {
            Kind = parsed.GetValue(kind) ?? FactorModel.GeometricBrownian,
            Own = parsed.GetValue(own) ?? OwnModel.Normal,
            Shrinkage = parsed.GetValue(shrinkage) ?? Shrinkage.None,
        };

    /// <summary>The premium that was given; null for the default.</summary>
    public EquityPremium? PremiumOf(ParseResult parsed) => parsed.GetValue(premium) is { } rate ? EquityPremium.Given(rate) : null;

    /// <summary>Why there must be a premium; null where there is one, or a default.</summary>
    public static string? MissingPremium(CalibrationOptions options, EquityPremium? premium) =>
        options.Benchmark is null && premium is null
            ? "--premium: without --benchmark no factor is known to be of shares; give the return a year over the risk-free rate that "
                + "every column is expected to earn (--premium 0.045, or 0), and change it in the file where one earns another"
            : null;

    /// <summary>What the options ask for and the history does not have; null when all is there.</summary>
    public static string? Problem(PriceHistory history, CalibrationOptions options)
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
