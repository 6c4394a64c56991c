using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Parameters;

namespace RiskEngine.Testing;

/// <summary>Risk factors of the built-in kinds, with every parameter given.</summary>
public static class Factors
{
    /// <summary>Geometric Brownian motion.</summary>
    public static RiskFactor Brownian(string id, double volatility, double premium = 0, double drift = 0, double start = 1, double pricedIn = 1) =>
        Of(id, "geometric-brownian", ("start", Parameter.Of(start)), ("drift", Parameter.Of(drift)), ("volatility", Parameter.Of(volatility)))
            with
        { Premium = premium, PricedIn = pricedIn };

    /// <summary>An Ornstein-Uhlenbeck process.</summary>
    public static RiskFactor Reverting(string id, double volatility, double halfLife, double start = 0, double mean = 0) => Of(
        id,
        "ornstein-uhlenbeck",
        ("start", Parameter.Of(start)),
        ("mean", Parameter.Of(mean)),
        ("halfLife", Parameter.Of(halfLife)),
        ("volatility", Parameter.Of(volatility)));

    /// <summary>A forecast path of which <paramref name="realised"/> happens.</summary>
    public static RiskFactor Forecast(string id, double volatility, Parameter realised, params (DateOnly Date, double Value)[] points) =>
        Of(id, "forecast-path", ("realised", realised), ("volatility", Parameter.Of(volatility))) with { Path = Path(points) };

    /// <summary>A bounded share.</summary>
    public static RiskFactor Share(
        string id, double volatility, double halfLife, double lower, double upper, params (DateOnly Date, double Value)[] points) => Of(
        id,
        "bounded-share",
        ("lower", Parameter.Of(lower)),
        ("upper", Parameter.Of(upper)),
        ("realised", Parameter.Of(1)),
        ("volatility", Parameter.Of(volatility)),
        ("halfLife", Parameter.Of(halfLife))) with
        { Path = Path(points) };

    /// <summary>A fixed value, or an unknown one.</summary>
    public static RiskFactor Fixed(string id, Parameter value) => Of(id, "fixed", ("value", value));

    /// <summary>A fixed value.</summary>
    public static RiskFactor Fixed(string id, double value) => Fixed(id, Parameter.Of(value));

    /// <summary>A factor of any kind.</summary>
    public static RiskFactor Of(string id, string kind, params (string Name, Parameter Value)[] parameters) => new()
    {
        Id = new(id),
        Name = LocalText.Same(id),
        Unit = LocalText.Same(""),
        Kind = kind,
        Parameters = parameters.ToDictionary(p => p.Name, p => p.Value),
    };

    private static DatedValue[] Path((DateOnly Date, double Value)[] points) => [.. points.Select(p => new DatedValue(p.Date, p.Value))];
}
