using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Results.Batches;

namespace RiskEngine.Reporting.Batches;

/// <summary>Makes the document of a batch: what the jobs found, how figures answer to what was varied, and how to do it again.</summary>
public static class BatchPageBuilder
{
    /// <summary>The document.</summary>
    /// <param name="batch">What the batch found.</param>
    /// <param name="command">The command line that makes it again.</param>
    public static ReportDocument Build(BatchResults batch, string command)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(command);
        Section?[] sections =
        [
            SensitivityPart.Build(batch),
            TornadoSection.Build(batch),
            ResponseSection.Build(batch),
            HeatmapSection.Build(batch),
            batch.Sensitivity is null ? JobSection.Build(batch) : null,
            Reproduce(batch, command),
        ];
        return new(batch.Name, Subtitle(batch), [.. sections.OfType<Section>()], Footer());
    }

    private static Prose Subtitle(BatchResults batch) =>
        Sentence.Plain(
            "{jobs} jobs on {scenarios} · {failed} failed",
            "{scenarios} 上的 {jobs} 个任务 · 失败 {failed} 个",
            ("jobs", batch.JobCount.ToString("N0")),
            ("scenarios", string.Join(", ", batch.Scenarios.Select(s => s.Id.Value))),
            ("failed", batch.Failed.ToString("N0"))
        );

    private static Section Reproduce(BatchResults batch, string command) =>
        new(
            "reproduce",
            new("How to make it again", "如何重现"),
            new("Reproduce", "重现"),
            [
                new Listing(command),
                new Paragraph(
                    new LocalText(
                        "Jobs whose figures are there already are not simulated again; --fresh does all of them. The tables beside this "
                            + "page have every figure, one a row.",
                        "已有结果的任务不会重算；加 --fresh 则全部重算。本页旁的表格含全部数字，每行一个。"
                    )
                ),
                new Table(
                    [new LocalText("Input file", "输入文件"), new LocalText("SHA-256", "SHA-256")],
                    [.. batch.Inputs.Select(i => (IReadOnlyList<Cell>)[Prose.Code(i.Path), Prose.Code(i.Sha256)])]
                ),
            ]
        )
        {
            IsAppendix = true,
        };

    private static Prose Footer() =>
        new LocalText(
            "A simulation on stated assumptions, no investment advice. Intervals are 95% intervals of sampling; jobs share their random "
                + "numbers, so that differences between them are surer than each figure.",
            "基于所述假设的模拟，不构成投资建议。区间为 95% 抽样区间；各任务共用随机数，因此任务之间的差异比单个数字更可靠。"
        );
}
