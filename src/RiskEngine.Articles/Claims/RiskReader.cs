using System.Text.RegularExpressions;
using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Claims;

/// <summary>Reads the risks that an article names: in sections of risks, and where a sentence says that it names one.</summary>
internal static partial class RiskReader
{
    /// <summary>The risks of all sentences.</summary>
    public static IEnumerable<RiskClaim> Read(ReadingContext context)
    {
        foreach (var sentence in context.Sentences.Where(s => s.IsProse))
        {
            if (sentence.Role == SectionRole.Risks)
            {
                foreach (var claim in InSection(sentence, context))
                    yield return claim;
            }
            else if (sentence.Role != SectionRole.Past && Named(sentence) is { } parts)
            {
                foreach (var part in parts)
                    yield return Claim(part, sentence, context);
            }
            else if (sentence.Role is not (SectionRole.Past or SectionRole.Losers) && HarmSentences.IsOne(sentence))
            {
                yield return Claim(sentence.Sentence.Prose, sentence, context);
            }
        }
    }

    private static IEnumerable<RiskClaim> InSection(SentenceReading sentence, ReadingContext context)
    {
        var prose = sentence.Sentence.Prose;
        if (sentence.Text[^1] is '?' or '？' or ':' or '：' || Denial().IsMatch(sentence.Text))
        {
            context.Put(sentence, sentence.Text[^1] is '?' or '？' ? "a question" : "names no risk");
            yield break;
        }

        if (sentence.Sentence.Block.Kind == BlockKind.ListItem)
        {
            // An item is one risk; what stands after its first sentence explains it. Some items are lists themselves.
            if (sentence.Sentence.Prose.Span.Start != sentence.Sentence.Block.Prose.Span.Start)
                yield break;
            if (Parts(prose, '；', ';') is { Count: > 1 } several)
            {
                foreach (var part in several)
                    yield return Claim(part, sentence, context);
            }
            else
            {
                yield return Item(sentence, context);
            }

            yield break;
        }

        if (ExplainsNamed(sentence))
            yield break;
        var parts = Parts(prose, '；', ';');
        var isAboutRisk = parts.Count > 1 || RiskKinds.Of(sentence.Text) != "other" || Harm().IsMatch(sentence.Text);
        if (!isAboutRisk)
        {
            context.Put(sentence, "names no risk that is known");
            yield break;
        }

        if (parts.Count == 1 && Listed(prose) is { Count: >= 3 } listed)
            parts = listed;
        foreach (var part in parts)
            yield return Claim(part, sentence, context);
    }

    /// <summary>A sentence of a paragraph that names its risk first, as an item does: "政策风险：…。…".</summary>
    private static bool ExplainsNamed(SentenceReading sentence)
    {
        var block = sentence.Sentence.Block.Prose;
        return sentence.Sentence.Prose.Span.Start > block.Span.Start && Label().IsMatch(block.Text);
    }

    /// <summary>The risks of a sentence that says it names some: "risks include A, B and C".</summary>
    private static List<Prose>? Named(SentenceReading sentence)
    {
        var text = sentence.Text;
        if (text[^1] is '?' or '？' || Announcement().Match(text) is not { Success: true } match || Denial().IsMatch(text))
            return null;
        if (Cues.IsAnonymous(text) || Cues.IsIrony(text))
            return null;
        // "The risks associated with a war": what names the kind may stand on either side.
        if (match.Groups["whole"].Success)
            return [sentence.Sentence.Prose];
        var rest = sentence.Sentence.Prose.Part(match.Index + match.Length, text.Length - match.Index - match.Length);
        if (rest.Text.Length < 4)
            return null;
        return match.Groups["list"].Success ? Listed(rest) : Parts(rest, '；', ';');
    }

    /// <summary>All of an item; its first words tell the kind of risk, the rest only where they do not.</summary>
    private static RiskClaim Item(SentenceReading sentence, ReadingContext context)
    {
        var claim = Claim(sentence.Sentence.Block.Prose, sentence, context);
        return RiskKinds.Of(sentence.Text) is var kind and not "other" ? claim with { RiskKind = kind } : claim;
    }

    private static RiskClaim Claim(Prose part, SentenceReading sentence, ReadingContext context)
    {
        var span = Evidence.WithMarks(context.Article, part.Span);
        return new RiskClaim
        {
            Evidence = context.EvidenceOf(sentence) with { Span = span, Quote = context.Article.Exact(span) },
            Name = NameOf(part.Text),
            RiskKind = RiskKinds.Of(part.Text),
            About = [.. sentence.Entities.Where(e => span.Contains(e.Span)).DistinctBy(e => e.Id)],
        };
    }

    private static string NameOf(string text)
    {
        var colon = text.IndexOfAny([':', '：', '.', '。', '—']);
        return colon is > 1 and < 60 ? text[..colon].Trim() : text.TrimEnd('。', '.', '；', ';');
    }

