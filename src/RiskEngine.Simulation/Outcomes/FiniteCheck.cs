using System.Numerics.Tensors;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>
/// Refuses the outcomes of a case whose values left the range of numbers (a float's: 3.4e38), before anything is measured on them.
/// </summary>
internal static class FiniteCheck
{
    /// <summary>Checks the factors' last values, then what was kept of the paths.</summary>
    /// <exception cref="OutcomesNotFiniteException">Something is infinite or not a number.</exception>
    public static void Require(Scenario scenario, SimulatedCase simulated, CaseOutcomes outcomes)
    {
        var (model, cube) = (simulated.Case.Model, outcomes.Cube);
        HorizonIndex[] horizons = [.. cube.Horizons];
        for (var f = 0; f < model.Factors.Count; f++)
        {
            if (
                outcomes.FactorsNotFinite[f] > 0
                || !AreFinite(outcomes.FactorFans[f])
                || (outcomes.Factors.Count > 0 && !AreFinite(horizons.Select(h => outcomes.Factors[f, h])))
            )
            {
                throw Refusal(scenario, simulated, $"factor '{model.Factors[f].Id}'", "its parameters, and the sizes of what hits it");
            }
        }

        // Drawings of portfolios need no look of their own: where a path is not finite, so is its drawdown.
        foreach (var p in cube.Portfolios)
        {
            var columns = cube.Variants.SelectMany(v => horizons.SelectMany(h => new[] { cube.Profits(p, v, h), cube.Drawdowns(p, v, h) }));
            if (!AreFinite(columns))
            {
                throw Refusal(
                    scenario,
                    simulated,
                    $"portfolio '{model.Portfolios[p.Value].Id}'",
                    "exposures times moves of factors, and the sizes of what hits its instruments"
                );
            }
        }

        for (var i = 0; i < outcomes.Instruments.Count; i++)
        {
            if (!AreFinite(horizons.Select(h => outcomes.Instruments[i, h])))
            {
                throw Refusal(
                    scenario,
                    simulated,
                    $"instrument '{model.Instruments[i].Id}'",
                    "exposures times moves of factors, and the sizes of what hits it"
                );
            }
        }
    }

    private static bool AreFinite(IEnumerable<float[]> columns) => columns.All(IsFinite);

    private static bool IsFinite(float[] column) => column.Length == 0 || TensorPrimitives.IsFiniteAll<float>(column);

    private static OutcomesNotFiniteException Refusal(Scenario scenario, SimulatedCase simulated, string what, string look) =>
        new(
            $"scenario '{scenario.Id}', case '{simulated.Case.Id}': expected finite values on every path, found that {what} leaves the "
                + $"range of numbers; look at {look}"
        );
}
