using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Simulation.Dependence;

namespace RiskEngine.Simulation.Planning;

/// <summary>
/// What can only be seen when the parts of a scenario come together: correlations that are none, exposures that explain more than an
/// instrument's volatility, trades that a portfolio has no money for.
/// </summary>
public static class ScenarioCheck
{
    /// <summary>
    /// The most time steps to the last date: daily ones for eleven years. What covariances and drawings of paths take grows faster than the
    /// number of steps.
    /// </summary>
    public const int MaxSteps = 4_000;

    /// <summary>All findings, what all cases share only once; the scenario can be simulated when none is an error.</summary>
    public static IReadOnlyList<Diagnostic> Of(Scenario scenario, FactorCatalogue kinds)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(kinds);
        var found = new DiagnosticBag();
        Steps(scenario, found);
        if (found.HasErrors)
            return found.Sorted();
        var inBase = Of(scenario, scenario.Base, kinds);
        foreach (var finding in inBase)
            found.Add(finding);
        foreach (var @case in scenario.Cases.Where(c => c != scenario.Base))
        {
            foreach (var finding in Of(scenario, @case, kinds).Except(inBase))
                found.Add(finding with { Message = $"case '{@case.Id}': {finding.Message}" });
        }

        foreach (var finding in PricedCheck.StartPrices(scenario, kinds, found.HasErrors))
            found.Add(finding);

        Premiums(scenario, found);

