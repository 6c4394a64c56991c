using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Simulation.Planning;

/// <summary>
/// The delta-normal (variance-covariance) method: a portfolio's profit is taken as linear in the factors and own risks, by its deltas on
/// the as-of date, and these as normal with mean zero and the covariances that the model gives them by a date (RiskMetrics Technical
/// Document 1996, section 1.2; Hull, Options, Futures, and Other Derivatives, chapter on value at risk, model-building approach). Risk
/// events, exits of private companies and parameter uncertainty are not in it.
/// </summary>
public sealed class DeltaNormal
{
    private readonly Model model;
    private readonly PricingSetting setting;
    private readonly Variances variances;
    private readonly IReadOnlyDictionary<Id<Instrument>, OwnRisk> ownRisks;
    private readonly Dictionary<Id<Instrument>, Deltas> deltasOf = [];

    internal DeltaNormal(PricingSetting setting, Variances variances, IReadOnlyDictionary<Id<Instrument>, OwnRisk> ownRisks)
    {
        (model, this.setting, this.variances, this.ownRisks) = (setting.Model, setting, variances, ownRisks);
    }

    /// <summary>The standard deviation of a portfolio's profit relative to its value, from the as-of date to a date of the grid.</summary>
    /// <exception cref="PricingFailedException">A priced instrument could not be priced.</exception>
    public double Deviation(Portfolio portfolio, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        var at = setting.Grid.IndexOf(date);
        var held = Deltas.Sum(portfolio.Positions.Select(p => (portfolio.Weight(p), Of(p.Instrument))));
        var variance = variances.Of([.. held.Factors.Select(f => new Exposure(f.Key, f.Value))])[at];
        foreach (var (id, delta) in held.Own)
            variance += delta * delta * OwnVariance(model.Instruments.First(i => i.Id == id), at);
        return Math.Sqrt(Math.Max(0, variance));
    }

    private double OwnVariance(Instrument instrument, int at)
    {
        if (instrument.Own is { } own)
            return Variances.OfProcess(setting.Kinds.KindOf(own).Create(own, setting.Grid), at);
        var volatility = ownRisks[instrument.Id].OwnVolatility;
        return volatility * volatility * setting.Grid.Years[at];
    }

    private Deltas Of(Id<Instrument> id)
    {
        if (deltasOf.TryGetValue(id, out var known))
            return known;
        var instrument = model.Instruments.First(i => i.Id == id);
        if (instrument.Pricing is null)
        {
            var exposures = model.ExposuresOf(instrument).GroupBy(e => e.Factor).ToDictionary(e => e.Key, e => e.Sum(x => x.Size));
            return deltasOf[id] = new Deltas(exposures, new Dictionary<Id<Instrument>, double> { [id] = 1 });
        }

        var priced = PricedDeltas.Of(instrument, setting);
        var ofFactors = new Deltas(
            priced.Factors.GroupBy(f => f.Factor).ToDictionary(f => f.Key, f => f.Sum(x => x.Delta)),
            new Dictionary<Id<Instrument>, double>()
        );
        return deltasOf[id] = Deltas.Sum([(1, ofFactors), .. priced.Instruments.Select(i => (i.Delta, Of(i.Instrument)))]);
    }

    /// <summary>What factors and own risks move, each by one.</summary>
    private sealed record Deltas(IReadOnlyDictionary<Id<RiskFactor>, double> Factors, IReadOnlyDictionary<Id<Instrument>, double> Own)
    {
        public static Deltas Sum(IEnumerable<(double Weight, Deltas Of)> parts)
        {
            var (factors, own) = (new Dictionary<Id<RiskFactor>, double>(), new Dictionary<Id<Instrument>, double>());
            foreach (var (weight, of) in parts)
            {
                foreach (var (id, delta) in of.Factors)
                    factors[id] = factors.GetValueOrDefault(id) + (weight * delta);
                foreach (var (id, delta) in of.Own)
                    own[id] = own.GetValueOrDefault(id) + (weight * delta);
            }

            return new Deltas(factors, own);
        }
    }
}
