using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Serving.Engines;

namespace RiskEngine.Serving.Pages;

/// <summary>What a reader sees in place of a scenario that has errors: each with its place, what was expected and what was found.</summary>
internal static class ProblemPage
{
    /// <summary>The document.</summary>
    /// <param name="name">The scenario's folder.</param>
    /// <param name="problems">All that is wrong with it; at least one.</param>
    public static ReportDocument Build(string name, IReadOnlyList<Problem> problems) =>
        new(
            LocalText.Same(name),
            new LocalText("This scenario has errors and cannot be opened", "此情景有错误，无法打开"),
            [
                new(
                    "errors",
                    Sentence.Plain("Errors: {count}", "错误：{count} 处", ("count", $"{problems.Count}")),
                    new("Errors", "错误"),
                    [
                        new Paragraph(
                            new LocalText(
                                "Each line names the file, the line and the column, what was expected there and what was found. Mend the "
                                    + "files and load this page again: they are read anew.",
                                "每行依次为文件、行与列，以及该处应有的内容和实际内容（消息为英文）。修改文件后重新载入本页，文件会重新读取。"
                            )
                        ),
                        new Bullets([.. problems.Select(p => Prose.Code(p.Message))]),
                        new Paragraph(Prose.Beside(new("All scenarios and runs", "全部情景与运行"), "../../reports/")),
                    ]
                ),
            ],
            new LocalText("Nothing was simulated and nothing was written.", "未作任何模拟，也未写入任何文件。")
        );
}
