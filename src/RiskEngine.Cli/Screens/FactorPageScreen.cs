using RiskEngine.Abstractions.Factors;
using RiskEngine.Cli.Words;
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
            table.Row("path", "the factor's", "rising dates", kind.Path == PathUse.Required ? "required" : "none", "dated points that the factor follows");
        foreach (var parameter in kind.Parameters)
            table.Row(parameter.Name, parameter.Unit, Range(parameter), Default(parameter), parameter.Meaning.English);

        var moves = kind.Scale == FactorScale.Log
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
            new Text($"Source: {kind.Reference}"));
    }

    private static string Range(ParameterSpec spec) => (double.IsInfinity(spec.Low), double.IsInfinity(spec.High)) switch
    {
        (true, true) => "any",
        (false, true) => spec.OpenLow ? $"above {Figures.Plain(spec.Low)}" : $"{Figures.Plain(spec.Low)} or more",
        (true, false) => spec.OpenHigh ? $"below {Figures.Plain(spec.High)}" : $"{Figures.Plain(spec.High)} or less",
        _ => $"{(spec.OpenLow ? "above " : "")}{Figures.Plain(spec.Low)} to {(spec.OpenHigh ? "below " : "")}{Figures.Plain(spec.High)}",
    };

    private static string Default(ParameterSpec spec) => spec.Default is { } value ? Figures.Plain(value) : "required";
}
