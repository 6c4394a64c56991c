using System.Text.RegularExpressions;
using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Claims;

/// <summary>Reads who gains and who loses: lists under such headings, and sentences that say it of something known.</summary>
internal static partial class OutlookReader
{
    /// <summary>The gainers and losers of all sentences.</summary>
    public static IEnumerable<OutlookClaim> Read(ReadingContext context)
    {
        foreach (var sentence in context.Sentences.Where(s => s.IsProse))
        {
            if (sentence.Role is SectionRole.Gainers or SectionRole.Losers)
            {
                var isFirst = sentence.Sentence.Span.Start == sentence.Sentence.Block.Prose.Span.Start;
                if (sentence.Sentence.Block.Kind == BlockKind.ListItem ? isFirst : sentence.Entities.Count > 0)
                {
                    yield return Claim(
                        sentence,
                        context,
                        sentence.Role == SectionRole.Gainers,
                        SubjectOf(sentence.Text),
                        0,
                        sentence.Text.Length
                    );
                }
            }
            else if (sentence.Role is SectionRole.None or SectionRole.Predictions && InWords(sentence, context) is { } claim)
            {
                yield return claim;
            }
        }
    }

    private static OutlookClaim? InWords(SentenceReading sentence, ReadingContext context)
    {
        var match = Words().Match(sentence.Text);
        if (!match.Success || sentence.Text[^1] is '?' or '？' || Cues.IsConditional(sentence.Text) || Cues.IsAnonymous(sentence.Text))
            return null;
        if (Cues.IsNegated(sentence.Text, match.Index, sentence.Text.Any(Characters.IsChinese)))
            return null;
        var isBefore = sentence.Entities.Any(e => e.Start < match.Index);
        if (!isBefore)
            return null;
        var subject = sentence.Text[..match.Index].Trim(' ', ',', '，');
        return Claim(sentence, context, match.Groups["gain"].Success, subject.Length > 60 ? subject[^60..] : subject, 0, match.Index);
    }

    private static OutlookClaim Claim(SentenceReading sentence, ReadingContext context, bool gains, string subject, int from, int to) =>
        new()
        {
            Evidence = context.EvidenceOf(sentence),
            Context =
                sentence.Role is SectionRole.Gainers or SectionRole.Losers && sentence.Sentence.Block.Headings.Count > 0
                    ? [Evidence.Of(context.Article, sentence.Sentence.Block.Headings[^1])]
                    : [],
            Gains = gains,
            Subject = subject,
            About = [.. sentence.Entities.Where(e => e.Start >= from && e.Start < to).DistinctBy(e => e.Id)],
        };

    private static string SubjectOf(string text)
    {
        var colon = text.IndexOfAny([':', '：', '—']);
        return colon is > 1 and < 40 ? text[..colon].Trim()
            : text.Length > 60 ? text[..60]
            : text;
    }

    [GeneratedRegex(
        @"(?<gain>\b(stands?|set|likely|bound)\sto\s(benefit|gain|profit)\b|\bwill\s(benefit|gain)\b|\b(is|are)\sthe\s(main|"
            + @"biggest|clear|obvious)\s(winners?|beneficiar(y|ies))\b|(将|有望|直接|最为|率先|充分|显著|最)受益|成为(最大)?赢家)"
            + @"|(?<loss>\b(stands?|set|likely|bound)\sto\s(lose|suffer)\b|\bwill\s(lose\sout|suffer)\b|\b(is|are)\sthe\s(main|"
            + @"biggest|clear|obvious)\slosers?\b|(将|最为|直接|首先)(受损|承压)|成为(最大)?输家)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        20_000
    )]
    private static partial Regex Words();
}
