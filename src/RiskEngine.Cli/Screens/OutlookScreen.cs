using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Cli.Words;
using RiskEngine.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>What each instrument is expected to return and how much it moves, taken apart.</summary>
internal static class OutlookScreen
{
    /// <summary>Two tables, one row an instrument: expected return, then volatility and exposures.</summary>
    public static IRenderable Render(Scenario scenario, IReadOnlyList<InstrumentOutlook> outlooks, int paths)
    {
        var returns = TextTable.Create("instrument", "#expected", "#risk-free", "#premium", "#not priced in", "#events", "#rest");
        var risks = TextTable.Create("instrument", "#volatility", "#factors", "#own", "#simulated", "exposures");
        foreach (var outlook in outlooks)
        {
            var id = outlook.Instrument.Id.Value;
            returns.Row(
                id,
                Figures.Percent(outlook.Expected),
                Figures.Percent(outlook.RiskFree),
                Figures.Percent(outlook.Premium),
                Figures.Percent(outlook.NotPricedIn),
                Figures.Percent(outlook.Events),
                Figures.Percent(outlook.Rest)
            );
            risks.Row(
                id,
                Figures.Percent(outlook.Volatility),
                Figures.Percent(ByFactors(outlook)),
                Figures.Percent(outlook.OwnVolatility),
                Figures.Percent(outlook.SimulatedVolatility),
                string.Join(
                    ", ",
                    outlook.Exposures.Select(e => $"{e.Factor} {Figures.Plain(Math.Round(e.Size, 3))}").Concat(PricedFrom(outlook))
                )
            );
        }

        var horizon = scenario.Horizons[Math.Min(1, scenario.Horizons.Count - 1)];
        return TextTable.Stack(
            TextTable.Heading($"Expected return a year to {horizon.Date:yyyy-MM-dd}, base case"),
            returns,
            new Text(
                "Logarithms of expected value. Expected = risk-free + premium (exposures times premiums) + not priced in (exposures "
                    + "times the part of "
                    + "forecast moves that prices do not know) + events (what risks, deals and exits take or add) + rest (convexity "
                    + "and sampling; of what is priced anew at every date, what its price gains beyond the risk-free rate)."
            ),
            TextTable.Heading("Volatility a year"),
            risks,
            new Text(
                "Volatility is what the scenario gives, without events, and 0 for what is priced anew at every date, whose volatility "
                    + "is that of its price; its square is that of the factors plus that of the instrument's own risk. ± is half the "
                    + "95% interval of "
                    + $"sampling, {Figures.Count(paths)} paths."
            )
        );
    }

    private static IEnumerable<string> PricedFrom(InstrumentOutlook outlook)
    {
        if (outlook.Instrument.Pricing is not { Terms: var terms })
            return [];
        var sources = terms.Instruments.Values.Select(i => i.Value).Concat(terms.Factors.Values.Select(f => f.Value));
        return [$"priced from {string.Join(", ", sources)}"];
    }

    private static double ByFactors(InstrumentOutlook outlook) =>
        Math.Sqrt(Math.Max(0, outlook.Volatility * outlook.Volatility - outlook.OwnVolatility * outlook.OwnVolatility));
}
