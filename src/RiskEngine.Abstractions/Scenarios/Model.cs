using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Theses;

namespace RiskEngine.Abstractions.Scenarios;

/// <summary>
/// What is simulated: everything that a case may change. Lists keep the order of the files; ids are unique within a list.
/// </summary>
public sealed record Model
{
    /// <summary>Risk-free rate a year, continuously compounded.</summary>
    public required double RiskFreeRate { get; init; }

    /// <summary>The risk factors.</summary>
    public required IReadOnlyList<RiskFactor> Factors { get; init; }

    /// <summary>Correlations of the factors; pairs not named are uncorrelated.</summary>
    public required IReadOnlyList<Correlation> Correlations { get; init; }

    /// <summary>How the factors' shocks hang together beyond their correlations.</summary>
    public Copula Copula { get; init; } = Copula.Gaussian;

    /// <summary>The groups of instruments.</summary>
    public required IReadOnlyList<InstrumentGroup> Groups { get; init; }

    /// <summary>The instruments.</summary>
    public required IReadOnlyList<Instrument> Instruments { get; init; }

    /// <summary>The portfolios; at least one.</summary>
    public required IReadOnlyList<Portfolio> Portfolios { get; init; }

    /// <summary>The theses; recommendations, exposures, predictions, indicators and deals are theirs.</summary>
    public required IReadOnlyList<Thesis> Theses { get; init; }

    /// <summary>The named risks. Deals that may close are events too: see <see cref="Events"/>.</summary>
    public required IReadOnlyList<RiskEvent> Risks { get; init; }

    /// <summary>All that may occur: the risks, then the theses' deals that have an event.</summary>
    public IEnumerable<RiskEvent> Events =>
        Risks.Concat(Theses.SelectMany(t => t.Deals).Where(d => d.Event is not null).Select(d => d.Event!));

    /// <summary>All recommendations of all theses, in order.</summary>
    public IEnumerable<Recommendation> Recommendations => Theses.SelectMany(t => t.Recommendations);

    /// <summary>The variants of every portfolio.</summary>
    public VariantSet Variants => new([.. Recommendations.Where(r => r.IsTraded)]);

    /// <summary>All predictions of all theses, in order.</summary>
    public IEnumerable<Prediction> Predictions => Theses.SelectMany(t => t.Predictions);

    /// <summary>All indicators of all theses, in order.</summary>
    public IEnumerable<Indicator> Indicators => Theses.SelectMany(t => t.Indicators);

    /// <summary>An instrument's exposures with those that theses add, one entry a factor, in the factors' order.</summary>
    public IReadOnlyList<Exposure> ExposuresOf(Instrument instrument)
    {
        IEnumerable<Exposure> added = Theses
            .SelectMany(t => t.Exposures)
            .Where(e => e.Who.Contains(instrument.Id))
            .Select(e => new Exposure(e.Factor, e.Size));
        var total = instrument.Exposures.Concat(added).GroupBy(e => e.Factor).ToDictionary(g => g.Key, g => g.Sum(e => e.Size));
        return [.. Factors.Where(f => total.ContainsKey(f.Id)).Select(f => new Exposure(f.Id, total[f.Id]))];
    }
}
