using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Simulation.Planning;

/// <summary>Compiles priced instruments: who is priced from whom, and what each costs on the as-of date.</summary>
internal static class PricedPlanning
{
    /// <summary>The plans of a case, each after the ones that it is priced from.</summary>
    /// <param name="model">The case's model.</param>
    /// <param name="startPrices">Prices on the as-of date.</param>
    /// <param name="index">Places in the model's lists.</param>
    /// <param name="kinds">The factor kinds.</param>
    /// <param name="grid">The dates.</param>
    public static PricedPlan[] Of(
        Model model,
        IReadOnlyDictionary<Id<Instrument>, double> startPrices,
        ModelIndex index,
        FactorCatalogue kinds,
        TimeGrid grid
    )
    {
        var setting = new PricingSetting(model, kinds, grid);
        return
        [
            .. InOrder(model)
                .Select(instrument =>
                {
                    var pricer = Create(instrument, setting);
                    return new PricedPlan(
                        index.Instrument(instrument.Id),
                        pricer,
                        [.. pricer.Factors.Select(index.Factor)],
                        [.. pricer.Instruments.Select(index.Instrument)],
                        startPrices[instrument.Id],
                        CashFrom(pricer, grid),
                        Subject(instrument)
                    );
                }),
        ];
    }

    /// <summary>What every priced instrument costs on the as-of date, with all factors where prices know them.</summary>
    /// <param name="setting">The base case.</param>
    /// <exception cref="PricingFailedException">A price could not be worked out, or is none.</exception>
    public static Dictionary<Id<Instrument>, double> StartPrices(PricingSetting setting) =>
        InOrder(setting.Model).ToDictionary(i => i.Id, i => StartPrice(i, setting));

    /// <summary>The price of one instrument on the as-of date.</summary>
    /// <exception cref="PricingFailedException">It could not be worked out, or is none.</exception>
    public static double StartPrice(Instrument instrument, PricingSetting setting)
    {
        var pricer = Create(instrument, setting);
        var price = new double[1];
        double[] factors = [.. pricer.Factors.Select(f => Start(f, setting))];
        double[] instruments = [.. pricer.Instruments.Select(_ => 1.0)];
        PricingFailedException.Guard(
            Subject(instrument),
            setting.AsOf,
            () => pricer.Price(0, new PricingBlock(price, factors, instruments, new double[pricer.StateCount]))
        );
        return double.IsFinite(price[0]) && price[0] > 0
            ? price[0]
            : throw new PricingFailedException($"{Subject(instrument)}: expected a price above 0 on the as-of date, found {price[0]:G6}");
    }

    /// <summary>Instruments that are priced from each other in a circle; empty when there is none.</summary>
    public static IReadOnlyList<Instrument> Circle(Model model)
    {
        var ordered = InOrder(model).ToHashSet();
        return [.. model.Instruments.Where(i => i.Pricing is not null && !ordered.Contains(i))];
    }

    /// <summary>The priced instruments, each after the ones that its terms name; those in a circle are left out.</summary>
    private static List<Instrument> InOrder(Model model)
    {
        var waiting = model.Instruments.Where(i => i.Pricing is not null).ToList();
        var ordered = new List<Instrument>();
        while (waiting.FindIndex(i => !i.Pricing!.Terms.Instruments.Values.Any(of => waiting.Exists(w => w.Id == of))) is >= 0 and var next)
        {
            ordered.Add(waiting[next]);
            waiting.RemoveAt(next);
        }

        return ordered;
    }

    /// <summary>The pricer of an instrument.</summary>
    public static Pricer Create(Instrument instrument, PricingSetting setting)
    {
        Pricer? pricer = null;
        PricingFailedException.Guard(
            Subject(instrument),
            setting.AsOf,
            () => pricer = instrument.Pricing!.Kind.Create(instrument.Pricing.Terms, setting)
        );
        return pricer!;
    }

    /// <summary>The value of a factor on the as-of date that prices know, in its own unit.</summary>
    public static double Start(Id<RiskFactor> id, PricingSetting setting)
    {
        var kind = setting.Kinds.KindOf(setting.Factor(id));
        var x = kind.Create(setting.Factor(id), setting.Grid).Expected(0);
        return kind.Scale == FactorScale.Log ? Math.Exp(x) : x;
    }

    /// <summary>What messages call an instrument.</summary>
    public static string Subject(Instrument instrument) => $"instrument '{instrument.Id}' of kind '{instrument.Pricing!.Kind.Name}'";

    private static int CashFrom(Pricer pricer, TimeGrid grid)
    {
        if (pricer.CashFrom is not { } day)
            return int.MaxValue;
        var at = grid.Dates.TakeWhile(d => d < day).Count();
        return at == grid.Dates.Count ? int.MaxValue : at;
    }
}
