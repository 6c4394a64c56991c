using RiskEngine.Abstractions.Factors;
using RiskEngine.Cli.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>Everything about one kind of risk factor.</summary>
internal static class FactorPageScreen
{
    /// <summary>The kind's page: summary, equation, parameters, reference.</summary>
    public static IRenderable Render(FactorKind kind)
    {
        var table = TextTable.Create("parameter", "unit", "range", "default", "meaning");
        if (kind.Path != PathUse.None)
        {
            table.Row(
                "path",
                "the factor's",
                "rising dates",
                kind.Path == PathUse.Required ? "required" : "none",
                "dated points that the factor follows"
            );
        }

        if (kind.TakesHistory)
        {
            table.Row(
                "history",
                "id",
                "of histories",
                "required",
                "the joint history that the factor draws from; factors of one history take the same rows together"
            );
            table.Row("column", "words", "of its file", "the factor's id", "the column of the history's file");
            Row(table, HistoryKeys.BlockLength);
        }

        if (kind.TakesStates)
        {
            table.Row("states", "by id", "two or more", "required", "the states, each with the four keys that follow");
            foreach (var key in RegimeKeys.All)
                Row(table, key);
            table.Row(
                "start",
                "id or probabilities",
                "0 to 1 each, adding to 1",
                "long-run shares",
                "the state on the as-of date, or the probability of each"
            );
            table.Row(
                "period",
                "tenor",
                "above 0",
                "none",
                "makes the numbers under to probabilities for that time instead of rates a year"
            );
        }

        foreach (var parameter in kind.Parameters)
            Row(table, parameter);
        table.Row("pricedIn", "share", "0 to 1", "1", "part of its expected move that prices know");
        table.Row("premium", "a year", "-0.5 to 0.5", "0", "expected return over the risk-free rate for an exposure of one");
        table.Row("onFailure", "word", "stop or drop", "stop", "for kinds of your own: what happens when their code fails");

        var moves =
            kind.Scale == FactorScale.Log
                ? "Moves by log: an exposure is the log return per unit of the factor's log move (an elasticity or beta)."
                : "Moves by level: an exposure is the log return per unit of the factor's value.";
        return TextTable.Stack(
            TextTable.Heading(kind.Name),
            new Text(kind.Summary.English),
            Text.Empty,
            new Text(kind.Equation),
            Text.Empty,
            new Text(moves),
            table,
            new Text($"Source: {kind.Reference}")
        );
    }

    private static void Row(Table table, ParameterSpec parameter) =>
        table.Row(parameter.Name, parameter.Unit, Range(parameter), Default(parameter), parameter.Meaning.English);

    private static string Range(ParameterSpec spec) =>
        (double.IsInfinity(spec.Low), double.IsInfinity(spec.High)) switch
        {
            (true, true) => "any",
            (false, true) => spec.OpenLow ? $"above {Figures.Plain(spec.Low)}" : $"{Figures.Plain(spec.Low)} or more",
            (true, false) => spec.OpenHigh ? $"below {Figures.Plain(spec.High)}" : $"{Figures.Plain(spec.High)} or less",
            _ =>
                $"{(spec.OpenLow ? "above " : "")}{Figures.Plain(spec.Low)} to {(spec.OpenHigh ? "below " : "")}{Figures.Plain(spec.High)}",
        };

    private static string Default(ParameterSpec spec) => spec.Default is { } value ? Figures.Plain(value) : "required";
}
