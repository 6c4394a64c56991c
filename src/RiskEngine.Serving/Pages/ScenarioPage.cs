using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Serving.Pages;

/// <summary>A scenario to change and try, without a run's report around it.</summary>
internal static class ScenarioPage
{
    /// <summary>The document; all that moves is drawn by the page's script.</summary>
    public static ReportDocument Build(Scenario scenario) =>
        new(
            scenario.Name,
            Sentence.Plain("As of {date}", "截至 {date}", ("date", LocalText.Same($"{scenario.AsOf:yyyy-MM-dd}"))),
            [
                new(
                    "try",
                    new("Change a number and see", "改一个数看结果"),
                    new("Try", "试算"),
                    [
                        new Paragraph(
                            new LocalText(
                                "Every number of the scenario's files, simulated anew by the engine when it is changed. Figures are profit "
                                    + "relative to today's value; ES is a loss, above zero. Nothing is written until you save.",
                                "情景文件中的每个数值，修改后由引擎重新模拟。数字为相对于当前价值的收益；ES 为损失，取正值。保存之前不写入任何文件。"
                            )
                        ),
                        new EnginePanel(),
                    ]
                ),
            ],
            new LocalText(
                "This is no investment advice. It shows what follows from the assumptions of one scenario.",
                "本页不构成投资建议，只展示一个情景的假设所推出的结果。"
            )
        );
}
