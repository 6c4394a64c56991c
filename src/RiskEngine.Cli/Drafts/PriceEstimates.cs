using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Securities;
using RiskEngine.Calibration;
using RiskEngine.Cli.Runs;
using RiskEngine.Loading.Drafts;

namespace RiskEngine.Cli.Drafts;

/// <summary>What a price file says of holdings: volatilities, betas to the funds of factors that stand beside them.</summary>
/// <param name="prices">The price file.</param>
/// <param name="market">The reference market, whose factors are funds.</param>
/// <param name="securities">Which column is which security.</param>
/// <param name="asOf">The last day that counts.</param>
/// <param name="found">Takes notices and errors.</param>
internal sealed class PriceEstimates(PriceFile prices, ReferenceMarket market, SecurityList securities, DateOnly asOf, DiagnosticBag found)
{
    private const string Shares = "us-equity";

    private readonly Dictionary<string, CalibrationResult?> results = [];

    /// <summary>The holdings with what their prices say; those without a column as they were.</summary>
    public IReadOnlyList<DraftHolding> Of(IReadOnlyList<DraftHolding> holdings) => [.. holdings.Select(Estimated)];

    private DraftHolding Estimated(DraftHolding holding)
    {
        var known = securities.FindCode(holding.Code) ?? securities.FindName(holding.Code);
        if (Column(holding.Code, known) is not { } column)
            return holding;
        var benchmark = Benchmark(known?.Sector ?? "", column) ?? Benchmark(Shares, column);
        if (Result(benchmark?.Column) is not { } result)
            return holding;
        if (result.Find(column) is not { } entry)
        {
            found.Notice(holding.Location, $"'{holding.Code}': too few returns in '{prices.Name}' to estimate its risk");
            return holding;
        }

        var record = new CalibrationRecord(
            new Id<CalibrationRecord>(benchmark is null ? "prices" : $"prices-on-{benchmark.Value.Factor}"),
            LocalText.Same($"{Path.GetFileName(prices.Name)} (SHA-256 {prices.Sha256[..12]})"),
            result.FirstPrice,
            result.LastPrice,
            result.Method
        );
        var volatility = entry.Volatility.Annualised;
        return holding with
        {
            Estimate = new HoldingEstimate(record, volatility.Value, volatility.StandardError)
            {
                Beta =
                    benchmark is { } b && entry.Exposures is { } exposures
                        ? (b.Factor, exposures.Market.Value, exposures.Market.StandardError)
                        : null,
            },
        };
    }

    private string? Column(string code, Security? known) =>
        prices.History.Instruments.FirstOrDefault(c => string.Equals(c, code, StringComparison.OrdinalIgnoreCase))
        ?? (known is null ? null : prices.History.Instruments.FirstOrDefault(c => securities.FindCode(c) == known));

    /// <summary>A column, other than the holding's own, that is the fund of a factor.</summary>
    private (string Column, string Factor)? Benchmark(string factor, string own)
    {
        if (!market.Factors.TryGetValue(factor, out var known) || known.Fund.Length == 0)
            return null;
        var column = prices.History.Instruments.FirstOrDefault(c => string.Equals(c, known.Fund, StringComparison.OrdinalIgnoreCase));
        return column is null || column == own ? null : (column, factor);
    }

    private CalibrationResult? Result(string? benchmark)
    {
        var key = benchmark ?? "";
        if (results.TryGetValue(key, out var known))
            return known;
        CalibrationResult? result = null;
        try
        {
            result = Calibrator.Calibrate(prices.History, new CalibrationOptions(Benchmark: benchmark, To: asOf));
        }
        catch (ArgumentException e) // too few prices for what was asked, in a sentence
        {
            found.Error(new SourceLocation(prices.Name), e.Message.Split(" (Parameter", 2)[0]);
        }

        results.Add(key, result);
        return result;
    }
}
