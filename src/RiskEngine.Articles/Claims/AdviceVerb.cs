using System.Collections.Frozen;
using System.Text.RegularExpressions;
using RiskEngine.Articles.Lexicons;

namespace RiskEngine.Articles.Claims;

/// <summary>Where a word of advice counts as advice; see <c>Lexicons/verbs.csv</c>.</summary>
internal enum AdvicePlace
{
    /// <summary>In a section of advice, after an author's cue, or as a first word.</summary>
    Advice,

    /// <summary>Wherever an entity stands beside it.</summary>
    Always,

    /// <summary>With a word of rating.</summary>
    Rating,

    /// <summary>After an author's cue, or as a first word in a section of advice.</summary>
    Cue,

    /// <summary>As <see cref="Advice"/>, and where a bank or broker speaks.</summary>
    View,

    /// <summary>Where the author says to have done so: "I bought".</summary>
    Trade,
}

/// <summary>A word of advice.</summary>
internal sealed partial record AdviceVerb(string Phrase, string Verb, AdviceDirection Direction, AdvicePlace Place)
{
    private static readonly FrozenDictionary<string, AdviceVerb> all = Lexicon
        .Rows("verbs.csv")
        .Select(row => new AdviceVerb(
            row[0],
            row[1],
            Enum.Parse<AdviceDirection>(row[2], ignoreCase: true),
            Enum.Parse<AdvicePlace>(row[3], ignoreCase: true)
        ))
        .ToFrozenDictionary(v => v.Phrase, StringComparer.OrdinalIgnoreCase);

    private static readonly Phrases phrases = new(all.Keys);

    /// <summary>What makes a verb part of a noun when it follows: 投资者, 推荐系统.</summary>
    private static readonly string[] nounTails =
    [
        "者",
        "人",
        "建议",
        "回报",
        "机构",
        "逻辑",
        "规模",
        "银行",
        "系统",
        "误差",
        "收益",
        "组合",
        "策略",
        "评级",
        "标的",
        "机会",
        "价值",
        "度",
        "额",
        "比例",
        "力度",
        "机遇",
        "意愿",
        "要点",
        "亮点",
        "主线",
        "期",
        "性",
        "级",
        "需求",
        "情绪",
        "环境",
        "风险",
        "方向",
        "观点",
        "报告",
        "今年",
        "近",
        "发现",
    ];

    /// <summary>What makes an English verb another word: "long-dated", "short term", "hold them".</summary>
    private static readonly string[] notVerbs = ["-", " term", " run", " position", " of ", " squeeze", " them", " it ", " these", "'s"];

    /// <summary>All words of advice in a sentence, from the left.</summary>
    public static IEnumerable<(AdviceVerb Verb, int Start)> In(string text)
    {
        foreach (var (phrase, start) in phrases.In(text))
        {
            var end = start + phrase.Length;
            var isNoun = Array.Exists(
                nounTails,
                tail => string.CompareOrdinal(text, end, tail, 0, tail.Length) == 0 && (tail != "评级" || phrase == "投资")
            );
            var isGrade = text.AsSpan(end) is ['-', >= 'A' and <= 'Z', ..] tailOf && (tailOf.Length == 2 || !char.IsLetter(tailOf[2]));
            var isTerm =
                !isGrade
                    && Array.Exists(
                        notVerbs,
                        tail => string.Compare(text, end, tail, 0, tail.Length, StringComparison.OrdinalIgnoreCase) == 0
                    )
                || (start > 0 && text[start - 1] == '-')
                || (phrase.Equals("like", StringComparison.OrdinalIgnoreCase) && !Liking().IsMatch(text[..start]))
                || SocialMedia().IsMatch(text[end..]);
            if (!isNoun && !isTerm && !(start > 0 && text[start - 1] == '的' && !RatingWords.Near(text, start, phrase.Length)))
                yield return (all[phrase], start);
        }
    }

    /// <summary>The word of advice that is all of a text; null where it is none.</summary>
    public static AdviceVerb? Of(string text) => all.GetValueOrDefault(text.Trim().TrimStart('*'));

    /// <summary>Whether a text is the word for a conviction: what the verifier asks.</summary>
    public static AdviceDirection? DirectionOf(string phrase) => all.GetValueOrDefault(phrase)?.Direction;

    /// <summary>"We like gold", but not "upgrades like this one".</summary>
    [GeneratedRegex(
        @"\b(we|i|she|he|they|also|still|would|do|particularly|especially|really)\s$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        20_000
    )]
    private static partial Regex Liking();

    /// <summary>"Follow us on X": a call to readers, not to investors.</summary>
    [GeneratedRegex(
        @"^[^.;]{0,40}\son\s(LinkedIn|Facebook|Instagram|Twitter|Telegram|YouTube|WeChat|X\b)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        20_000
    )]
    private static partial Regex SocialMedia();
}
