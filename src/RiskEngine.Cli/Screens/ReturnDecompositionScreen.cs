using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Cli.Texts;
using RiskEngine.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>What each instrument is expected to return and how much it moves, taken apart.</summary>
internal static class ReturnDecompositionScreen
{
    /// <summary>Two tables, one row an instrument: expected return, then volatility and exposures.</summary>
    public static IRenderable Render(Scenario scenario, IReadOnlyList<ReturnDecomposition> decompositions, int paths)
    {
        var returns = TextTable.Create("instrument", "#expected", "#risk-free", "#premium", "#not priced in", "#events", "#rest");
        var risks = TextTable.Create("instrument", "#volatility", "#factors", "#own", "#simulated", "exposures");
        foreach (var decomposition in decompositions)
        {
            var id = decomposition.Instrument.Id.Value;
            returns.Row(
                id,
                Figures.Percent(decomposition.Expected),
                Figures.Percent(decomposition.RiskFree),
                Figures.Percent(decomposition.Premium),
                Figures.Percent(decomposition.NotPricedIn),
                Figures.Percent(decomposition.Events),
                Figures.Percent(decomposition.Rest)
            );
            risks.Row(
                id,
                Figures.Percent(decomposition.Volatility),
                Figures.Percent(ByFactors(decomposition)),
                Figures.Percent(decomposition.OwnVolatility),
                Figures.Percent(decomposition.SimulatedVolatility),
                string.Join(
                    ", ",
                    decomposition
                        .Exposures.Select(e => $"{e.Factor} {Figures.Plain(Math.Round(e.Size, 3))}")
                        .Concat(PricedFrom(decomposition))
                )
            );
        }

        var horizon = scenario.HeadlineHorizon;
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

    private static IEnumerable<string> PricedFrom(ReturnDecomposition decomposition)
    {
        if (decomposition.Instrument.Pricing is not { Terms: var terms })
            return [];
        var sources = terms.Instruments.Values.Select(i => i.Value).Concat(terms.Factors.Values.Select(f => f.Value));
        return [$"priced from {string.Join(", ", sources)}"];
    }

    private static double ByFactors(ReturnDecomposition decomposition) =>
        Math.Sqrt(
            Math.Max(0, decomposition.Volatility * decomposition.Volatility - decomposition.OwnVolatility * decomposition.OwnVolatility)
        );
}
