using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Sections;

namespace RiskEngine.Reporting.Comparing;

/// <summary>What differs in what went into the two runs: options, files, and values where copies were kept.</summary>
internal static class InputSection
{
    /// <summary>So many values of a file are listed; of the rest stands the number.</summary>
    private const int MostValues = 200;

    private static readonly LocalText title = new("What went in", "输入的差别");

    public static Section? Build(RunComparison comparison)
    {
        if (comparison.HasSameInputs)
            return null;
        List<Block> blocks = [];
        if (comparison.Options.Count > 0)
            blocks.AddRange([new Subheading(new("Options, version, machine", "选项、版本与机器")), Values(comparison.Options)]);
        foreach (var input in comparison.Inputs)
        {
            blocks.Add(new Subheading(Heading(input)));
            if (input.Values is null)
                blocks.Add(new Paragraph(new LocalText("No more is known than that it differs.", "只知道该文件不同，无法逐项比较。")));
            else if (input.Values.Count > 0)
                blocks.Add(Values(input.Values));
            else
                blocks.Add(new Paragraph(new LocalText("Its values are the same.", "其中的数值相同。")));
        }

        return new Section("inputs", title, title, blocks);
    }

    private static LocalText Heading(InputChange input) =>
        (input.IsInBefore, input.IsInAfter) switch
        {
            (true, false) => Sentence.Plain("{file}: only in the first run", "{file}：仅第一次运行有", ("file", input.File)),
            (false, true) => Sentence.Plain("{file}: only in the second run", "{file}：仅第二次运行有", ("file", input.File)),
            _ => LocalText.Same(input.File),
        };

    private static Block Values(IReadOnlyList<OptionChange> values)
    {
        var table = new Table(
            [new LocalText("Value", "数值"), new Column(new("Before", "之前"), Wide: true), new Column(new("After", "之后"), Wide: true)],
            [.. values.Take(MostValues).Select(Row)]
        );
        return values.Count <= MostValues
            ? table
            : new Fold(
                Sentence.Plain(
                    "{count} values differ; the first {shown} are listed",
                    "共 {count} 项不同；列出前 {shown} 项",
                    ("count", $"{values.Count:N0}"),
                    ("shown", $"{MostValues}")
                ),
                [table]
            );
    }

    private static IReadOnlyList<Cell> Row(OptionChange change) => [Prose.Code(change.Name), Value(change.From), Value(change.To)];

    private static Cell Value(string? value) => value is null or "" ? CommonTexts.None : LocalText.Same(value);
}
