using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Comparing;

/// <summary>Base cases made of two scenarios: some groups of inputs from one, the others from the other.</summary>
internal static class SwitchedScenario
{
    /// <summary>The base case of the first with some groups of the second; limits, views and what is computed beside measures are left out.</summary>
    public static Scenario Of(Scenario first, Scenario second, IReadOnlySet<InputGroup> fromSecond)
    {
        var market = Source(InputGroup.Market).Base.Model;
        var timing = Source(InputGroup.Timing);
        var model = market with
        {
            Theses = Source(InputGroup.Theses).Base.Model.Theses,
            Risks = Source(InputGroup.Risks).Base.Model.Risks,
            Portfolios = Common(Source(InputGroup.Portfolios), fromSecond.Contains(InputGroup.Portfolios) ? first : second),
        };
        return first with
        {
            AsOf = timing.AsOf,
            Horizons = timing.Horizons,
            Simulation = first.Simulation with { Step = timing.Simulation.Step },
            Cases = [first.Base with { Model = model }],
            Limits = [],
            Views = [],
            Uncertainty = null,
            Optimiser = null,
            Ledger = [],
            Notices = [],
        };

        Scenario Source(InputGroup group) => fromSecond.Contains(group) ? second : first;
    }

    /// <summary>The groups in which the base cases differ, as far as a simulation can tell.</summary>
    public static IReadOnlyList<InputGroup> Changed(Scenario first, Scenario second) =>
        [.. Enum.GetValues<InputGroup>().Where(g => !StructuralEquality.Holds(Inputs(first, g), Inputs(second, g)))];

    /// <summary>The portfolios that both have, in the order of the first.</summary>
    public static IReadOnlyList<Portfolio> Common(Scenario of, Scenario with) =>
        [.. of.Base.Model.Portfolios.Where(p => with.Base.Model.Portfolios.Any(o => o.Id == p.Id))];

    private static object[] Inputs(Scenario scenario, InputGroup group)
    {
        var model = scenario.Base.Model;
        return group switch
        {
            InputGroup.Market => [model.RiskFreeRate, model.Factors, model.Correlations, model.Copula, model.Groups, model.Instruments],
            InputGroup.Theses => [model.Theses],
            InputGroup.Risks => [model.Risks],
            InputGroup.Portfolios => [model.Portfolios],
            _ => [scenario.AsOf, scenario.Horizons, scenario.Simulation.Step],
        };
    }
}