        // Own risk is that of the base case, whatever a case changes.
        if (!found.HasErrors)
            Volatilities(scenario, kinds, found);
        return found.Sorted();
    }

    private static IReadOnlyList<Diagnostic> Of(Scenario scenario, Case @case, FactorCatalogue kinds)
    {
        var found = new DiagnosticBag();
        Correlations(scenario, @case, found);
        Dependence(scenario, @case, kinds, found);
        Scales(scenario, @case, kinds, found);
        OwedCheck.Of(scenario, @case, found);
        ExcitationCheck.Of(scenario, @case, found);
        Trades(scenario, @case, found);
        Reach(scenario, @case, found);
        PricedCheck.Terms(scenario, @case, kinds, found);
        return found.Sorted();
    }

    private static void Steps(Scenario scenario, DiagnosticBag found)
    {
        var grid = ResolutionDates.GridOf(scenario);
        if (grid.StepCount <= MaxSteps)
            return;
        found.Error(
            LedgerPlace.Of(scenario, a => a.Path == "simulation.step"),
            $"scenario, 'simulation', 'step': expected at most {MaxSteps} steps to the last date that something is resolved on, "
                + $"{grid.Dates[^1]:yyyy-MM-dd}, found {grid.StepCount} steps of {scenario.Simulation.Step}"
        );
    }

    private static void Correlations(Scenario scenario, Case @case, DiagnosticBag found)
    {
        var correlation = FactorCorrelation.Of(@case.Model);
        if (correlation.Repair == 0)
            return;
        var place = LedgerPlace.Of(scenario, a => a.Section == "correlations");
        var most = correlation.MostRepaired!;
        var change =
            $"the nearest correlation matrix (Higham 2002) moves an entry by {correlation.Repair:0.###}, that of '{most.First}' and "
            + $"'{most.Second}' to {most.Value:0.###}";
        if (correlation.IsRefused)
        {
            found.Error(
                place,
                $"expected correlations that can occur together (positive semi-definite), found that {change}, more than "
                    + $"{FactorCorrelation.LargestRepair}"
            );
        }
        else
        {
            found.Notice(place, $"the correlations cannot quite occur together: {change}, and is used instead");
        }
    }

    private static void Dependence(Scenario scenario, Case @case, FactorCatalogue kinds, DiagnosticBag found)
    {
        foreach (var (factor, message) in DependenceCheck.Errors(@case.Model))
            found.Error(LedgerPlace.Of(scenario, a => a.IsOf("factors", factor.Value)), message);
        if (found.HasErrors)
            return;
        var grid = ResolutionDates.GridOf(scenario);
        foreach (var (factor, message) in DependenceCheck.Idle(@case.Model, f => kinds.KindOf(f).Create(f, grid).Loading(0, 1)))
            found.Notice(LedgerPlace.Of(scenario, a => a.IsOf("factors", factor.Value)), message);
    }

    private static void Scales(Scenario scenario, Case @case, FactorCatalogue kinds, DiagnosticBag found)
    {
        foreach (var factor in @case.Model.Factors)
        {
            var known = scenario.Base.Model.Factors.FirstOrDefault(f => f.Id == factor.Id);
            if (known is null || kinds.KindOf(known).Scale == kinds.KindOf(factor).Scale)
                continue;
            found.Error(
                LedgerPlace.Of(scenario, a => a.IsOf("factors", factor.Id.Value)),
                $"factor '{factor.Id}': expected a kind that moves on the same scale as in the base case ({known.Kind}), found "
                    + $"'{factor.Kind}'"
            );
        }
    }

    private static void Trades(Scenario scenario, Case @case, DiagnosticBag found)
    {
        var traded = @case.Model.Recommendations.Where(r => r.IsTraded).ToArray();
        foreach (var r in traded)
        {
            var together = traded.Where(o => o.From <= r.From && r.From < o.Until).ToArray();
            var bought = together.Where(o => o.Conviction.Direction == Direction.Buy && o.Funding == Funding.ProRata).Sum(o => o.Size);
            var reduced = together
                .Where(o => o.Conviction.Direction == Direction.Reduce)
                .SelectMany(o => o.Targets.Select(t => (t.Instrument, o.Size)))
                .GroupBy(t => t.Instrument)
                .Select(g => g.Sum(t => t.Size))
                .DefaultIfEmpty(0)
                .Max();
            if (bought + reduced > 1 + 1e-12)
            {
                found.Error(
                    LedgerPlace.Of(scenario, a => a.IsOf("recommendations", r.Id.Value)),
                    $"recommendation '{r.Id}': expected recommendations that sell at most 1 of a holding at a time, found "
                        + $"{bought + reduced:0.###} on {r.From:yyyy-MM-dd}"
                );
            }
        }

        foreach (var portfolio in @case.Model.Portfolios.Where(_ => traded.Length > 0))
        {
            var listed = portfolio
                .Positions.Where(p => @case.Model.Instruments.First(i => i.Id == p.Instrument).Kind != InstrumentKind.Private)
                .Sum(portfolio.Weight);
            if (listed > 0)
                continue;
            found.Error(
                LedgerPlace.Of(scenario, a => a.Section == "recommendations"),
                $"portfolio '{portfolio.Id}': expected something that recommendations can sell, found private stakes only"
            );
        }

        var cashBought = traded.Where(r => r.Conviction.Direction == Direction.Buy && r.Funding == Funding.Cash).Sum(r => r.Size);
        if (cashBought == 0)
            return;
        var cash = @case.Model.Instruments.Where(i => i.Kind == InstrumentKind.Cash).Select(i => i.Id).ToHashSet();
        foreach (var portfolio in @case.Model.Portfolios)
        {
            // What owes something trades on credit.
            var held = portfolio.Positions.Where(p => cash.Contains(p.Instrument)).Sum(portfolio.Weight);
            if (portfolio.Owes || held >= cashBought - 1e-12)
                continue;
            found.Error(
                LedgerPlace.Of(scenario, a => a.Section == "recommendations"),
                $"portfolio '{portfolio.Id}': expected cash of at least {cashBought:0.###} of its value for the recommendations that "
                    + $"are paid from cash, found {held:0.###}"
            );
        }
    }

    /// <summary>What begins when the last horizon is over shows in no result; its author should know.</summary>
    private static void Reach(Scenario scenario, Case @case, DiagnosticBag found)
    {
        var last = scenario.Horizons[^1].Date;
        foreach (var e in @case.Model.Events.Where(e => e.From >= last))
        {
            found.Notice(
                LedgerPlace.Of(scenario, a => a.IsOf("risks", e.Id.Value) || a.IsOf("deals", e.Id.Value)),
                $"risk '{e.Id}': its window begins on {e.From:yyyy-MM-dd}, when the last horizon, {last:yyyy-MM-dd}, is over; no "
                    + "portfolio feels it"
            );
        }

        foreach (var r in @case.Model.Recommendations.Where(r => r.IsTraded && r.From >= last))
        {
            found.Notice(
                LedgerPlace.Of(scenario, a => a.IsOf("recommendations", r.Id.Value)),
                $"recommendation '{r.Id}': it trades from {r.From:yyyy-MM-dd}, when the last horizon, {last:yyyy-MM-dd}, is over; no "
                    + "portfolio feels it"
            );
        }
    }

    /// <summary>A market in which shares earn what cash earns is seldom meant: it is never left unsaid.</summary>
    private static void Premiums(Scenario scenario, DiagnosticBag found)
    {
        var model = scenario.Base.Model;
        var shares = model.Instruments.Count(i => i.Kind is InstrumentKind.Equity or InstrumentKind.Fund && i.Exposures.Count > 0);
        if (shares > 0 && model.Factors.All(f => f.Premium == 0))
        {
            found.Notice(
                LedgerPlace.Of(scenario, a => a.Section == "factors"),
                "no factor has a premium: shares and funds are expected to earn the risk-free rate and what prices do not know; give the "
                    + "market's factor a 'premium' where that is not meant"
            );
        }
    }

    private static void Volatilities(Scenario scenario, FactorCatalogue kinds, DiagnosticBag found)
    {
        var period = ResolutionDates.FirstPeriod(scenario);
        var model = scenario.Base.Model;
        foreach (var risk in OwnRisk.Of(model, kinds, period))
        {
            if (risk.Stated is not null || risk.Explained <= risk.Instrument.Volatility * (1 + 1e-9))
                continue;
            found.Error(
                LedgerPlace.Of(scenario, a => a.IsOf("instruments", risk.Instrument.Id.Value) && a.Key == "volatility"),
                $"instrument '{risk.Instrument.Id}': expected a volatility that is at least what its exposures explain "
                    + $"({risk.Explained:0.###} a year), found {risk.Instrument.Volatility:0.###}"
            );
        }
    }
}
