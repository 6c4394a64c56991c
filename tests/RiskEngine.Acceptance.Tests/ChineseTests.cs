using System.Text.RegularExpressions;

namespace RiskEngine.Acceptance.Tests;

/// <summary>Who reads Chinese reads the same: each reason in both languages, each term by one word.</summary>
[TestFixture]
public sealed partial class ChineseTests
{
    /// <summary>The project's words, and those that are not to stand for them.</summary>
    private static readonly (string Term, string Word, string[] Instead)[] glossary =
    [
        ("factor", "因子", ["风险因素"]),
        ("scenario, case", "情景", ["场景", "方案"]),
        ("portfolio", "组合", ["投资篮子", "资产包"]),
        ("path", "路径", ["轨道", "样本路线"]),
        ("probability", "概率", ["几率", "机率"]),
        ("volatility", "波动率", ["波动度", "波幅"]),
        ("quantile", "分位数", ["分位点", "百分位"]),
        ("prediction", "预判", ["预言"]),
        ("claim", "主张", ["断言点"]),
        ("thesis", "论点", ["论题"]),
        ("NVIDIA", "英伟达", ["辉达", "英偉達", "恩维迪亚"]),
        ("TSMC", "台积电", ["台積電"]),
        ("SK Hynix", "SK 海力士", ["SK海力士"]),
        ("software", "软件", ["軟體", "软体"]),
        ("chip", "芯片", ["晶片"]),
    ];

    private static IEnumerable<string> Scenarios => Files("scenarios", "*.yaml");

    /// <summary>What readers see; formats of brokers have words of their own.</summary>
    private static IEnumerable<string> Texts =>
        Scenarios.Concat(Files("src/RiskEngine.Reporting", "*.cs")).Concat(Files("src/RiskEngine.Abstractions", "*.cs"));

    [Test]
    public void Every_judgement_of_a_shipped_scenario_has_its_reason_in_both_languages()
    {
        var reasons = Scenarios.SelectMany(f => Judgements().Matches(File.ReadAllText(f)).Select(m => (File: f, m.Value))).ToList();

        Assert.That(reasons, Has.Count.GreaterThan(250), "the search for reasons finds too few");
        Assert.That(
            reasons.Where(r => !r.Value.Contains("zh-CN:", StringComparison.Ordinal)).Select(r => $"{r.File}: {r.Value}"),
            Is.Empty
        );
        Assert.That(reasons.Where(r => !Han().IsMatch(r.Value)).Select(r => $"{r.File}: {r.Value}"), Is.Empty);
    }

    [Test]
    public void What_the_program_writes_as_a_judgement_is_in_both_languages() =>
        Assert.That(
            Files("src", "*.cs").SelectMany(f => Written().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}: {m.Value}")),
            Is.Empty
        );

    [Test]
    public void Each_term_has_one_word()
    {
        var texts = Texts.Select(f => (File: f, Text: File.ReadAllText(f))).ToList();
        using (Assert.EnterMultipleScope())
        {
            foreach (var (term, word, instead) in glossary)
            {
                Assert.That(texts.Any(t => t.Text.Contains(word, StringComparison.Ordinal)), Is.True, $"{term}: {word} stands nowhere");
                Assert.That(
                    texts.SelectMany(t =>
                        instead.Where(other => t.Text.Contains(other, StringComparison.Ordinal)).Select(o => $"{t.File}: {o}")
                    ),
                    Is.Empty,
                    $"{term}: {word}"
                );
            }
        }
    }

    private static IEnumerable<string> Files(string top, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, top), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>The reason, which stands on one line: a text, or a mapping of languages.</summary>
    [GeneratedRegex(@"judgement:\s*(\{[^\n}]*\}|""[^\n]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Judgements();

    /// <summary>A quote that opens right behind the key, in a text of the source.</summary>
    [GeneratedRegex(@"judgement: \\""[^\n]*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Written();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Han();
}
