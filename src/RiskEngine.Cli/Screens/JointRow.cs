using RiskEngine.Abstractions.Measures;
using RiskEngine.Results;

namespace RiskEngine.Cli.Screens;

/// <summary>A row of the table that stands below several runs.</summary>
/// <param name="Scenario">Id of the scenario.</param>
/// <param name="Portfolio">Id of the portfolio and its variant, in words.</param>
/// <param name="Measures">Its measures at the headline horizon; null where the run failed.</param>
internal sealed record JointRow(string Scenario, string Portfolio, MeasureSet? Measures)
{
    /// <summary>The rows of a run: each portfolio of the first case as held, and following all where that differs.</summary>
    public static IReadOnlyList<JointRow> Of(RiskResults results)
    {
        var (id, at) = (results.Scenario.Id.Value, results.Scenario.HeadlineHorizonIndex.Value);
        return
        [
            .. results.Base.Portfolios.SelectMany(p =>
                new[]
                {
                    (Name: $"{p.Portfolio.Id}, as held", Variant: p.AsHeld),
                    (Name: $"{p.Portfolio.Id}, following all", Variant: p.FollowingAll),
                }
                    .DistinctBy(v => v.Variant)
                    .Select(v => new JointRow(id, v.Name, v.Variant.Horizons[at].Measures))
            ),
        ];
    }
}
