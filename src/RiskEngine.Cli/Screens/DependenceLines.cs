using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Cli.Texts;

namespace RiskEngine.Cli.Screens;

/// <summary>How factors hang together, in words: copula, states, joint histories.</summary>
internal static class DependenceLines
{
    /// <summary>A line for each that the model uses beyond correlations.</summary>
    public static IEnumerable<string> Of(Model model)
    {
        if (model.Copula.DegreesOfFreedom is { } nu)
            yield return $"Factors' shocks hang together by a Student-t copula of {Figures.Plain(nu)} degrees of freedom.";
        foreach (var factor in model.Factors)
        {
            if (factor.Regimes is { } regimes)
            {
                yield return $"{factor.Id} switches between "
                    + $"{string.Join(", ", regimes.States.Select(s => s.Id))}{string.Concat(regimes.States.Select(Effects))}.";
            }
        }

        foreach (var history in model.Factors.Where(f => f.History is not null).GroupBy(f => f.History!.History))
        {
            var first = history.First().History!;
            yield return $"{string.Join(", ", history.Select(f => f.Id))}: {Figures.Count(first.LogReturns.Count)} past returns of "
                + $"'{history.Key}', in blocks of {Figures.Plain(first.BlockLength)} on average, the same rows for all.";
        }

        foreach (var factor in model.Factors.Where(f => f.DropOnFailure))
            yield return $"{factor.Id} is dropped, with a warning, should its code fail.";
    }

    private static string Effects(Regime state)
    {
        string[] words =
        [
            .. state.Drift.Select(d => $"drift of {d.Key} {Figures.Plain(d.Value)} a year"),
            .. state.Volatility.Select(v => $"volatility of {v.Key} times {Figures.Plain(v.Value)}"),
            .. state.Correlation.Select(c => $"correlation among {string.Join(", ", c.Factors)} by {Figures.Plain(c.Change)}"),
        ];
        return words.Length == 0 ? "" : $"; in {state.Id}: {string.Join(", ", words)}";
    }
}
