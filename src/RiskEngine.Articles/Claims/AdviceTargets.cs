using RiskEngine.Articles.Entities;

namespace RiskEngine.Articles.Claims;

/// <summary>Finds what a word of advice is about.</summary>
internal static class AdviceTargets
{
    /// <summary>What ends the names after a verb: a reason, a comparison, the next clause.</summary>
    private static readonly Phrases ends = new([
        "because",
        "since",
        "given",
        "as",
        "over",
        "rather than",
        "relative to",
        "versus",
        "ahead of",
        "before",
        "after",
        "while",
        "whereas",
        "but",
        "although",
        "though",
        "which",
        "whose",
        "where",
        "with",
        "against",
        "thanks to",
        "on the back of",
        "until",
        "when",
        "in favour of",
        "that",
        "for",
        "at the expense of",
        "instead of",
        "以对冲",
        "因为",
        "由于",
        "受益于",
        "相对",
        "优于",
        "而非",
        "以替代",
        "但",
        "而",
        "其中",
        "剔除",
        "同时剔除",
        "同时移除",
    ]);

    private static readonly string[] watched =
    [
        "财报",
        "变化",
        "进展",
        "动态",
        "数据",
        "指标",
        "技术",
        "走势",
        "节奏",
        "会议",
        "政策",
        "融资",
        "拐点",
        "价格变",
        "订单",
        "earnings",
        "results",
        "data",
        "meeting",
        "progress",
    ];

    /// <summary>The mentions after the verb, else those before it, in the part of the sentence that is the verb's.</summary>
    public static IReadOnlyList<EntityMention> Of(SentenceReading sentence, AdviceVerb verb, int start, int from, int to)
    {
        var after = start + verb.Phrase.Length;
        var end = EndOf(sentence, verb, after, to);
        var found = Within(sentence, after, end);
        // "I added to three stocks": what such words are about stands behind them.
        var takesObject =
            verb.Place == AdvicePlace.Trade
            || verb.Phrase.EndsWith(" to", StringComparison.Ordinal)
            || verb.Phrase.EndsWith(" in", StringComparison.Ordinal);
        if ((found.Count == 0 && from == 0 && !takesObject) || RatingWords.Near(sentence.Text, start, verb.Phrase.Length))
        {
            var before = Within(sentence, StartOf(sentence.Text, from, start), start);
            if (before.Count > 0)
                found = before;
        }

        return found;
    }

    /// <summary>
    /// The row of the conviction table: who looks at results, data or technology watches; 关注 of companies is read as favouring them or,
    /// less likely, watching them.
    /// </summary>
    public static (string Verb, AdviceDirection Direction, string? Otherwise) Conviction(
        string text,
        AdviceVerb verb,
        int start,
        IReadOnlyList<EntityMention> targets
    )
    {
        var isSoft = verb.Phrase is "关注" or "重点关注" or "积极关注" or "建议关注" or "look at";
        if (!isSoft)
            return (verb.Verb, verb.Direction, null);
        var end = text.IndexOfAny(['，', '；', ';', ','], start);
        var clause = text[start..(end < 0 ? text.Length : end)];
        // What is looked at stands behind the name: 关注云岭储能的财报, but not 关注技术领先的云岭储能.
        var names = targets.Where(t => t.Kind != EntityKind.Theme && t.Start >= start && t.Start < start + clause.Length).ToList();
        var from = names.Count > 0 ? names.Max(t => t.Start + t.Length) - start : 0;
        if (
            targets.Count == 0
            || Array.Exists(watched, word => clause.IndexOf(word, Math.Min(from, clause.Length), StringComparison.OrdinalIgnoreCase) >= 0)
        )
        {
            return ("watch", AdviceDirection.Watch, null);
        }

        return (verb.Verb, verb.Direction, "watch");
    }

    private static List<EntityMention> Within(SentenceReading sentence, int from, int to)
    {
        var found = sentence
            .Entities.Where(e => e.Start >= from && e.Start + e.Length <= to && !Speaker.IsFirm(sentence.Text, e))
            .DistinctBy(e => e.Id)
            .ToList();
        // Themes beside companies describe them: "advanced packaging: TSMC and ASE".
        return found.Exists(e => e.Kind != EntityKind.Theme) ? [.. found.Where(e => e.Kind != EntityKind.Theme)] : found;
    }

    private static int EndOf(SentenceReading sentence, AdviceVerb verb, int after, int to)
    {
        var text = sentence.Text;
        var isChoice = verb.Phrase.StartsWith("prefer", StringComparison.OrdinalIgnoreCase);
        for (var i = after; i < to; i++)
        {
            // "Prefer Halden to Voltara": what is preferred stands first.
            var isStop =
                text[i] is ';' or '；'
                || (text[i] == '，' && HasEntity(after, i))
                || (isChoice && string.CompareOrdinal(text, i, " to ", 0, 4) == 0 && HasEntity(after, i));
            if (
                isStop
                || (
                    ends.At(text, i) is not null
                    && IsBreak(text, i)
                    && !text[..i].EndsWith("along ", StringComparison.Ordinal)
                    && HasEntity(after, i)
                )
            )
            {
                return i;
            }
        }

        return to;

        bool HasEntity(int start, int end) => sentence.Entities.Any(e => e.Start >= start && e.Start < end);
    }

    private static bool IsBreak(string text, int i) => i == 0 || !char.IsAsciiLetter(text[i - 1]);

    private static int StartOf(string text, int from, int start)
    {
        for (var i = start - 1; i > from; i--)
        {
            if (text[i] is ';' or '；')
                return i + 1;
        }

        return from;
    }
}
