using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Cli.Texts;
using RiskEngine.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>What a run found out, in one table: each portfolio as held and following the articles, at the headline horizon.</summary>
internal static class SummaryScreen
{
    /// <summary>The summary of the first simulated case; the report has all of them.</summary>
    public static IRenderable Render(RiskResults results)
    {
        var scenario = results.Scenario;
        var (at, horizon) = (scenario.HeadlineHorizonIndex.Value, scenario.HeadlineHorizon);
        var table = TextTable.Create("!portfolio", "#median", "#mean", "#VaR 95%", "#ES 95%", "#loss prob.", "#beats as held");
        foreach (var portfolio in results.Base.Portfolios)
        {
            table.Row(portfolio.Portfolio.Id.Value);
            Row(table, "  as held", portfolio.AsHeld.Horizons[at].Measures);
            if (!ReferenceEquals(portfolio.FollowingAll, portfolio.AsHeld))
                Row(table, "  following all", portfolio.FollowingAll.Horizons[at].Measures);
        }

        List<IRenderable> parts =
        [
            TextTable.Heading(scenario.Name.English),
            new Text($"Case: {results.Base.Case.Name.English}. Horizon: {horizon.Name.English}, to {horizon.Date:yyyy-MM-dd}."),
            table,
            new Text(
                "Profit and loss relative to the start value; VaR and ES are losses, above zero. ± is half the 95% interval of sampling, "
                    + $"{Figures.Count(scenario.Simulation.Paths)} paths. A simulation on stated assumptions, no investment advice."
            ),
            .. results.Precision is { } precision ? [new Text(PrecisionLine(precision))] : Array.Empty<Text>(),
            .. results.Dropped.Select(d => new Text($"DROPPED: factor {d.Factor.Id}, for its code failed: {d.Problem}")),
            .. results.Base.Portfolios.Where(p => p.Portfolio.Owes).Select(p => new Text(OwedLine(p))),
            .. results.Base.Margins.Select(m => new Text(MarginLine(m, at))),
            .. results.Limits.Select(limit => new Text(LimitLine(limit))),
        ];
        if (results.Notices.Count > 0)
            parts.Add(new Text($"{DiagnosticLines.Count(results.Notices)}, listed in the report"));
        return TextTable.Stack(parts);
    }

    private static string OwedLine(PortfolioResult result) =>
        $"{result.Portfolio.Id} owes something: losses may exceed 100%, and what equity does not cover is still owed.";

    private static string MarginLine(MarginResult margin, int horizon) =>
        $"Margin: equity of {margin.Portfolio.Id} falls below {Figures.Percent(margin.Portfolio.Maintenance!.Value, 0)} of what it owns "
        + $"and owes on {Figures.Percent(margin.Calls[horizon].Probability)} of paths by then; "
        + $"today it is {Figures.Percent(margin.EquityRatio, 0)}.";

    private static string PrecisionLine(PrecisionReached p) =>
        $"{p.Target.Measure.Id} at {p.Target.Horizon}: sure to ±{p.Error:G3} with {Figures.Count(p.Paths)} paths; "
        + $"{(p.IsReached ? $"±{p.Target.Error:G3} was asked for" : $"NOT the ±{p.Target.Error:G3} that was asked for")}.";

    private static void Row(Table table, string name, MeasureSet measures)
    {
        var beats = measures[MeasureKinds.BeatUnchangedProbability];
        Estimate[] shown = [measures.Median, measures.Mean, measures.Var95, measures.Es95, measures.LossProbability];
        table.Row([name, .. shown.Select(Figures.Percent), beats.IsAvailable ? Figures.Percent(beats) : ""]);
    }

    private static string LimitLine(LimitResult result)
    {
        var limit = result.Limit;
        var unit = MeasureKinds.Find(limit.Measure)?.Unit ?? MeasureUnit.PlainNumber;
        var bound = limit.Below is { } below ? $"below {Bound(below, unit)}" : $"above {Bound(limit.Above ?? double.NaN, unit)}";
        var measured =
            !result.Measured.IsAvailable ? "not available"
            : unit == MeasureUnit.PlainNumber ? Figures.Plain(result.Measured.Value)
            : Figures.Percent(result.Measured);
        return $"Limit {(result.Holds ? "holds" : "BREACHED")}: {limit.Measure} of {limit.Portfolio} ({limit.Variant.Id()}, "
            + $"{limit.Horizon}, {limit.Case}) "
            + $"is {measured}, must be {bound}";
    }

    private static string Bound(double bound, MeasureUnit unit) =>
        unit == MeasureUnit.PlainNumber ? Figures.Plain(bound) : $"{Figures.Plain(100 * bound)}%";
}
