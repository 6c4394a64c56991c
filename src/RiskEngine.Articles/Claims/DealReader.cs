using System.Text.RegularExpressions;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Entities;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Claims;

/// <summary>Reads deals: who buys or signs with whom, for how much.</summary>
internal static partial class DealReader
{
    /// <summary>The deals of all sentences.</summary>
    public static IEnumerable<DealClaim> Read(ReadingContext context)
    {
        foreach (var sentence in context.Sentences.Where(s => s.IsProse && s.Role is not (SectionRole.Risks or SectionRole.Advice)))
        {
            if (sentence.Text[^1] is '?' or '？' || Cues.IsConditional(sentence.Text) || Cues.IsAnonymous(sentence.Text))
                continue;
            foreach (var claim in Clauses(sentence).Select(c => Claim(sentence, c.From, c.To, context)).OfType<DealClaim>())
                yield return claim;
        }
    }

    /// <summary>Parts of a sentence between commas; a part that names fewer than two companies belongs to the one before it.</summary>
    private static IEnumerable<(int From, int To)> Clauses(SentenceReading sentence)
    {
        var text = sentence.Text;
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is ',' or '，' or ';' or '；' && (i + 1 == text.Length || !char.IsAsciiDigit(text[i + 1])))
                starts.Add(i + 1);
        }

        starts.Add(text.Length);
        for (var i = 0; i + 1 < starts.Count; i++)
        {
            var end = i + 1;
            while (
                end + 1 < starts.Count
                && Companies(sentence, starts[end], starts[end + 1]).Count < 2
                && Companies(sentence, starts[i], starts[end]).Count < 2
            )
            {
                end++;
            }

            yield return (starts[i], starts[end]);
            i = end - 1;
        }
    }

    private static DealClaim? Claim(SentenceReading sentence, int from, int to, ReadingContext context)
    {
        var text = sentence.Text;
        var match = Words().Match(text, from, to - from);
        var parties = Companies(sentence, from, to);
        if (!match.Success || Cues.IsNegated(text, match.Index, text.Any(Characters.IsChinese)))
            return null;
        if (parties.Count < 2)
            return null;
        var kind =
            match.Groups["buy"].Success ? DealKind.Acquisition
            : match.Groups["stake"].Success ? DealKind.Investment
            : DealKind.Contract;
        if (kind == DealKind.Acquisition)
            parties = [.. parties.Take(2)];
        return new DealClaim
        {
            Evidence = context.EvidenceOf(sentence),
            DealKind = kind,
            Parties = parties,
            Amount = sentence.Quantities.FirstOrDefault(q => q.Kind == QuantityKind.Money && q.Start >= from && q.Start < to),
        };
    }

    private static List<EntityMention> Companies(SentenceReading sentence, int from, int to) =>
        [
            .. sentence
                .Entities.Where(e => e.Kind is EntityKind.Security or EntityKind.UnknownSymbol && e.Start >= from && e.Start < to)
                .DistinctBy(e => e.Id),
        ];

    [GeneratedRegex(
        @"(?<buy>\b(acquir(e|es|ed|ing)|acquisition of|bought|buys|has agreed to buy|agreed to buy|agreed to acquire|takes over|"
            + @"took over|takeover of|merger with|merge with)\b|收购|并购|买下|吞并|合并)"
            + @"|(?<stake>\b(took a stake in|takes a stake in|invested\s[^,;.]{0,30}in|invests\s[^,;.]{0,30}in|led\s[^,;.]{0,"
            + @"30}round)\b|入股|参股|领投|战略投资)"
            + @"|(?<contract>\b(sign(s|ed)|inked|struck|won|awarded)\s[^,;.]{0,60}(deal|contract|agreement|order|pact)|"
            + @"\b(supply|licensing|purchase|offtake|cooperation) (agreement|contract|deal)\b|签(下|署|订|约|了)|敲定|达成.{0,12}(协议|"
            + @"合作)|供货协议|合作协议|大单|中标)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        20_000
    )]
    private static partial Regex Words();
}
