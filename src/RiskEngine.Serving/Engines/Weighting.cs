using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Serving.Engines;

/// <summary>Portfolios whose weights are changed: the changed ones are as asked, the others share the rest in proportion.</summary>
internal static class Weighting
{
    private const double Tolerance = 1e-9;

    /// <summary>The scenario with changed weights in all cases.</summary>
    /// <exception cref="RefusedException">A portfolio or position is not there, owes something, or leaves no room.</exception>
    public static Scenario Apply(Scenario scenario, IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> weights)
    {
        var changed = weights.Where(w => w.Value.Count > 0).ToDictionary(w => w.Key, w => w.Value, StringComparer.Ordinal);
        if (changed.Count == 0)
            return scenario;
        var known = scenario.Base.Model.Portfolios;
        foreach (var missing in changed.Keys.Except(known.Select(p => p.Id.Value)))
            throw new RefusedException($"weights: the scenario has no portfolio '{missing}'");
        return scenario with
        {
            Cases =
            [
                .. scenario.Cases.Select(c =>
                    c with
                    {
                        Model = c.Model with
                        {
                            Portfolios =
                            [
                                .. c.Model.Portfolios.Select(p => changed.TryGetValue(p.Id.Value, out var of) ? Weighted(p, of) : p),
                            ],
                        },
                    }
                ),
            ],
        };
    }

    private static Portfolio Weighted(Portfolio portfolio, IReadOnlyDictionary<string, double> weights)
    {
        if (portfolio.Owes)
            throw new RefusedException($"weights: the portfolio '{portfolio.Id}' owes something, and its weights are not changed here");
        foreach (var missing in weights.Keys.Except(portfolio.Positions.Select(p => p.Instrument.Value)))
            throw new RefusedException($"weights: the portfolio '{portfolio.Id}' holds no '{missing}'");
        bool IsChanged(Position position) => weights.ContainsKey(position.Instrument.Value);
        var left = 1 - weights.Values.Sum();
        var free = portfolio.Positions.Where(p => !IsChanged(p)).Sum(portfolio.Weight);
        if (weights.Values.Any(w => !(w >= 0)) || left < -Tolerance || (free <= Tolerance && left > Tolerance))
            throw new RefusedException($"weights: expected weights of 0 or more that leave room for the rest, found {left:P1} left");
        var positions = portfolio.Positions.Select(p =>
            p with
            {
                Quantity = p.Quantity * (IsChanged(p) ? weights[p.Instrument.Value] / portfolio.Weight(p) : Math.Max(0, left) / free),
            }
        );
        return portfolio with { Positions = [.. positions.Where(p => p.Quantity > 0)] };
    }
}
