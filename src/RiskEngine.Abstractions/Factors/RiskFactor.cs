using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Parameters;

namespace RiskEngine.Abstractions.Factors;

/// <summary>A quantity of the outside world that moves and takes instruments with it, as the scenario file defines it.</summary>
public sealed record RiskFactor
{
    /// <summary>The factor's id.</summary>
    public required Id<RiskFactor> Id { get; init; }

    /// <summary>Its name for readers.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The unit of its value in words, for example <c>USD bn a year</c>.</summary>
    public required LocalText Unit { get; init; }

    /// <summary>Whether its value is a part of a whole, told in per cent: its unit begins with "share" ("share of sales").</summary>
    public bool IsShare => Unit.English.StartsWith("share", StringComparison.OrdinalIgnoreCase);

    /// <summary>Which process moves it: the name of a <see cref="FactorKind"/>, for example <c>forecast-path</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The process's parameters by name, complete: what the file leaves out carries the kind's default.</summary>
    public required IReadOnlyDictionary<string, Parameter> Parameters { get; init; }

    /// <summary>Dated points in rising order, for kinds that follow a path; else empty. Points before the as-of date are history.</summary>
    public IReadOnlyList<DatedValue> Path { get; init; } = [];

    /// <summary>Past returns, for kinds that draw from them; else null.</summary>
    public HistoryColumn? History { get; init; }

    /// <summary>States and what they do to other factors, for kinds that switch between them; else null.</summary>
    public RegimeSwitching? Regimes { get; init; }

    /// <summary>
    /// Whether a failure of the factor's process drops the factor from the run, with a warning, instead of stopping the run. Only processes
    /// of plug-ins fail.
    /// </summary>
    public bool DropOnFailure { get; init; }

    /// <summary>
    /// The part of the factor's expected move that prices already know, 0 to 1. Only the rest, and what comes unexpected, moves
    /// instruments. 1 for most factors; below 1 where an article says that a market has not caught on.
    /// </summary>
    public double PricedIn { get; init; } = 1;

    /// <summary>
    /// Expected return a year, over the risk-free rate, that an exposure of one earns: the equity premium on the market factor.
    /// </summary>
    public double Premium { get; init; }

    /// <summary>Name of the parameter by which a kind says what part of a forecast comes.</summary>
    public const string RealisedParameter = "realised";

    /// <summary>The expected part of the factor's forecast that comes; 1 for kinds without such a parameter.</summary>
    public double MeanRealised => Parameters.TryGetValue(RealisedParameter, out var share) ? share.Mean : 1;

    /// <summary>The factor as it is when its forecast is wrong: no part of it comes. The same for kinds without such a parameter.</summary>
    public RiskFactor WithoutForecast() =>
        Parameters.ContainsKey(RealisedParameter)
            ? this with
            {
                Parameters = new Dictionary<string, Parameter>(Parameters)
                {
                    [RealisedParameter] = Abstractions.Parameters.Parameter.Of(0),
                },
            }
            : this;

    /// <summary>The parameter of this name.</summary>
    /// <exception cref="ArgumentException">The factor has no such parameter.</exception>
    public Parameter Parameter(string name) =>
        Parameters.TryGetValue(name, out var parameter)
            ? parameter
            : throw new ArgumentException(
                $"Factor '{Id}' of kind '{Kind}' has no parameter '{name}' (it has: {string.Join(", ", Parameters.Keys)}).",
                nameof(name)
            );
}

/// <summary>A value on a date, in the factor's unit.</summary>
/// <param name="Date">The date; a figure for a calendar year stands on that year's 31 December.</param>
/// <param name="Value">The value.</param>
public readonly record struct DatedValue(DateOnly Date, double Value);
