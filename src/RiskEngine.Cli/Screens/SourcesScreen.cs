using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Cli.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>The numbers behind expected returns and volatilities, each with where it comes from.</summary>
internal static class SourcesScreen
{
    /// <summary>The lines of the scenario's ledger that returns and volatilities rest on.</summary>
    public static IRenderable Render(Scenario scenario) =>
        TextTable.Stack(
            TextTable.Heading("Where they come from: calibrations"),
            Calibrations(scenario),
            TextTable.Heading("Where they come from: the risk-free rate and the factors"),
            Numbers(
                scenario,
                number =>
                    number.Path == "riskFreeRate"
                    || (number.Section == "factors" && number.Key.Split('.')[^1] is "premium" or "pricedIn" or "volatility")
            ),
            TextTable.Heading("Where they come from: exposures that the articles give reason for"),
            Numbers(scenario, number => number.Section == "exposures"),
            TextTable.Heading("Where they come from: volatilities and exposures of the market files"),
            Instruments(scenario),
            new Text("The report's ledger has every number of the scenario with its reason in full.")
        );

    private static Table Calibrations(Scenario scenario)
    {
        var table = TextTable.Create("calibration", "data", "window", "method");
        foreach (var record in scenario.Calibrations)
        {
            table.Row(
                record.Id.Value,
                record.Data.English,
                $"{record.From:yyyy-MM-dd} to {record.Until:yyyy-MM-dd}",
                record.Method.English
            );
        }

        return table;
    }

    private static Table Numbers(Scenario scenario, Func<Assumption, bool> isListed)
    {
        var table = TextTable.Create("number", "value", "where it comes from");
        foreach (var line in scenario.Ledger.Where(isListed))
            table.Row(line.Path, line.Value, SourceTexts.Full(line.Source, scenario));
        return table;
    }

    /// <summary>One row an instrument; what has the same source stands together.</summary>
    private static Table Instruments(Scenario scenario)
    {
        var table = TextTable.Create("instrument", "numbers by where they come from");
        foreach (var instrument in scenario.Base.Model.Instruments)
        {
            var sources = NumbersOf(instrument, scenario)
                .GroupBy(number => SourceTexts.Brief(number.Source))
                .Select(group => $"{group.Key}: {string.Join(", ", group.Select(number => $"{number.Name} {number.Value}"))}");
            table.Row(instrument.Id.Value, string.Join("\n", sources));
        }

        return table;
    }

    private static IEnumerable<(string Name, string Value, Source Source)> NumbersOf(Instrument instrument, Scenario scenario)
    {
        const string Exposures = "exposures.";
        foreach (var line in scenario.Ledger.Where(line => line.IsOf("instruments", instrument.Id.Value)))
        {
            var key = line.Key;
            if (key == "volatility")
                yield return (key, line.Value, line.Source);
            else if (key.StartsWith(Exposures, StringComparison.Ordinal))
                yield return (key[Exposures.Length..], line.Value, line.Source);
        }
    }
}
