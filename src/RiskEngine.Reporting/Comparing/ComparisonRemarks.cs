using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Comparing;

/// <summary>What a comparison cannot tell, in a sentence each.</summary>
public static class ComparisonRemarks
{
    private static readonly string[] notSwitched = ["engineVersion", "machine", "seed", "paths", "sampling", "until"];

    /// <summary>What can be seen without switching inputs.</summary>
    public static IEnumerable<LocalText> Of(RunComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var (before, after) = (comparison.Before.Results, comparison.After.Results);
        var options = comparison.Options.Where(o => notSwitched.Contains(o.Name)).Select(o => o.Name).ToList();
        if (options.Count > 0)
        {
            yield return Sentence.Plain(
                "These differ and are not switched; what they do stands in the two reports' difference alone: {names}.",
                "以下各项不同但不参与切换，其影响只体现在两份报告之差中：{names}。",
                ("names", string.Join(", ", options))
            );
        }

        if (
            OnlyInOne(before.Scenario.Portfolios.Select(p => p.Id), after.Scenario.Portfolios.Select(p => p.Id)) is
            { Length: > 0 } portfolios
        )
        {
            yield return Sentence.Plain(
                "Only one of the runs has these portfolios: {names}.",
                "只有一次运行含有这些组合：{names}。",
                ("names", portfolios)
            );
        }

        if (OnlyInOne(before.Cases.Select(c => c.Id), after.Cases.Select(c => c.Id)) is { Length: > 0 } cases)
        {
            yield return Sentence.Plain(
                "Only one of the runs has these cases: {names}.",
                "只有一次运行含有这些情景：{names}。",
                ("names", cases)
            );
        }

        if (OnlyInOne(before.Scenario.Horizons.Select(h => h.Id), after.Scenario.Horizons.Select(h => h.Id)) is { Length: > 0 } horizons)
        {
            yield return Sentence.Plain(
                "Only one of the runs has these horizons: {names}.",
                "只有一次运行含有这些期限：{names}。",
                ("names", horizons)
            );
        }
    }

    /// <summary>What switching inputs showed beyond the shares.</summary>
    public static IEnumerable<LocalText> Of(InputAttributionResult found)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (found.Changed.Count == 0)
        {
            yield return new LocalText(
                "Nothing differs that the simulation of the base case reads: what differs are other cases, views, limits or words.",
                "基准情景的模拟所读取的输入没有差别：不同的是其他情景、观点、限额或文字。"
            );
        }
        else if (found.Parts.Count == 0)
        {
            yield return new LocalText(
                "The runs have no portfolio, or not the headline horizon, in common: nothing was switched.",
                "两次运行没有共同的组合或主要期限：未切换任何输入。"
            );
        }

        foreach (var part in found.Parts.Where(p => p.Count > 1))
        {
            yield return Sentence.Plain(
                "{groups} cannot be switched without each other, for one names what only the other has: their share is told as one.",
                "{groups}不能单独切换，因为一方引用了另一方才有的内容：两者的份额合并给出。",
                ("groups", ComparisonTexts.Of(part))
            );
        }
    }

    /// <summary>Why inputs were not switched.</summary>
    public static LocalText NotSwitched(string reason) =>
        Sentence.Plain("Inputs were not switched: {reason}.", "未切换输入：{reason}。", ("reason", reason));

    private static string OnlyInOne(IEnumerable<string> before, IEnumerable<string> after)
    {
        var (first, second) = (before.ToHashSet(), after.ToHashSet());
        first.SymmetricExceptWith(second);
        return string.Join(", ", first.Order(StringComparer.Ordinal));
    }
}
