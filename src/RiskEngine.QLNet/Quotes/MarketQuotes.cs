using RiskEngine.QLNet.Calibration;
using RiskEngine.QLNet.Curves;

namespace RiskEngine.QLNet.Quotes;

/// <summary>The market's quotes of one day, as a quote file gives them.</summary>
public sealed record MarketQuotes
{
    /// <summary>Deposits and swaps: what the curve is made of.</summary>
    public IReadOnlyList<RateQuote> Rates { get; init; } = [];

    /// <summary>Swaption volatilities: what Hull-White is fitted to.</summary>
    public IReadOnlyList<SwaptionQuote> Swaptions { get; init; } = [];

    /// <summary>Option volatilities: what Heston is fitted to.</summary>
    public IReadOnlyList<OptionQuote> Options { get; init; } = [];

    /// <summary>Spreads of one issuer's credit default swaps: what its defaults are made of.</summary>
    public IReadOnlyList<CreditQuote> Credit { get; init; } = [];

    /// <summary>The part that holders get back when the issuer defaults; 0.4, the market's convention, where the file has none.</summary>
    public double Recovery { get; init; } = 0.4;

    /// <summary>Price of the options' underlying; null where the file has none.</summary>
    public double? Spot { get; init; }

    /// <summary>Dividend yield of the options' underlying, continuously compounded.</summary>
    public double DividendYield { get; init; }
}
