using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Claims;

/// <summary>Weighs the ways to read advice.</summary>
internal static class AdviceReadings
{
    /// <summary>
    /// A stated horizon is certain; words that can mean two are even; none at all is most likely a year, as most published advice is. A
    /// second conviction takes four parts of ten.
    /// </summary>
    public static IReadOnlyList<AdviceReading> Of(HorizonExpression? horizon, string verb, string? otherwise)
    {
        (HorizonBucket Bucket, double Weight)[] horizons = horizon switch
        {
            null => [(HorizonBucket.MediumTerm, 0.6), (HorizonBucket.ShortTerm, 0.2), (HorizonBucket.LongTerm, 0.2)],
            { Otherwise: { } second } => [(horizon.Bucket, 0.5), (second, 0.5)],
            _ => [(horizon.Bucket, 1)],
        };
        (string Verb, double Weight)[] verbs = otherwise is null ? [(verb, 1)] : [(verb, 0.6), (otherwise, 0.4)];
        return [.. horizons.SelectMany(h => verbs.Select(v => new AdviceReading(h.Bucket, v.Verb, h.Weight * v.Weight)))];
    }
}
