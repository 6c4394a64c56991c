using RiskEngine.Abstractions.Factors;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>The kinds of risk factors that scenario files may use, one a row.</summary>
internal static class FactorListScreen
{
    /// <summary>The screen for these kinds, in their order.</summary>
    public static IRenderable Render(IEnumerable<FactorKind> kinds)
    {
        var table = TextTable.Create("kind", "moves by", "what it is", "parameters");
        foreach (var kind in kinds)
        {
            var path = kind.Path == PathUse.None ? [] : new[] { kind.Path == PathUse.Required ? "path" : "path (optional)" };
            table.Row(
                kind.Name,
                kind.Scale == FactorScale.Log ? "log" : "level",
                kind.Summary.English,
                string.Join(
                    ", ",
                    path.Concat(kind.TakesHistory ? ["history"] : [])
                        .Concat(kind.TakesStates ? ["states"] : [])
                        .Concat(kind.Parameters.Select(p => p.Name))
                )
            );
        }

        return table;
    }
}
