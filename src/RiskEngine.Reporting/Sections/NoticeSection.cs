using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Sections;

/// <summary>Everything that was adjusted, repaired, ignored or taken as default.</summary>
internal static class NoticeSection
{
    public const string Id = "notices";

    public static LocalText Title { get; } = new("Notices: what was adjusted, repaired, assumed", "提示：调整、修正与默认");

    public static Section Build(ReportContext context)
    {
        var notices = context.Results.Notices;
        Block block =
            notices.Count == 0
                ? new Paragraph(new LocalText("Nothing was adjusted, ignored or assumed on the way.", "过程中未做任何调整、忽略或默认。"))
                : new Table(
                    [
                        new LocalText("Kind", "类型"),
                        new LocalText("Where", "位置"),
                        new Column(new("What (in English, as the program logs it)", "内容（英文，与程序日志一致）"), Wide: true),
                    ],
                    [
                        .. notices.Select(n =>
                            (IReadOnlyList<Cell>)
                                [
                                    n.Severity == Severity.Warning ? new LocalText("warning", "警告") : new LocalText("notice", "提示"),
                                    n.Location.ToString() is { Length: > 0 } place ? Prose.Code(place) : Prose.Empty,
                                    LocalText.Same(n.NearName is null ? n.Message : $"{n.Message} (did you mean '{n.NearName}'?)"),
                                ]
                        ),
                    ],
                    Filterable: notices.Count > 20
                );
        return new(Id, Title, new("Notices", "提示"), [block]);
    }
}
