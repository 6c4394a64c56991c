using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Parameters;

namespace RiskEngine.Abstractions.Building;

/// <summary>Risk factors of the built-in kinds, with every parameter given.</summary>
public static class Factors
{
    /// <summary>Geometric Brownian motion.</summary>
    public static RiskFactor Brownian(
        string id,
        double volatility,
        double premium = 0,
        double drift = 0,
        double start = 1,
        double pricedIn = 1
    ) =>
        Of(
            id,
            "geometric-brownian",
            ("start", Parameter.Of(start)),
            ("drift", Parameter.Of(drift)),
            ("volatility", Parameter.Of(volatility))
        ) with
        {
            Premium = premium,
            PricedIn = pricedIn,
        };

    /// <summary>An Ornstein-Uhlenbeck process.</summary>
    public static RiskFactor Reverting(string id, double volatility, double halfLife, double start = 0, double mean = 0) =>
        Of(
            id,
            "ornstein-uhlenbeck",
            ("start", Parameter.Of(start)),
            ("mean", Parameter.Of(mean)),
            ("halfLife", Parameter.Of(halfLife)),
            ("volatility", Parameter.Of(volatility))
        );

    /// <summary>A forecast path of which <paramref name="realised"/> happens.</summary>
    public static RiskFactor Forecast(string id, double volatility, Parameter realised, params (DateOnly Date, double Value)[] points) =>
        Of(id, "forecast-path", ("realised", realised), ("volatility", Parameter.Of(volatility))) with
        {
            Path = Path(points),
        };

    /// <summary>A bounded share.</summary>
    public static RiskFactor Share(
        string id,
        double volatility,
        double halfLife,
        double lower,
        double upper,
        params (DateOnly Date, double Value)[] points
    ) =>
        Of(
            id,
            "bounded-share",
            ("lower", Parameter.Of(lower)),
            ("upper", Parameter.Of(upper)),
            ("realised", Parameter.Of(1)),
            ("volatility", Parameter.Of(volatility)),
            ("halfLife", Parameter.Of(halfLife))
        ) with
        {
            Path = Path(points),
        };

    /// <summary>Student-t steps.</summary>
    public static RiskFactor StudentT(string id, double volatility, double degreesOfFreedom, double drift = 0, double start = 1) =>
        Of(
            id,
            "student-t",
            ("start", Parameter.Of(start)),
            ("drift", Parameter.Of(drift)),
            ("volatility", Parameter.Of(volatility)),
            ("degreesOfFreedom", Parameter.Of(degreesOfFreedom))
        );

    /// <summary>A Merton jump-diffusion.</summary>
    public static RiskFactor Jumping(
        string id,
        double volatility,
        double jumpRate,
        double jumpMean,
        double jumpDeviation,
        double drift = 0,
        double start = 1
    ) =>
        Of(
            id,
            "merton-jump",
            ("start", Parameter.Of(start)),
            ("drift", Parameter.Of(drift)),
            ("volatility", Parameter.Of(volatility)),
            ("jumpRate", Parameter.Of(jumpRate)),
            ("jumpMean", Parameter.Of(jumpMean)),
            ("jumpDeviation", Parameter.Of(jumpDeviation))
        );

    /// <summary>A Cox-Ingersoll-Ross process.</summary>
    public static RiskFactor SquareRoot(string id, double volatility, double halfLife, double start, double mean) =>
        Of(
            id,
            "cox-ingersoll-ross",
            ("start", Parameter.Of(start)),
            ("mean", Parameter.Of(mean)),
            ("halfLife", Parameter.Of(halfLife)),
            ("volatility", Parameter.Of(volatility))
        );

    /// <summary>GARCH(1,1).</summary>
    public static RiskFactor Garch(
        string id,
        double volatility,
        double alpha,
        double beta,
        double observations = 252,
        double startRatio = 1,
        double drift = 0,
        double start = 1
    ) =>
        Of(
            id,
            "garch",
            ("start", Parameter.Of(start)),
            ("drift", Parameter.Of(drift)),
            ("volatility", Parameter.Of(volatility)),
            ("alpha", Parameter.Of(alpha)),
            ("beta", Parameter.Of(beta)),
            ("observations", Parameter.Of(observations)),
            ("startRatio", Parameter.Of(startRatio))
        );

