using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Cli.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>What will be simulated, in words.</summary>
internal static class PlanScreen
{
    /// <summary>The plan of a scenario's base case, and what the other cases change.</summary>
    public static IRenderable Render(Scenario scenario)
    {
        var model = scenario.Base.Model;
        var traded = model.Recommendations.Where(r => r.IsTraded).ToList();
        return TextTable.Stack([
            TextTable.Heading($"{scenario.Name.English} ({scenario.Id}), as of {scenario.AsOf:yyyy-MM-dd}, in {scenario.Currency}"),
            new Text(scenario.Summary.English),
            TextTable.Heading("What is simulated"),
            new Text(
                $"{Figures.Count(scenario.Simulation.Paths)} paths of {Figures.Counted(model.Factors.Count, "factor")} and "
                    + $"{Figures.Counted(model.Instruments.Count, "instrument")} "
                    + $"in steps of {scenario.Simulation.Step}, for {Figures.Counted(scenario.Cases.Count, "case")}."
            ),
            new Text($"Measured at: {string.Join("; ", scenario.Horizons.Select(h => $"{h.Name.English}, {h.Date:yyyy-MM-dd}"))}."),
            new Text($"Prices know the base case; the risk-free rate is {Figures.Percent(model.RiskFreeRate, 2)} a year."),
            new Text($"Variants of each portfolio: as held{Variants(traded.Count)}."),
            .. DependenceLines.Of(model).Concat(DecisionLines.Of(scenario)).Select(line => new Text(line)),
            TextTable.Heading("Portfolios"),
            Portfolios(scenario, model),
            TextTable.Heading("Cases"),
            Cases(scenario),
            TextTable.Heading("Recommendations"),
            Recommendations(model),
            TextTable.Heading("Events"),
            Events(model),
        ]);
    }

    private static string Variants(int traded) =>
        traded switch
        {
            0 => "",
            1 => ", following the one recommendation that trades",
            _ => $", following all {traded} recommendations that trade, each one alone, all but each one",
        };

    private static Table Portfolios(Scenario scenario, Model model)
    {
        var table = TextTable.Create("portfolio", "name", $"#value, {scenario.Currency}", "#positions", "largest");
        foreach (var portfolio in model.Portfolios)
        {
            var largest = portfolio
                .Positions.OrderByDescending(p => p.Value)
                .Take(3)
                .Select(p => $"{p.Instrument} {Figures.Percent(portfolio.Weight(p), 0)}");
            table.Row(
                portfolio.Id.Value,
                portfolio.Name.English,
                portfolio.Value.ToString("N0"),
                $"{portfolio.Positions.Count}",
                string.Join(", ", largest)
            );
        }

        return table;
    }

    private static Table Cases(Scenario scenario)
    {
        var table = TextTable.Create("case", "name", "changes");
        foreach (var item in scenario.Cases)
        {
            var changes = item.Overrides.Select(o => $"{o.Path}: {(o.From.Length == 0 ? "default" : o.From)} -> {o.To}");
            table.Row(item.Id.Value, item.Name.English, item.Overrides.Count == 0 ? "nothing" : string.Join("\n", changes));
        }

        return table;
    }

    private static Table Recommendations(Model model)
    {
        var table = TextTable.Create("recommendation", "verb", "#size", "what", "from", "until");
        foreach (var advice in model.Recommendations)
        {
            var size = !advice.IsTraded
                ? ""
                : $"{Figures.Percent(advice.Size)} of {(advice.Conviction.Direction == Direction.Buy ? "portfolio" : "holding")}";
            var targets = advice.Targets.Select(t =>
                advice.Conviction.Direction == Direction.Buy ? $"{t.Instrument} {Figures.Percent(t.Weight, 0)}" : $"{t.Instrument}"
            );
            table.Row(
                advice.Name.English,
                advice.Conviction.Verb,
                size,
                advice.IsTraded ? string.Join(", ", targets) : "watched, not traded",
                $"{advice.From:yyyy-MM-dd}",
                $"{advice.Until:yyyy-MM-dd}"
            );
        }

        return table;
    }

    private static Table Events(Model model)
    {
        var table = TextTable.Create("event", "#probability", "window", "what it does");
        foreach (var item in model.Events)
        {
            var effects = item
                .Effects.Select(Describe)
                .Concat(item.Exit is { } exit ? [$"ends {exit.Company} by {RouteWord(exit.Route)}"] : [])
                .Concat(item.Triggers.Select(t => $"hazard of {t.Event} times {Figures.Plain(t.HazardMultiple)} for {t.For}"))
                .Concat(item.Excites.Select(x => $"brings about {Figures.Plain(x.Offspring)} of {x.Event}, half of them in {x.HalfLife}"));
            table.Row(
                item.Name.English,
                Figures.Percent(item.Probability),
                $"{item.From:yyyy-MM-dd} to {item.Until:yyyy-MM-dd}",
                string.Join("\n", effects)
            );
        }

        return table;
    }

    private static string Describe(EventEffect effect)
    {
        var named = effect.Groups.Select(g => g.Value).Concat(effect.Factors.Select(f => f.Value)).ToList();
        var whom = named.Count > 0 ? string.Join(", ", named) : string.Join(", ", effect.Instruments);
        var what = effect.Channel switch
        {
            EffectChannel.Level => "",
            EffectChannel.Volatility => "volatility of ",
            _ => "correlation among ",
        };
        var isRelative = effect.Factors.Count == 0;
        return $"{what}{whom}: {(isRelative ? Figures.Percent(effect.Size.Mean) : Figures.Plain(Math.Round(effect.Size.Mean, 3)))} on "
            + $"average";
    }

    private static string RouteWord(ExitRoute route) =>
        route switch
        {
            ExitRoute.Listing => "listing",
            ExitRoute.Sale => "sale",
            ExitRoute.Failure => "failure",
            _ => "down round",
        };
}
