using MathNet.Numerics.Distributions;

namespace RiskEngine.Calibration.Backtesting.Coverage;

/// <summary>The Basel Committee's zones for the number of breaches (1996, Supervisory framework for the use of backtesting).</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Cumulative">The probability of so many breaches or fewer when the model is right.</param>
/// <param name="Multiplier">What 250 days at 99% add to the capital multiplier of 3, 0 to 1; null for other counts of days or
/// levels.</param>
public readonly record struct TrafficLight(TrafficZone Zone, double Cumulative, double? Multiplier)
{
    private static readonly double[] additions = [0, 0, 0, 0, 0, 0.4, 0.5, 0.65, 0.75, 0.85, 1];

    /// <summary>Yellow begins where the cumulative probability reaches 95%, red where it reaches 99.99%.</summary>
    /// <param name="breaches">How many there were.</param>
    /// <param name="days">How many forecasts.</param>
    /// <param name="p">The probability of a breach.</param>
    public static TrafficLight Of(int breaches, int days, double p)
    {
        var cumulative = new Binomial(p, days).CumulativeDistribution(breaches);
        var zone =
            cumulative < 0.95 ? TrafficZone.Green
            : cumulative < 0.9999 ? TrafficZone.Yellow
            : TrafficZone.Red;
        var isBasel = days == 250 && Math.Abs(p - 0.01) < 1e-12;
        return new TrafficLight(zone, cumulative, isBasel ? additions[Math.Min(breaches, additions.Length - 1)] : null);
    }
}

/// <summary>A zone of the traffic light.</summary>
public enum TrafficZone
{
    /// <summary>No reason to doubt the model.</summary>
    Green,

    /// <summary>More breaches than a right model should have: to be explained.</summary>
    Yellow,

    /// <summary>The model is almost certainly wrong.</summary>
    Red,
}
