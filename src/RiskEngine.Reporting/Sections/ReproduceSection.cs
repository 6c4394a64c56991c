using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>What it takes to make the same report again.</summary>
internal static class ReproduceSection
{
    public static Section Build(ReportContext context)
    {
        var (scenario, run) = (context.Scenario, context.Run);
        List<IReadOnlyList<Cell>> facts =
        [
            [new LocalText("Run", "运行"), Prose.Code(run.RunId)],
            [new LocalText("Engine", "引擎版本"), LocalText.Same($"RiskEngine {context.Results.EngineVersion}")],
            [new LocalText("Seed", "随机种子"), LocalText.Same(scenario.Simulation.Seed.ToString())],
            [new LocalText("Paths", "路径数"), LocalText.Same(scenario.Simulation.Paths.ToString("N0"))],
            [new LocalText("Sampling", "抽样方法"), Sampling(scenario.Simulation.Sampling)],
            [new LocalText("Step", "步长"), CommonTexts.Span(scenario.Simulation.Step)],
            [new LocalText("As of", "基准日"), CommonTexts.Date(scenario.AsOf)],
        ];
        if (context.Results.Precision is { } precision)
            facts.Add([new LocalText("Precision", "精度"), Precision(precision)]);
        facts.AddRange(
            run.Options.OrderBy(o => o.Key, StringComparer.Ordinal)
                .Select(o => (IReadOnlyList<Cell>)[Prose.Code(o.Key), o.Value.Length == 0 ? CommonTexts.None : LocalText.Same(o.Value)])
        );
        List<Block> blocks =
        [
            new Paragraph(
                new LocalText(
                    "The same inputs, seed and version give the same figures on the same kind of machine, whatever the number of threads.",
                    "相同的输入、种子与版本在同类机器上得到相同的数字，与线程数无关。"
                )
            ),
            new Listing(run.Command),
            new Table([new LocalText("Fact", "项目"), new LocalText("Value", "值")], facts),
        ];
        if (scenario.Inputs.Count > 0)
        {
            blocks.Add(
                new Fold(
                    CommonTexts.Count(
                        scenario.Inputs.Count,
                        "input file with its hash",
                        "input files with their hashes",
                        "个输入文件及其校验和"
                    ),
                    [
                        new Table(
                            [new LocalText("Input file", "输入文件"), new LocalText("SHA-256", "SHA-256")],
                            [.. scenario.Inputs.Select(i => (IReadOnlyList<Cell>)[Prose.Code(i.Path), Prose.Code(i.Sha256)])]
                        ),
                    ]
                )
            );
        }

        return new("reproduce", new("How to reproduce this", "如何重现"), new("Reproduce", "重现"), blocks);
    }

    private static LocalText Sampling(SamplingMethod method) =>
        method switch
        {
            SamplingMethod.Sobol => new LocalText(
                "scrambled Sobol points over a Brownian bridge (quasi-Monte Carlo); errors from 16 independent scramblings",
                "布朗桥上的扰动 Sobol 点（拟蒙特卡洛）；误差来自 16 次独立扰动"
            ),
            SamplingMethod.Antithetic => new LocalText(
                "antithetic pairs of paths; errors from 32 independent groups",
                "对偶路径；误差来自 32 个独立分组"
            ),
            _ => new LocalText("independent pseudo-random paths (plain Monte Carlo)", "独立的伪随机路径（普通蒙特卡洛）"),
        };

    private static LocalText Precision(PrecisionReached precision)
    {
        var (target, error) = (
            $"{precision.Target.Measure.Id} ({precision.Target.Horizon}) ±{precision.Target.Error:G4}",
            $"±{precision.Error:G3}"
        );
        return precision.IsReached
            ? Sentence.Plain(
                "asked for {target}; reached {error} with {paths} paths",
                "要求 {target}；以 {paths} 条路径达到 {error}",
                ("target", target),
                ("error", error),
                ("paths", $"{precision.Paths:N0}")
            )
            : Sentence.Plain(
                "asked for {target}; not reached: {error} with {paths} paths, the most allowed",
                "要求 {target}；未达到：以允许的最多 {paths} 条路径得到 {error}",
                ("target", target),
                ("error", error),
                ("paths", $"{precision.Paths:N0}")
            );
    }
}