    private static List<Prose> Parts(Prose prose, params ReadOnlySpan<char> marks)
    {
        var parts = new List<Prose>();
        var start = 0;
        for (var i = 0; i <= prose.Text.Length; i++)
        {
            if (i < prose.Text.Length && !marks.Contains(prose.Text[i]))
                continue;
            var part = Unnumbered(prose.Part(start, i - start));
            if (part.Text.Any(char.IsLetter))
                parts.Add(part);
            start = i + 1;
        }

        return parts;
    }

    /// <summary>"A, B and C" or "A、B以及C" in its parts, where it is a list of three or of short ones.</summary>
    private static List<Prose> Listed(Prose prose)
    {
        var parts = new List<Prose>();
        var start = 0;
        foreach (Match match in Comma().Matches(prose.Text))
        {
            parts.Add(prose.Part(start, match.Index - start));
            start = match.Index + match.Length;
        }

        parts.Add(prose.Part(start, prose.Text.Length - start));
        parts.RemoveAll(p => !p.Text.Any(char.IsLetter));
        var isList = parts.Count >= 2 && parts.TrueForAll(p => p.Text.Length < 70 && RiskKinds.Of(p.Text) != "other");
        return isList ? parts : [Unnumbered(prose)];
    }

    private static Prose Unnumbered(Prose prose)
    {
        var number = Numbering().Match(prose.Text);
        return number.Success ? prose.Part(number.Length, prose.Text.Length - number.Length) : prose.Part(0, prose.Text.Length);
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"^\s*([0-9]{1,2}[.)、]|\([0-9一二三四五六七八九]{1,2}\)|[一二三四五六七八九]、|[①-⑳])\s*", Options, 20_000)]
    private static partial Regex Numbering();

    [GeneratedRegex("^[^，。,；;]{2,20}风险\\s?[:：]", Options, 20_000)]
    private static partial Regex Label();

    [GeneratedRegex(@",\s(and\s)?|\sand\s|、|以及|，", Options, 20_000)]
    private static partial Regex Comma();

    [GeneratedRegex(
        @"\b((the|our|my|a|one|another|an)\s|(?=(main|biggest|key|chief|real|other|principal|largest|greatest|bigger)\s)|(?=risks?:)"
            + @"|(?=risks?\sis\sthat\s))((main|biggest|key|chief|real|obvious|second|first|other|principal|largest|"
            + @"greatest|next|bigger)\s){0,2}(risk|danger|threat)\b"
            + @"(?!\s(management|appetite|tolerance|premi|assets?|profile|controls?|model|budget|parity))[^,.;:]{0,30}?"
            + @"(\sis\sthat\s|\sis\s|\swould\sbe\s|"
            + @"\scomes\sfrom\s|\slies\sin\s|:\s)"
            + @"|(?<whole>\b(downside|upside|key|main|biggest)\srisks?\s(revolves?|stems?|comes?|arises?)\s(around|from)\s|\brisks?\s"
            + @"(associated\swith|posed\sby|stemming\sfrom|arising\sfrom)\s|\b(faces?|carr(y|ies)|poses?)\s(an?\s)?([a-z-]+\s){0,3}risks?\s"
            + @"(from|of|that)\s)"
            + "|(?<whole>(是|为|成为)[^，。；]{0,10}(最大|主要|首要|核心|重要|潜在)的?(下行)?(风险|隐患|威胁|变数|不确定性)(之一|因素)?[。；，]?$)"
            + @"|^风险(提示|因素)\s?[:：]"
            + @"|(?<list>\b(risks|dangers|threats)\b[^,.;:]{0,30}?\s(are|include|remain)[:\s]\s?)|(?<list>风险(包括|在于|有|"
            + @"来自于?)[:：]?)|(最大|主要|核心|真正|首要|另一|另一个|第二个)的?(下行|上行)?(风险|隐患|威胁|变数)(是|在于|来自于?|为|仍是)[:：]?|需(要)?(警惕|提防)(的是)?[:：]?",
        Options,
        20_000
    )]
    private static partial Regex Announcement();

    [GeneratedRegex(
        @"\b(no|little|not a|isn't a|is not a|without)\s(\w+\s)?risks?\b|risk-free"
            + @"|\brisk\s(is|means)\s(the\s(chance|possibility|probability|likelihood)|defined)\b"
            + @"|(没有|并无|不构成|几乎没有|无).{0,4}风险|风险(不大|可控|有限|较小)",
        Options,
        20_000
    )]
    private static partial Regex Denial();

    [GeneratedRegex(@"\b(could|would|may|might)\b|可能|或将|不及|下滑|下跌|超预期", Options, 20_000)]
    private static partial Regex Harm();
}