    /// <summary>The Heston model; kappa is the variance's rate of return to its mean, a year.</summary>
    public static RiskFactor Heston(
        string id,
        double startVariance,
        double longVariance,
        double kappa,
        double volOfVol,
        double correlation,
        double drift = 0,
        double start = 1
    ) =>
        Of(
            id,
            "heston",
            ("start", Parameter.Of(start)),
            ("drift", Parameter.Of(drift)),
            ("startVariance", Parameter.Of(startVariance)),
            ("longVariance", Parameter.Of(longVariance)),
            ("halfLife", Parameter.Of(Math.Log(2) / kappa)),
            ("volOfVol", Parameter.Of(volOfVol)),
            ("correlation", Parameter.Of(correlation))
        );

    /// <summary>A Hull-White short rate on a curve of zero yields.</summary>
    public static RiskFactor HullWhite(string id, double volatility, double halfLife, params (DateOnly Date, double Value)[] yields) =>
        Of(id, "hull-white", ("halfLife", Parameter.Of(halfLife)), ("volatility", Parameter.Of(volatility))) with
        {
            Path = Path(yields),
        };

    /// <summary>
    /// A factor that switches between states; rates a year row by row, and each state's probability on the as-of date (none for long-run
    /// shares).
    /// </summary>
    public static RiskFactor Switching(string id, double[] rates, double[] start, params Regime[] states) =>
        Of(id, "regime-switching") with
        {
            Regimes = new RegimeSwitching
            {
                States = states,
                Transitions = rates,
                Start = start,
            },
        };

    /// <summary>A state in which nothing changes yet.</summary>
    public static Regime State(string id) =>
        new(id, new Dictionary<Id<RiskFactor>, double>(), new Dictionary<Id<RiskFactor>, double>(), []);

    /// <summary>The state with a drift of one more factor.</summary>
    public static Regime Drifting(this Regime state, string factor, double drift) =>
        state with
        {
            Drift = new Dictionary<Id<RiskFactor>, double>(state.Drift) { [new(factor)] = drift },
        };

    /// <summary>The state with shocks of one more factor multiplied.</summary>
    public static Regime Shaking(this Regime state, string factor, double multiple) =>
        state with
        {
            Volatility = new Dictionary<Id<RiskFactor>, double>(state.Volatility) { [new(factor)] = multiple },
        };

    /// <summary>The state with the correlations among factors changed.</summary>
    public static Regime Tying(this Regime state, double change, params string[] factors) =>
        state with
        {
            Correlation = [.. state.Correlation, new RegimeCorrelation([.. factors.Select(f => new Id<RiskFactor>(f))], change)],
        };

    /// <summary>A bootstrapped factor of a history of log returns.</summary>
    public static RiskFactor Bootstrapped(
        string id,
        IReadOnlyList<double> returns,
        double rowsPerYear,
        double blockLength,
        double drift = 0,
        double start = 1,
        double scale = 1,
        string history = "history"
    ) =>
        Of(id, "stationary-bootstrap", ("start", Parameter.Of(start)), ("drift", Parameter.Of(drift)), ("scale", Parameter.Of(scale))) with
        {
            History = new HistoryColumn(history, id, returns, rowsPerYear, blockLength),
        };

    /// <summary>A fixed value, or an unknown one.</summary>
    public static RiskFactor Fixed(string id, Parameter value) => Of(id, "fixed", ("value", value));

    /// <summary>A fixed value.</summary>
    public static RiskFactor Fixed(string id, double value) => Fixed(id, Parameter.Of(value));

    /// <summary>A factor of any kind.</summary>
    public static RiskFactor Of(string id, string kind, params (string Name, Parameter Value)[] parameters) =>
        new()
        {
            Id = new(id),
            Name = LocalText.Same(id),
            Unit = LocalText.Same(""),
            Kind = kind,
            Parameters = parameters.ToDictionary(p => p.Name, p => p.Value),
        };

    private static DatedValue[] Path((DateOnly Date, double Value)[] points) => [.. points.Select(p => new DatedValue(p.Date, p.Value))];
}
