using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Sections;

/// <summary>What it takes to make the same report again.</summary>
internal static class ReproduceSection
{
    public static Section Build(ReportContext context)
    {
        var (scenario, run) = (context.Scenario, context.Run);
        List<IReadOnlyList<Cell>> facts =
        [
            [new Text("Run", "运行"), Prose.Code(run.RunId)],
            [new Text("Engine", "引擎版本"), Text.Same($"RiskEngine {context.Results.EngineVersion}")],
            [new Text("Seed", "随机种子"), Text.Same(scenario.Simulation.Seed.ToString())],
            [new Text("Paths", "路径数"), Text.Same(scenario.Simulation.Paths.ToString("N0"))],
            [new Text("Step", "步长"), Words.Span(scenario.Simulation.Step)],
            [new Text("As of", "基准日"), Words.Date(scenario.AsOf)],
        ];
        facts.AddRange(run.Options.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => (IReadOnlyList<Cell>)[Prose.Code(o.Key), o.Value.Length == 0 ? Words.None : Text.Same(o.Value)]));
        List<Block> blocks =
        [
            new Paragraph(new Text(
                "The same inputs, seed and version give the same figures on the same kind of machine, whatever the number of threads.",
                "相同的输入、种子与版本在同类机器上得到相同的数字，与线程数无关。")),
            new Listing(run.Command),
            new Table([new Text("Fact", "项目"), new Text("Value", "值")], facts),
        ];
        if (scenario.Inputs.Count > 0)
        {
            blocks.Add(new Fold(
                Words.Count(scenario.Inputs.Count, "input file with its hash", "input files with their hashes", "个输入文件及其校验和"),
                [
                    new Table(
                        [new Text("Input file", "输入文件"), new Text("SHA-256", "SHA-256")],
                        [.. scenario.Inputs.Select(i => (IReadOnlyList<Cell>)[Prose.Code(i.Path), Prose.Code(i.Sha256)])]),
                ]));
        }

        return new("reproduce", new("How to reproduce this", "如何重现"), new("Reproduce", "重现"), blocks);
    }
}
