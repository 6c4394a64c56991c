using QLNet;

namespace RiskEngine.QLNet;

/// <summary>
/// The one way to what in QLNet knows a valuation date (curves, engines, helpers): on a day that is said, by one thread at a time. QLNet
/// keeps the date by thread, with today as its default, and tells all threads' objects when one changes it.
/// </summary>
internal static class ValuationDate
{
    private static readonly Lock gate = new();

    /// <summary>Does something in QLNet as of a day.</summary>
    public static T On<T>(DateOnly day, Func<T> work)
    {
        lock (gate)
        {
            using var before = new SavedSettings();
            Settings.setEvaluationDate(day.ToQLNet());
            return work();
        }
    }
}
