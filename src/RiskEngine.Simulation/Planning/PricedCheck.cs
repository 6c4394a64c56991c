using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Simulation.Planning;

/// <summary>What can be wrong with priced instruments once all parts of a scenario are there.</summary>
internal static class PricedCheck
{
    /// <summary>
    /// A contract whose price in a file differs from the model's by more than this part of it, a usual spread between bid and ask of listed
    /// options, is told.
    /// </summary>
    private const double Spread = 0.05;

    /// <summary>What is wrong with the terms of one case.</summary>
    public static void Terms(Scenario scenario, Case @case, FactorCatalogue kinds, DiagnosticBag found)
    {
        var setting = new PricingSetting(@case.Model, kinds, ResolutionDates.GridOf(scenario));
        foreach (var instrument in PricedPlanning.Circle(@case.Model))
        {
            found.Error(
                At(scenario, instrument),
                $"instrument '{instrument.Id}': expected terms that do not lead back to it, found that it is priced from "
                    + $"{string.Join(", ", instrument.Pricing!.Terms.Instruments.Values.Select(i => $"'{i}'"))} in a circle"
            );
        }

        foreach (var instrument in @case.Model.Instruments)
        {
            var known = scenario.Base.Model.Instruments.FirstOrDefault(i => i.Id == instrument.Id);
            if (known is not null && known.Pricing?.Kind.Name != instrument.Pricing?.Kind.Name)
            {
                found.Error(
                    At(scenario, instrument),
                    $"instrument '{instrument.Id}': expected the kind that it has in the base case, found another one"
                );
            }

            if (instrument.Pricing is not { } pricing)
                continue;
            foreach (var problem in pricing.Kind.Check(pricing.Terms, setting))
                found.Error(At(scenario, instrument), $"instrument '{instrument.Id}': {problem.TrimEnd('.')}");
        }
    }

    /// <summary>Whether every priced instrument has a price in the base case.</summary>
    public static IReadOnlyList<Diagnostic> StartPrices(Scenario scenario, FactorCatalogue kinds, bool hasErrors)
    {
        if (hasErrors)
            return [];
        var found = new DiagnosticBag();
        var model = scenario.Base.Model;
        var setting = new PricingSetting(model, kinds, ResolutionDates.GridOf(scenario));
        foreach (var instrument in model.Instruments.Where(i => i.Pricing is not null))
        {
            try
            {
                Quotes(scenario, instrument, PricedPlanning.StartPrice(instrument, setting), found);
            }
            catch (PricingFailedException e)
            {
                found.Error(At(scenario, instrument), e.Message);
            }
        }

        return found.Sorted();
    }

    /// <summary>
    /// Portfolios count the price in their file and move by the model's: where a contract's differ, its risk is that of another contract.
    /// </summary>
    private static void Quotes(Scenario scenario, Instrument instrument, double price, DiagnosticBag found)
    {
        if (!instrument.Pricing!.Kind.Terms.Contains(ContractTerms.Multiplier))
            return;
        foreach (var portfolio in scenario.Base.Model.Portfolios)
        {
            if (
                portfolio.Positions.FirstOrDefault(p => p.Instrument == instrument.Id) is { } position
                && Math.Abs((position.Price / price) - 1) > Spread
            )
            {
                found.Notice(
                    At(scenario, instrument),
                    $"instrument '{instrument.Id}': portfolio '{portfolio.Id}' has it at {position.Price:G6}, its terms make "
                        + $"{price:G6}, more "
                        + $"than {100 * Spread:0}% apart; its value is the file's, its moves are those of the terms"
                );
            }
        }
    }

    private static SourceLocation At(Scenario scenario, Instrument instrument) =>
        LedgerPlace.Of(scenario, a => a.IsOf("instruments", instrument.Id.Value));
}
