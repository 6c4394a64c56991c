using RiskEngine.Cli.Texts;
using RiskEngine.Plans;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>The steps that a run would take, with the paths that each simulates and the memory that is in use then.</summary>
internal static class RunPlanScreen
{
    private const double Megabyte = 1L << 20;

    /// <summary>A row a step; steps of one kind and stage that follow each other share one.</summary>
    public static IRenderable Render(RunPlan plan)
    {
        var table = TextTable.Create("#steps", "what", "stage", "#cases", "#paths", "#MB in use");
        var from = 0;
        while (from < plan.Steps.Count)
        {
            var to = from + 1;
            while (to < plan.Steps.Count && IsLike(plan.Steps[from], plan.Steps[to]))
                to++;
            var simulated = plan.Steps.Skip(from).Take(to - from).OfType<SimulateStep>().ToList();
            table.Row(
                to - from == 1 ? $"{to}" : $"{from + 1} to {to}",
                What(plan.Steps[from]),
                plan.Steps[from].Stage,
                simulated.Count == 0 ? "" : Figures.Count(simulated.Sum(s => s.Outcomes.Count)),
                simulated.Count == 0 ? "" : Figures.Count(simulated[0].Paths.Count),
                $"{plan.Bytes.Skip(from).Take(to - from).Max() / Megabyte:N0}"
            );
            from = to;
        }

        return TextTable.Stack(
            TextTable.Heading($"Plan of a run: {Figures.Counted(plan.Steps.Count, "step")}"),
            table,
            new Text(
                $"{plan.Paths:N0} paths of cases and counterfactuals in all, at most {plan.PeakBytes / Megabyte:N0} MB for what "
                    + "grows with their number. Counterfactuals without events simulate again only the paths on which these occur."
            )
        );
    }

    private static bool IsLike(RunStep first, RunStep second) =>
        first.GetType() == second.GetType()
        && string.Equals(first.Stage, second.Stage, StringComparison.Ordinal)
        && string.Equals(What(first), What(second), StringComparison.Ordinal);

    private static string What(RunStep step) =>
        step switch
        {
            SimulateStep { Known: null } => "simulate",
            SimulateStep => "simulate where it differs",
            MeasureStep => "measure",
            _ => "release",
        };
}
