using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Simulation.Planning;

/// <summary>What regimes, events and correlations ask of factors that cannot do it, or that two ask at once.</summary>
internal static class DependenceCheck
{
    /// <summary>Errors, each with the factor that it is about.</summary>
    public static IEnumerable<(Id<RiskFactor> Factor, string Message)> Errors(Model model)
    {
        var switching = model.Factors.Where(f => f.Regimes is not null).ToArray();
        var owner = new Dictionary<Id<RiskFactor>, Id<RiskFactor>>();
        foreach (var regime in switching)
        {
            foreach (var target in Targets(regime.Regimes!))
            {
                if (switching.Any(s => s.Id == target))
                {
                    yield return (
                        regime.Id,
                        $"factor '{regime.Id}': expected states that change factors that move, found '{target}', which itself switches "
                            + $"between states"
                    );
                }
                else if (!owner.TryAdd(target, regime.Id))
                {
                    yield return (
                        regime.Id,
                        $"factor '{regime.Id}': expected factors that no other factor's states change, found '{target}', which "
                            + $"'{owner[target]}' changes too"
                    );
                }
            }
        }

        foreach (var (e, effect) in model.Events.SelectMany(e => e.Effects.Select(x => (e, x))))
        {
            foreach (var hit in effect.Factors.Where(f => switching.Any(s => s.Id == f)))
                yield return (hit, $"risk '{e.Id}': expected effects on factors that move, found '{hit}', which switches between states");
        }
    }

    /// <summary>What does nothing, each with the factor that it is about.</summary>
    public static IEnumerable<(Id<RiskFactor> Factor, string Message)> Idle(Model model, Func<RiskFactor, double> firstLoading)
    {
        var deaf = model
            .Factors.Where(f => (f.History is not null || f.Regimes is not null) && firstLoading(f) == 0)
            .Select(f => f.Id)
            .ToHashSet();
        foreach (
            var id in model
                .Correlations.Where(c => c.Value != 0)
                .SelectMany(c => new[] { c.First, c.Second })
                .Where(deaf.Contains)
                .Distinct()
        )
        {
            yield return (
                id,
                $"factor '{id}': its correlations with other factors do nothing, for it draws from its history or its states, not from "
                    + $"the correlated normals"
            );
        }

        foreach (
            var (e, effect) in model.Events.SelectMany(e => e.Effects.Where(x => x.Channel != EffectChannel.Level).Select(x => (e, x)))
        )
        {
            foreach (var id in effect.Factors.Where(deaf.Contains))
            {
                yield return (
                    id,
                    $"risk '{e.Id}': its effect on the {effect.Channel.ToString().ToLowerInvariant()} of '{id}' does nothing, for that "
                        + $"draws from its history"
                );
            }
        }

        foreach (var (regime, state) in model.Factors.SelectMany(f => f.Regimes?.States.Select(s => (f, s)) ?? []))
        {
            foreach (var id in state.Volatility.Keys.Concat(state.Correlation.SelectMany(c => c.Factors)).Distinct().Where(deaf.Contains))
            {
                yield return (
                    id,
                    $"factor '{regime.Id}', state '{state.Id}': what it does to the volatility or correlation of '{id}' does nothing, "
                        + $"for that draws from its history"
                );
            }
        }
    }

    private static IEnumerable<Id<RiskFactor>> Targets(RegimeSwitching regimes) =>
        regimes.States.SelectMany(s => s.Drift.Keys.Concat(s.Volatility.Keys).Concat(s.Correlation.SelectMany(c => c.Factors))).Distinct();
}
