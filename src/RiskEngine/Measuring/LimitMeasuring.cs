using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Results;

namespace RiskEngine.Measuring;

/// <summary>Holds the scenario's limits against the measures of the cases that were simulated.</summary>
internal static class LimitMeasuring
{
    public static IReadOnlyList<LimitResult> Of(Scenario scenario, IReadOnlyList<CaseResult> cases) =>
        [
            .. from limit in scenario.Limits
            from simulated in cases
            where simulated.Case.Id == limit.Case
            let portfolio = simulated.Portfolios.First(p => p.Portfolio.Id == limit.Portfolio)
            let variant = portfolio.Variants[simulated.Case.Model.Variants.IndexOf(limit.Variant).Value]
            let measured = variant.Horizons.First(h => h.Horizon.Id == limit.Horizon).Measures[MeasureKinds.Find(limit.Measure)!]
            select new LimitResult(limit, measured, Holds(limit, measured.Value)),
        ];

    /// <summary>A notice for each limit whose case was not simulated.</summary>
    public static IEnumerable<Diagnostic> NotChecked(Scenario scenario, IReadOnlyCollection<Case> simulated) =>
        scenario
            .Limits.Where(limit => simulated.All(c => c.Id != limit.Case))
            .Select(limit => new Diagnostic(
                Severity.Notice,
                new SourceLocation("scenario.yaml"),
                $"the limit on {limit.Measure} of '{limit.Portfolio}' ({limit.Variant.Id()}, {limit.Horizon}) "
                    + $"was not checked, for its case "
                    + $"'{limit.Case}' was not simulated"
            ));

    // A measure that is not available holds no limit: not-a-number compares false.
    private static bool Holds(Limit limit, double value) =>
        (limit.Below is not { } below || value < below) && (limit.Above is not { } above || value > above);
}
