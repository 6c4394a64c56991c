using System.CommandLine;
using RiskEngine.Abstractions.Time;
using RiskEngine.Calibration;
using RiskEngine.Calibration.Market;
using RiskEngine.Results.Backtests.Fans;

namespace RiskEngine.Cli.Options;

/// <summary>The options of <c>backtest --fans</c>, which tests whole forecasts of the calibrated engine.</summary>
internal sealed class FanBacktestOptions
{
    private static readonly FanBacktestSettings defaults = new([], OriginSpacing.Monthly);

    private readonly CalibrationOptionSet calibration = new();

    private readonly Option<Tenor[]?> fans = TenorListOption.Create(
        "--fans",
        "test whole forecasts of these horizons: at each origin calibrate on what was known, simulate, and compare with what came"
    );

    private readonly Option<OriginSpacing?> origins = ChoiceOption.Create<OriginSpacing>(
        "--origins",
        "how far apart the dates are at which --fans forecasts (default: monthly)"
    );

    private readonly Option<int?> paths = NumberOption.Create(
        "--paths",
        1_000,
        1_000_000,
        $"simulated paths a forecast of --fans (default: {defaults.Paths})"
    );

    private readonly Option<double?> rate = DecimalOption.Create(
        "--rate",
        -0.05,
        0.5,
        $"risk-free rate a year at all origins of --fans, continuously compounded (default: {defaults.RiskFreeRate})"
    );

    /// <summary>Adds them to the command.</summary>
    public void AddTo(Command command)
    {
        command.Add(fans);
        command.Add(origins);
        command.Add(paths);
        command.Add(rate);
        calibration.AddTo(command);
    }

    /// <summary>An option that has no meaning beside, or without, --fans; null where all fit together.</summary>
    /// <param name="parsed">What was given.</param>
    /// <param name="others">The options of backtests of value at risk.</param>
    public string? Problem(ParseResult parsed, IReadOnlyList<Option> others)
    {
        var isAsked = parsed.GetResult(fans) is not null;
        IEnumerable<Option> strange = isAsked ? others : [origins, paths, rate, .. calibration.All];
        return strange.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } found
            ? isAsked
                ? $"{found.Name} is for backtests of value at risk: it has no meaning beside --fans"
                : $"{found.Name} needs --fans, such as --fans 1m,3m,6m,12m"
            : null;
    }

    /// <summary>Horizons, origins and the like; null where --fans was not given.</summary>
    public FanBacktestSettings? SettingsOf(ParseResult parsed, int? window, ulong? seed, DateOnly? from, DateOnly? until) =>
        parsed.GetValue(fans) is { Length: > 0 } horizons
            ? new FanBacktestSettings(
                horizons,
                parsed.GetValue(origins) ?? defaults.Origins,
                parsed.GetValue(paths) ?? defaults.Paths,
                seed ?? defaults.Seed,
                parsed.GetValue(rate) ?? defaults.RiskFreeRate,
                from,
                until,
                window
            )
            : null;

    /// <summary>What is estimated at each origin.</summary>
    public CalibrationOptions CalibrationOf(ParseResult parsed) => calibration.Of(parsed, from: null, until: null);

    /// <summary>The premium that was given; null for the default.</summary>
    public EquityPremium? PremiumOf(ParseResult parsed) => calibration.PremiumOf(parsed);
}
