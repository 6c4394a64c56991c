using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Serving.Engines;

/// <summary>Beliefs in predictions as views of the base case.</summary>
internal static class Beliefs
{
    /// <summary>The views; those that the scenario states itself are not among them.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="case">The case that is simulated.</param>
    /// <param name="beliefs">With which probability predictions are believed, by their ids.</param>
    /// <exception cref="RefusedException">There is no such prediction, or it is not the base case.</exception>
    public static IReadOnlyList<StatedView> Of(Scenario scenario, Case @case, IReadOnlyDictionary<string, double> beliefs)
    {
        if (beliefs.Count == 0)
            return [];
        if (@case.Id != scenario.Base.Id)
            throw new RefusedException($"views: expected the base case, which beliefs are about, found '{@case.Id}'");
        var known = scenario.Base.Model.Theses.SelectMany(t => t.Predictions).Select(p => p.Id.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var (prediction, probability) in beliefs)
        {
            if (!known.Contains(prediction))
                throw new RefusedException($"views: the scenario has no prediction '{prediction}'");
            if (!(probability is >= 0 and <= 1))
                throw new RefusedException($"views: '{prediction}': expected a probability from 0 to 1, found {probability}");
        }

        return
        [
            .. beliefs.Select(b => new StatedView
            {
                Id = new($"what-if-{b.Key}"),
                Name = LocalText.Same(b.Key),
                Quantity = ViewQuantity.Probability,
                On = [b.Key],
                Horizon = scenario.HeadlineHorizon.Id,
                Bound = ViewBound.Is,
                Target = b.Value,
            }),
        ];
    }
}
