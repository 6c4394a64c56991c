using System.Text.RegularExpressions;
using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Claims;

/// <summary>
/// Tells which of a sentence's horizons is that of a word of advice. One that opens a clause ("For the medium to long term, buy", 短期减持)
/// is that of all the advice behind it, up to the next such one; any other is that of the advice before it.
/// </summary>
internal sealed partial class AdviceHorizons
{
    private readonly string text;
    private readonly IReadOnlyList<HorizonPlace> places;
    private readonly List<HorizonPlace> opening;

    /// <summary>Reads the horizons of a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="published">The day that dates are counted from.</param>
    public AdviceHorizons(SentenceReading sentence, DateOnly? published)
    {
        text = sentence.Text;
        places = HorizonPlace.In(sentence, published);
        opening = places.Count == 0 ? [] : OpeningOnes([.. AdviceVerb.In(text).Select(v => v.Start)]);
        if (opening is [var first, ..] && LengthOf(first, 0) is var length)
            Opening = length;
    }

    /// <summary>How many characters of the sentence say the horizon before anything else; 0 where none do.</summary>
    public int Opening { get; }

    /// <summary>The horizon that opens the clause of a place, and is that of no place before another; null where there is none.</summary>
    /// <param name="start">The place.</param>
    /// <param name="from">The end of the advice before.</param>
    public HorizonPlace? OwnOpening(int start, int from) => opening.FindLast(p => p.Start >= from && p.End <= start);

    /// <summary>The horizon of the advice at a place; null where the sentence gives it none.</summary>
    /// <param name="start">Where its word stands.</param>
    /// <param name="from">The end of the advice before.</param>
    /// <param name="to">The start of the advice behind.</param>
    public HorizonPlace? Of(int start, int from, int to) =>
        places.FirstOrDefault(p => p.Start >= start && p.Start < to && !opening.Contains(p))
        ?? opening.FindLast(p => p.Start < start)
        ?? places.FirstOrDefault(p => p.Start >= from && p.Start < start);

    private List<HorizonPlace> OpeningOnes(List<int> verbs) =>
        [
            .. places.Where(p =>
                Filler().IsMatch(text[ClauseOf(p.Start)..p.Start])
                && verbs.Exists(v => v >= p.End && text.IndexOfAny([';', '；'], p.End, v - p.End) < 0)
            ),
        ];

    private int ClauseOf(int start)
    {
        var from = start;
        while (from > 0 && text[from - 1] is not (',' or '，' or ';' or '；' or ':' or '：'))
            from--;
        return from;
    }

    /// <summary>The characters from a place up to the comma behind a horizon; in Chinese the comma may be left out.</summary>
    private int LengthOf(HorizonPlace place, int at)
    {
        if (!Filler().IsMatch(text[at..place.Start]))
            return 0;
        var tail = Tail().Match(text[place.End..]);
        if (tail.Success)
            return place.End + tail.Length - at;
        // 短期投资 is a noun more often than advice.
        var isChinese = Characters.IsChinese(text[place.End - 1]) && !text.AsSpan(place.End).StartsWith("投资");
        return isChinese ? place.End - at : 0;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const string Fillers =
        @"(\s|\b(for|in|over|on|with|within|from|until|till|through|during|taking|looking|across|by|before|at|into|the|a|an|our|your|"
        + "next|coming|following|view|horizons?|basis|perspective|time|frame|timeframe|standpoint|point|of|outlook|investors?|holders?|"
        + @"and|but|however|then|meanwhile|investment|out|period|end)\b|[-()*]|"
        + "未来|今后|接下来|大约|来看|来说|来讲|而言|角度|维度|视角|投资者|资金|为限|展望|层面|方面|操作|拉长|时间|期限|周期|截至|之前|不过|至于|策略|持有期|投资|"
        + "[从在以就对于看的内上则里而但为约是前个至到])*";

    [GeneratedRegex("^" + Fillers + "$", Options, 20_000)]
    private static partial Regex Filler();

    [GeneratedRegex("^" + Fillers + @"[,，:：]\s?", Options, 20_000)]
    private static partial Regex Tail();
}
