namespace RiskEngine.Results.Backtests;

/// <summary>One model on one portfolio: its forecasts, and what the tests say of them.</summary>
public sealed record ModelBacktest
{
    /// <summary>The model.</summary>
    public required BacktestModel Model { get; init; }

    /// <summary>Its forecasts, oldest first.</summary>
    public required IReadOnlyList<BacktestPoint> Points { get; init; }

    /// <summary>How many losses were larger than VaR.</summary>
    public required int Breaches { get; init; }

    /// <summary>How many a right model has on average.</summary>
    public required double ExpectedBreaches { get; init; }

    /// <summary>The fewest and the most breaches with which Kupiec's test does not refuse a model.</summary>
    public required (int Fewest, int Most) Accepted { get; init; }

    /// <summary>
    /// How often a forecast without or with a breach was followed by one without or with: none-none, none-breach, breach-none,
    /// breach-breach.
    /// </summary>
    public required IReadOnlyList<int> Transitions { get; init; }

    /// <summary>The number of breaches against the binomial distribution.</summary>
    public required BacktestTest Binomial { get; init; }

    /// <summary>Kupiec's proportion of failures.</summary>
    public required BacktestTest KupiecPof { get; init; }

    /// <summary>Kupiec's time until first failure.</summary>
    public required BacktestTest KupiecTuff { get; init; }

    /// <summary>Christoffersen's independence.</summary>
    public required BacktestTest Independence { get; init; }

    /// <summary>Christoffersen's conditional coverage.</summary>
    public required BacktestTest ConditionalCoverage { get; init; }

    /// <summary>Acerbi and Szekely's Z1: how bad breaches were.</summary>
    public required BacktestTest ShortfallZ1 { get; init; }

    /// <summary>Acerbi and Szekely's Z2: how bad and how many.</summary>
    public required BacktestTest ShortfallZ2 { get; init; }

    /// <summary>The traffic light over all forecasts.</summary>
    public required BaselLight Light { get; init; }

    /// <summary>The traffic light over the last 250 forecasts, or all where there are fewer.</summary>
    public required BaselLight RecentLight { get; init; }

    /// <summary>How many forecasts had a probability in each tenth.</summary>
    public required IReadOnlyList<int> ProbabilityCounts { get; init; }

    /// <summary>How often parameters were searched for.</summary>
    public required int Fits { get; init; }

    /// <summary>How many of these searches found none, so that the ones before were kept.</summary>
    public required int FailedFits { get; init; }

    /// <summary>Whether no test of the number, the independence or the size of breaches refuses the model.</summary>
    public bool Holds =>
        !KupiecPof.IsRefused
        && !ConditionalCoverage.IsRefused
        && !Independence.IsRefused
        && !ShortfallZ1.IsRefused
        && !ShortfallZ2.IsRefused;
}

/// <summary>A test whose null hypothesis is that the model is right.</summary>
/// <param name="Statistic">Its figure; NaN where the data do not allow it.</param>
/// <param name="PValue">The probability of a figure as far out when the model is right; NaN likewise.</param>
/// <param name="CriticalValue">For ES tests the value below which the model is refused; NaN for others.</param>
public readonly record struct BacktestTest(double Statistic, double PValue, double CriticalValue = double.NaN)
{
    /// <summary>The level of significance at which it refuses.</summary>
    public double Significance { get; init; } = BacktestSettings.UsualSignificance;

    /// <summary>Whether the test refuses the model; false without a test.</summary>
    public bool IsRefused => PValue < Significance;
}

/// <summary>A zone of the Basel Committee's traffic light.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Days">How many forecasts it counts.</param>
/// <param name="Breaches">How many breaches they have.</param>
/// <param name="Cumulative">The probability of so many or fewer when the model is right.</param>
/// <param name="Multiplier">What it adds to the capital multiplier of 3; null for other counts of days and levels than 250 at 99%.</param>
public sealed record BaselLight(BaselZone Zone, int Days, int Breaches, double Cumulative, double? Multiplier);

/// <summary>The zones.</summary>
public enum BaselZone
{
    /// <summary>No reason to doubt the model.</summary>
    Green,

    /// <summary>More breaches than a right model should have.</summary>
    Yellow,

    /// <summary>The model is almost certainly wrong.</summary>
    Red,
}
