using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Results;

/// <summary>What happened, held against what a run's base case said.</summary>
public sealed record ScoreResults
{
    /// <summary>The last day of prices.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The portfolios whose value could be followed.</summary>
    public required IReadOnlyList<PortfolioScore> Portfolios { get; init; }

    /// <summary>The portfolios whose value could not, with the instruments that lack a price.</summary>
    public required IReadOnlyList<UnscoredPortfolio> Unscored { get; init; }

    /// <summary>The predictions that came due, decided or not.</summary>
    public required IReadOnlyList<PredictionScore> Predictions { get; init; }

    /// <summary>Number of predictions that are still to come.</summary>
    public required int StillToCome { get; init; }
}

/// <summary>One portfolio as held.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Path">Its value on the days of the run's fan, by its value on the as-of date, as far as prices go.</param>
/// <param name="Horizons">Its profit at the horizons that came.</param>
public sealed record PortfolioScore(Portfolio Portfolio, IReadOnlyList<FollowedValue> Path, IReadOnlyList<HorizonScore> Horizons)
{
    /// <summary>On how many days its value lay below the 5% quantile.</summary>
    public int Below => Path.Count(v => v.Value < v.Q05);

    /// <summary>On how many days its value lay above the 95% quantile.</summary>
    public int Above => Path.Count(v => v.Value > v.Q95);
}

/// <summary>A portfolio's value on a day of the fan, and the fan there; 1 is the value on the as-of date.</summary>
public sealed record FollowedValue(DateOnly Date, double Value, double Q05, double Q25, double Median, double Q75, double Q95);

/// <summary>A profit that happened, in its forecast.</summary>
/// <param name="Horizon">The horizon.</param>
/// <param name="Profit">What happened, relative to the value on the as-of date.</param>
/// <param name="Median">The forecast's median.</param>
/// <param name="ValueAtRisk">The forecast's VaR at 95%, a loss.</param>
/// <param name="Transform">Share of paths below what happened; not a number where the run kept no paths.</param>
/// <param name="Crps">Continuous ranked probability score, in the profit's unit; not a number where the run kept no paths.</param>
public sealed record HorizonScore(Horizon Horizon, double Profit, double Median, double ValueAtRisk, double Transform, double Crps)
{
    /// <summary>Whether the loss was larger than VaR.</summary>
    public bool IsBreach => -Profit > ValueAtRisk;
}

/// <summary>A portfolio that prices do not reach.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Missing">The instruments that have no close on the as-of date or at its end.</param>
public sealed record UnscoredPortfolio(Portfolio Portfolio, IReadOnlyList<Id<Instrument>> Missing);

/// <summary>A prediction whose day has come.</summary>
/// <param name="Thesis">The thesis that makes it.</param>
/// <param name="Prediction">The prediction.</param>
/// <param name="Probability">What the run gave it.</param>
/// <param name="Outcome">Whether it came true; null where nobody says.</param>
public sealed record PredictionScore(Thesis Thesis, Prediction Prediction, double Probability, bool? Outcome)
{
    /// <summary>The Brier score of the run's probability (Brier 1950): 0 is best, 0.25 that of a coin; not a number without outcome.</summary>
    public double Brier => Outcome is { } came ? Square(Probability - (came ? 1 : 0)) : double.NaN;

    /// <summary>That of an author who is certain.</summary>
    public double CertainBrier =>
        Outcome is { } came
            ? came
                ? 0
                : 1
            : double.NaN;

    private static double Square(double value) => value * value;
}
