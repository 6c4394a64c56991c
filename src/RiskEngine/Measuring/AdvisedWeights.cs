using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;

namespace RiskEngine.Measuring;

/// <summary>Weights of a portfolio as held, and once all advice is in place at as-of prices, whatever its dates; costs aside.</summary>
internal static class AdvisedWeights
{
    /// <summary>Every instrument's weight as held.</summary>
    public static double[] Held(Model model, Portfolio portfolio) =>
        [.. model.Instruments.Select(i => portfolio.Positions.Where(p => p.Instrument == i.Id).Sum(portfolio.Weight))];

    /// <summary>
    /// Every instrument's weight with the advice: purchases and sales sized by what is held, as the simulation sizes them.
    /// </summary>
    public static double[] Advised(Model model, Portfolio portfolio)
    {
        var instruments = model.Instruments.ToList();
        var held = Held(model, portfolio);
        double[] liquid = [.. held.Select((w, i) => instruments[i].Kind == InstrumentKind.Private ? 0 : w)];
        var tradable = liquid.Sum();
        var cash = instruments.FindIndex(i => i.Kind == InstrumentKind.Cash && held[instruments.IndexOf(i)] != 0);
        var weights = (double[])held.Clone();
        foreach (var r in model.Recommendations.Where(r => r.IsTraded))
        {
            foreach (var target in r.Targets)
            {
                var at = instruments.FindIndex(i => i.Id == target.Instrument);
                var bought = r.Conviction.Direction == Direction.Buy ? r.Size * tradable * target.Weight : -r.Size * liquid[at];
                weights[at] += bought;
                if ((r.Funding == Funding.Cash || portfolio.Owes) && cash >= 0)
                {
                    weights[cash] -= bought;
                }
                else
                {
                    for (var j = 0; j < weights.Length; j++)
                        weights[j] -= tradable > 0 ? bought * liquid[j] / tradable : 0;
                }
            }
        }

        return weights;
    }
}
