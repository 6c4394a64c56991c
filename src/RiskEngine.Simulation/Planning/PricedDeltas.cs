using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Pricing;

namespace RiskEngine.Simulation.Planning;

/// <summary>How far a priced instrument's price moves, as a part of itself, with what it is priced from.</summary>
/// <param name="Factors">By a factor's move on the scale it moves by: of its logarithm, or of its value.</param>
/// <param name="Instruments">By an instrument's logarithm.</param>
internal sealed record PricedDeltas(
    IReadOnlyList<(Id<RiskFactor> Factor, double Delta)> Factors,
    IReadOnlyList<(Id<Instrument> Instrument, double Delta)> Instruments
)
{
    /// <summary>Small against what moves prices, large against the rounding of iterative pricers.</summary>
    private const double Step = 1e-4;

    /// <summary>Central differences of the price on the as-of date; one path a move is priced.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="setting">The case.</param>
    /// <exception cref="PricingFailedException">A price could not be worked out.</exception>
    public static PricedDeltas Of(Instrument instrument, PricingSetting setting)
    {
        var pricer = PricedPlanning.Create(instrument, setting);
        var rows = pricer.Factors.Count + pricer.Instruments.Count;
        var paths = 1 + (2 * rows); // none moved, then each up and down
        double Moved(double x, FactorScale scale, int row, int path)
        {
            var move =
                path == 1 + (2 * row) ? Step
                : path == 2 + (2 * row) ? -Step
                : 0;
            return scale == FactorScale.Log ? x * Math.Exp(move) : x + move;
        }

        double[] factors =
        [
            .. pricer.Factors.SelectMany(
                (id, row) =>
                    Enumerable
                        .Range(0, paths)
                        .Select(path => Moved(PricedPlanning.Start(id, setting), setting.Kinds.KindOf(setting.Factor(id)).Scale, row, path))
            ),
        ];
        double[] instruments =
        [
            .. pricer.Instruments.SelectMany(
                (_, row) => Enumerable.Range(0, paths).Select(path => Moved(1, FactorScale.Log, pricer.Factors.Count + row, path))
            ),
        ];
        var prices = new double[paths];
        PricingFailedException.Guard(
            PricedPlanning.Subject(instrument),
            setting.AsOf,
            () => pricer.Price(0, new PricingBlock(prices, factors, instruments, new double[pricer.StateCount * paths]))
        );
        double Delta(int row) => (prices[1 + (2 * row)] - prices[2 + (2 * row)]) / (2 * Step * prices[0]);
        return new PricedDeltas(
            [.. pricer.Factors.Select((id, row) => (id, Delta(row)))],
            [.. pricer.Instruments.Select((id, row) => (id, Delta(pricer.Factors.Count + row)))]
        );
    }
}
