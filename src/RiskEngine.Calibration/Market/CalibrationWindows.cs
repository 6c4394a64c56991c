namespace RiskEngine.Calibration.Market;

/// <summary>The estimations that a market file refers to: one for the whole window, one more for each shorter one.</summary>
internal sealed class CalibrationWindows(CalibrationResult result, string source)
{
    private readonly string name = MarketIds.Word(Path.GetFileNameWithoutExtension(source));
    private readonly DateOnly firstReturn = result.Instruments.Min(entry => entry.FirstReturn);
    private readonly SortedDictionary<string, (DateOnly From, DateOnly Until)> used = new(StringComparer.Ordinal);

    /// <summary>Those that were asked for, by id.</summary>
    public IEnumerable<(string Id, DateOnly From, DateOnly Until)> Used =>
        used.Select(window => (window.Key, window.Value.From, window.Value.Until));

    /// <summary>The id of the estimation over the returns of a window.</summary>
    public string Of(DateOnly first, DateOnly last)
    {
        var from = first <= firstReturn ? result.FirstPrice : first;
        var until = last < result.LastPrice ? last : result.LastPrice;
        var isWhole = from == result.FirstPrice && until == result.LastPrice;
        var id = isWhole ? name : $"{name}-{from:yyyyMMdd}-{until:yyyyMMdd}";
        used[id] = (from, until);
        return id;
    }
}
