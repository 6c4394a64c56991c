using System.Numerics.Tensors;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>
/// Refuses the outcomes of a world whose values left the range of numbers (a float's: 3.4e38), before anything is measured on them.
/// </summary>
internal static class FiniteCheck
{
    /// <summary>Checks the factors' last values, then what was kept of the paths.</summary>
    /// <exception cref="OutcomesNotFiniteException">Something is infinite or not a number.</exception>
    public static void Require(Scenario scenario, SimulatedCase world, CaseOutcomes outcomes)
    {
        var model = world.Case.Model;
        for (var f = 0; f < model.Factors.Count; f++)
        {
            if (
                outcomes.FactorsNotFinite[f] > 0
                || !AreFinite(outcomes.FactorFans[f])
                || (outcomes.Factors.Length > 0 && !AreFinite(outcomes.Factors[f]))
            )
                throw Refusal(scenario, world, $"factor '{model.Factors[f].Id}'", "its parameters, and the sizes of what strikes it");
        }

        // Drawings of portfolios need no look of their own: where a path is not finite, so is its drawdown.
        for (var p = 0; p < outcomes.Profits.Length; p++)
        {
            if (!outcomes.Profits[p].All(AreFinite) || !outcomes.Drawdowns[p].All(AreFinite))
                throw Refusal(
                    scenario,
                    world,
                    $"portfolio '{model.Portfolios[p].Id}'",
                    "exposures times moves of factors, and the sizes of what strikes its instruments"
                );
        }

        for (var i = 0; i < outcomes.Instruments.Length; i++)
        {
            if (!AreFinite(outcomes.Instruments[i]))
                throw Refusal(
                    scenario,
                    world,
                    $"instrument '{model.Instruments[i].Id}'",
                    "exposures times moves of factors, and the sizes of what strikes it"
                );
        }
    }

    private static bool AreFinite(float[][] columns) => Array.TrueForAll(columns, IsFinite);

    private static bool IsFinite(float[] column) => column.Length == 0 || TensorPrimitives.IsFiniteAll<float>(column);

    private static OutcomesNotFiniteException Refusal(Scenario scenario, SimulatedCase world, string what, string look) =>
        new(
            $"scenario '{scenario.Id}', case '{world.Case.Id}': expected finite values on every path, found that {what} leaves the "
                + $"range of numbers; look at {look}"
        );
}
