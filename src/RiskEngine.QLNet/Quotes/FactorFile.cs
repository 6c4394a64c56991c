using System.Globalization;
using System.Text;
using RiskEngine.QLNet.Calibration;
using RiskEngine.QLNet.Curves;

namespace RiskEngine.QLNet.Quotes;

/// <summary>From quotes to the factors of a market file: the short rate of the curve, and the price of the options' underlying.</summary>
public static class FactorFile
{
    /// <summary>What quotes lack to be fitted, a sentence each; empty when <see cref="Write"/> can do its work.</summary>
    public static IEnumerable<string> Problems(MarketQuotes quotes)
    {
        ArgumentNullException.ThrowIfNull(quotes);
        if (quotes.Rates.Count == 0)
            yield return "expected at least one deposit or swap, found none: every fit needs the curve";
        if (quotes.Swaptions.Count < 2)
            yield return $"expected two swaptions or more for the two parameters of hull-white, found {quotes.Swaptions.Count}";
        if (quotes.Options.Count is > 0 and < 5)
            yield return $"expected five options or more for the five parameters of heston, found {quotes.Options.Count}";
        if (quotes.Options.Count > 0 && quotes.Spot is null)
            yield return "expected the spot of the options' underlying, found none";
    }

    /// <summary>The text of a market file with the fitted factors, each with its source and how close it comes.</summary>
    /// <param name="asOf">The valuation date.</param>
    /// <param name="quotes">Quotes without <see cref="Problems"/>.</param>
    /// <param name="file">Name of their file, for the sources.</param>
    /// <exception cref="ArgumentException">The quotes cannot be fitted.</exception>
    public static string Write(DateOnly asOf, MarketQuotes quotes, string file)
    {
        ArgumentNullException.ThrowIfNull(quotes);
        var curve = MarketCurve.Bootstrap(asOf, quotes.Rates);
        var rates = HullWhiteCalibration.Fit(asOf, curve, quotes.Swaptions);
        var text = new StringBuilder("factors:\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"  short-rate:\n    name: {{ en: \"Short rate\", zh-CN: \"短期利率\" }}\n    unit: {{ en: \"share, a year\", zh-CN: \"年化\" "
                + $"}}\n    kind: hull-white\n"
        );
        var points = curve.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Date:yyyy-MM-dd}: {p.Value:0.########}"));
        text.Append(CultureInfo.InvariantCulture, $"    path: {{ {string.Join(", ", points)} }}\n");
        text.Append(CultureInfo.InvariantCulture, $"    halfLife: {rates.HalfLife:0.####}\n    volatility: {rates.Volatility:0.######}\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"    source: {{ path: {Source(
                    $"bootstrapped by QLNet from {quotes.Rates.Count} rates",
                    $"由 QLNet 按 {quotes.Rates.Count} 个利率报价自举",
                    asOf,
                    file
                )}, all: "
                + $"{Source(
                    $"fitted by QLNet to {quotes.Swaptions.Count} swaptions, prices within {Closeness(rates.Quotes)}",
                    $"由 QLNet 拟合 {quotes.Swaptions.Count} 个互换期权，价格误差在 {Closeness(rates.Quotes)} 以内",
                    asOf,
                    file
                )} }}\n"
        );
        if (quotes.Options.Count > 0)
            Heston(text, asOf, quotes, curve[^1].Value, file);
        return text.ToString();
    }

    /// <summary>Options are few years long: the yield of the longest of them is the rate of all.</summary>
    private static void Heston(StringBuilder text, DateOnly asOf, MarketQuotes quotes, double furthest, string file)
    {
        var longest = quotes.Options.Max(o => o.Expiry.After(asOf));
        var rate = MarketCurve.Bootstrap(asOf, quotes.Rates).Where(p => p.Date >= longest).Select(p => p.Value).FirstOrDefault(furthest);
        var fit = HestonCalibration.Fit(asOf, quotes.Spot!.Value, rate, quotes.DividendYield, quotes.Options);
        text.Append(
            CultureInfo.InvariantCulture,
            $"  price:\n    name: {{ en: \"Price of the options' underlying\", zh-CN: \"期权标的价格\" }}\n    unit: index\n    kind: heston\n"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"    startVariance: {fit.StartVariance:0.######}\n    longVariance: {fit.LongVariance:0.######}\n    halfLife: "
                + $"{fit.HalfLife:0.####}\n    volOfVol: {fit.VolOfVol:0.####}\n    correlation: {fit.Correlation:0.####}\n"
        );
        var method = string.Create(
            CultureInfo.InvariantCulture,
            $"fitted by QLNet to {quotes.Options.Count} options at a rate of {rate:0.####}, prices within {Closeness(fit.Quotes)}; of the pricing law"
        );
        var chinese = string.Create(
            CultureInfo.InvariantCulture,
            $"由 QLNet 按利率 {rate:0.####} 拟合 {quotes.Options.Count} 个期权，价格误差在 {Closeness(fit.Quotes)} 以内；属定价测度"
        );
        text.Append(CultureInfo.InvariantCulture, $"    source: {Source(method, chinese, asOf, file)}\n");
    }

    private static string Closeness(IReadOnlyList<FittedQuote> quotes) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * quotes.Max(q => Math.Abs(q.RelativeError)):0.##}%");

    private static string Source(string english, string chinese, DateOnly asOf, string file)
    {
        var name = file.Replace("\"", "'", StringComparison.Ordinal);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{ judgement: {{ en: \"{english}; quotes of {asOf:yyyy-MM-dd} in {name}\", zh-CN: \"{chinese}；报价日 {asOf:yyyy-MM-dd}，见 {name}\" }} }}"
        );
    }
}
