using System.Globalization;
using System.Text;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Time;
using RiskEngine.QLNet.Curves;

namespace RiskEngine.QLNet.Quotes;

/// <summary>From the spreads of an issuer's credit default swaps to the risks of a scenario: its default, window by window.</summary>
/// <remarks>
/// A risk event has one hazard in its window, a bootstrapped default curve one between the ends of the swaps: there is one event a swap,
/// and each takes the later ones' hazard away, for an issuer defaults once.
/// </remarks>
public static class RiskFile
{
    // A trigger's multiple is above 0; this one leaves nothing that any number of paths would show.
    private const string Never = "0.000001";

    /// <summary>What quotes lack, a sentence each; empty when <see cref="Write"/> can do its work.</summary>
    public static IEnumerable<string> Problems(MarketQuotes quotes)
    {
        ArgumentNullException.ThrowIfNull(quotes);
        if (quotes.Rates.Count == 0)
            yield return "expected at least one deposit or swap, found none: every fit needs the curve";
        if (quotes.Credit.Count == 0)
            yield return "expected at least one credit default swap (cds), found none";
    }

    /// <summary>The text of a file of risks.</summary>
    /// <param name="asOf">The valuation date.</param>
    /// <param name="quotes">Quotes without <see cref="Problems"/>.</param>
    /// <param name="file">Name of their file, for the sources.</param>
    /// <param name="instrument">Id of the instrument that loses what is not recovered.</param>
    /// <exception cref="ArgumentException">No curve gives the spreads back.</exception>
    public static string Write(DateOnly asOf, MarketQuotes quotes, string file, string instrument)
    {
        ArgumentNullException.ThrowIfNull(quotes);
        var survival = DefaultCurve.Bootstrap(asOf, MarketCurve.Bootstrap(asOf, quotes.Rates), quotes.Credit, quotes.Recovery);
        var text = new StringBuilder("risks:\n");
        var from = new DatedValue(asOf, 1);
        for (var window = 0; window < survival.Count; window++)
        {
            Event(text, from, survival, window, (quotes, asOf, file, instrument));
            from = survival[window];
        }

        return text.ToString();
    }

    private static void Event(
        StringBuilder text,
        DatedValue from,
        IReadOnlyList<DatedValue> survival,
        int window,
        (MarketQuotes Quotes, DateOnly AsOf, string File, string Instrument) of
    )
    {
        var until = survival[window];
        var probability = 1 - until.Value / from.Value;
        var hazard = -Math.Log(until.Value / from.Value) / DayCount.Years(from.Date, until.Date);
        var loss = string.Create(CultureInfo.InvariantCulture, $"{of.Quotes.Recovery - 1:0.####}");
        text.Append(CultureInfo.InvariantCulture, $"  {Id(of.Instrument, until)}:\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"    name: {{ en: \"Default by {until.Date:yyyy-MM-dd}\", zh-CN: \"{until.Date:yyyy-MM-dd} 前违约\" }}\n"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"    summary: {{ en: \"The issuer defaults; holders get back {of.Quotes.Recovery:0.##} of the notional.\", zh-CN: "
                + $"\"发行人违约，持有人收回面值的 {of.Quotes.Recovery:0.##}。\" }}\n"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"    probability: {probability:0.########}\n    from: {from.Date:yyyy-MM-dd}\n    until: {until.Date:yyyy-MM-dd}\n"
        );
        text.Append(CultureInfo.InvariantCulture, $"    effects: [{{ on: {of.Instrument}, size: {loss} }}]\n");
        var later = survival
            .Skip(window + 1)
            .Select(s =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{{ event: {Id(of.Instrument, s)}, hazardMultiple: {Never}, for: {s.Date.DayNumber - from.Date.DayNumber}d }}"
                )
            );
        if (window + 1 < survival.Count)
            text.Append(CultureInfo.InvariantCulture, $"    triggers: [{string.Join(", ", later)}]\n");
        var file = of.File.Replace("\"", "'", StringComparison.Ordinal);
        text.Append(
            CultureInfo.InvariantCulture,
            $"    source: {{ judgement: {{ en: \"risk-neutral hazard of {hazard:0.####} a year, bootstrapped by QLNet from "
                + $"{of.Quotes.Credit.Count} "
                + $"credit default swaps at a recovery of {of.Quotes.Recovery:0.##}; quotes of {of.AsOf:yyyy-MM-dd} in {file}\", "
                + $"zh-CN: \"风险中性违约强度每年 {hazard:0.####}，由 QLNet 按 {of.Quotes.Credit.Count} 个信用违约互换自举，"
                + $"回收率 {of.Quotes.Recovery:0.##}；报价日 {of.AsOf:yyyy-MM-dd}，见 {file}\" }} }}\n"
        );
    }

    private static string Id(string instrument, DatedValue until) =>
        string.Create(CultureInfo.InvariantCulture, $"{instrument}-default-{until.Date:yyyy-MM-dd}");
}
