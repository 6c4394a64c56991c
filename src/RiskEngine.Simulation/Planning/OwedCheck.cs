using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Simulation.Planning;

/// <summary>What portfolios that owe something must say, and what of it is worth knowing.</summary>
internal static class OwedCheck
{
    /// <summary>Adds the findings of a case.</summary>
    public static void Of(Scenario scenario, Case @case, DiagnosticBag found)
    {
        foreach (var portfolio in @case.Model.Portfolios)
        {
            var place = LedgerPlace.Of(scenario, a => a.IsOf("portfolios", portfolio.Id.Value));
            if (!(portfolio.Value > 0))
            {
                found.Error(
                    place,
                    $"portfolio '{portfolio.Id}': expected more owned than owed, for returns are measured against that equity, found "
                        + FormattableString.Invariant($"{portfolio.Value:#,0.##} {scenario.Currency}")
                );
                continue;
            }

            foreach (var position in portfolio.Positions.Where(p => p.Value < 0))
                Position(portfolio, position, @case.Model.Instruments.First(i => i.Id == position.Instrument), place, found);
            if (portfolio.Maintenance is { } ratio)
                Margin(portfolio, ratio, @case.Model, place, found);
        }
    }

    private static void Position(Portfolio portfolio, Position position, Instrument owed, SourceLocation place, DiagnosticBag found)
    {
        if (owed.Kind == InstrumentKind.Private)
        {
            found.Error(
                place,
                $"portfolio '{portfolio.Id}', '{owed.Id}': expected a quantity above 0, for nobody lends stakes in private companies, "
                    + FormattableString.Invariant($"found {position.Quantity:R}")
            );
        }
        else if (owed.BorrowCost is null && owed.Pricing is null)
        {
            found.Notice(
                place,
                $"portfolio '{portfolio.Id}': it owes '{owed.Id}', which has no 'borrowCost': owing it costs no more than it earns for its "
                    + "owner"
            );
        }
    }

    private static void Margin(Portfolio portfolio, double ratio, Model model, SourceLocation place, DiagnosticBag found)
    {
        var cash = model.Instruments.Where(i => i.Kind == InstrumentKind.Cash).Select(i => i.Id).ToHashSet();
        var exposed = portfolio.Positions.Where(p => !cash.Contains(p.Instrument)).Sum(p => Math.Abs(p.Value));
        if (!portfolio.Owes)
        {
            found.Notice(place, $"portfolio '{portfolio.Id}': it owes nothing, so that its 'maintenance' is never asked for");
        }
        else if (portfolio.Value < ratio * exposed)
        {
            found.Notice(
                place,
                FormattableString.Invariant(
                    $"portfolio '{portfolio.Id}': its equity is {portfolio.Value / exposed:0.0%} of what it owns and "
                ) + FormattableString.Invariant($"owes, below its 'maintenance' of {ratio:0.0%} from the start: the call for margin is due")
            );
        }
    }
}
