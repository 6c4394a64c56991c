using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Claims;

/// <summary>Reads advice from sentences: who says it, what to do, with what, for how long.</summary>
internal sealed class AdviceReader(ReadingContext context)
{
    private string? speaker;
    private string? firm;
    private string? lastFirm;

    /// <summary>The advice of all sentences.</summary>
    public IEnumerable<AdviceClaim> Read()
    {
        foreach (var sentence in context.Sentences)
        {
            if (!sentence.IsProse)
            {
                speaker = firm = lastFirm = null;
                continue;
            }

            var goesOn = Speaker.GoesOn(sentence.Text);
            speaker = Speaker.Of(sentence.Text) ?? (goesOn ? speaker : null);
            var named = Speaker.Firm(sentence.Text);
            firm = named ?? (goesOn ? lastFirm : null);
            lastFirm = named ?? lastFirm;
            foreach (var claim in Read(sentence))
                yield return claim;
        }
    }

    private IEnumerable<AdviceClaim> Read(SentenceReading sentence)
    {
        if (sentence.Role is SectionRole.Risks or SectionRole.Indicators)
            yield break;
        var text = sentence.Text;
        var chinese = text.Any(Characters.IsChinese);
        var verbs = AdviceVerb.In(text).ToList();
        if (verbs.Count == 0)
            yield break;
        var antecedent = context.Antecedents.Of(sentence);
        if (sentence.Entities.Count > 0 && text[^1] is ('?' or '？'))
        {
            context.Put(sentence, "a question");
            yield break;
        }

        var horizons = new AdviceHorizons(sentence, context.Published);
        var accepted = new List<(AdviceVerb Verb, int Start)>();
        for (var i = 0; i < verbs.Count; i++)
        {
            var (verb, start) = verbs[i];
            var place = new AdvicePlaces.Place(sentence, verb, start, horizons.Opening);
            if (!AdvicePlaces.Counts(place, speaker is not null, antecedent is not null, firm is not null, accepted))
                continue;
            var isRating = RatingWords.Near(text, start, verb.Phrase.Length);
            if (sentence.Role == SectionRole.Past)
                context.Put(sentence, "a past call");
            else if (Cues.Against(text, start, chinese, isRating, horizons.Opening) is { } reason)
                context.Put(sentence, reason);
            else
                accepted.Add((verb, start));
        }

        // "We cut Kestrel to Sell": the rating is the advice, not the verb that changes it.
        for (var i = accepted.Count - 2; i >= 0; i--)
        {
            if (
                accepted[i].Verb.Place == AdvicePlace.Cue
                && RatingWords.Near(text, accepted[i + 1].Start, accepted[i + 1].Verb.Phrase.Length)
            )
            {
                accepted.RemoveAt(i);
            }
        }

        var said = new HashSet<(string, AdviceDirection)>();
        AdviceClaim? before = null;
        for (var i = 0; i < accepted.Count; i++)
        {
            var from = i == 0 ? 0 : accepted[i - 1].Start + accepted[i - 1].Verb.Phrase.Length;
            var to = i + 1 < accepted.Count ? accepted[i + 1].Start : text.Length;
            if (Claim(sentence, antecedent, accepted[i], (from, to), horizons, before) is not { } claim)
                continue;
            before = claim;
            // A sentence that likes a company and rates it Buy says it once.
            var fresh = claim.Targets.Where(t => said.Add((t.Id, claim.Direction))).ToList();
            if (fresh.Count > 0 || claim.Targets.Count == 0)
                yield return fresh.Count == claim.Targets.Count ? claim : claim with { Targets = fresh };
        }
    }

    private AdviceClaim? Claim(
        SentenceReading sentence,
        Antecedent? antecedent,
        (AdviceVerb Verb, int Start) accepted,
        (int From, int To) part,
        AdviceHorizons horizons,
        AdviceClaim? before
    )
    {
        var (verb, start) = accepted;
        var (from, to) = part;
        var targets = AdviceTargets.Of(sentence, verb, start, from, to);
        // A rating without a name, or "the stock", is of the company that was named before.
        var refersBack =
            targets.Count == 0
            && antecedent is not null
            && (
                RatingWords.Near(sentence.Text, start, verb.Phrase.Length)
                || Antecedents.IsPronoun(sentence.Text, start, verb.Phrase.Length)
            );
        // "Trim Kestrel in the short term, hold for the long term": another horizon of what was just named.
        if (targets.Count == 0 && before is not null && horizons.OwnOpening(start, from) is not null)
            targets = before.Targets;
        else if (refersBack)
            targets = [antecedent!.Company];
        if (targets.Count == 0 && (sentence.Role != SectionRole.Advice || speaker is not null))
            return null;
        var (horizon, where) = HorizonOf(sentence, horizons, start, from, to);
        if (horizon is null && targets is [var only] && only.Id == context.Subject?.Company.Id && IsSaidBySame(context.Subject))
            (horizon, where) = (context.Subject.Horizon, context.Subject.HorizonEvidence);
        var (name, direction, otherwise) = AdviceTargets.Conviction(sentence.Text, verb, start, targets);
        return new AdviceClaim
        {
            Evidence = context.EvidenceOf(sentence),
            Context = [.. new[] { where, refersBack ? antecedent!.Evidence : null }.OfType<Evidence>()],
            Who = speaker ?? firm,
            Phrase = sentence.Text.Substring(start, verb.Phrase.Length),
            Verb = name,
            Direction = direction,
            Targets = targets,
            Horizon = horizon,
            Readings = AdviceReadings.Of(horizon, name, otherwise),
        };
    }

    /// <summary>Whether the subject's price target, which gives the horizon, is not another analyst's.</summary>
    private bool IsSaidBySame(ArticleSubject subject) =>
        subject.HorizonEvidence is null || Speaker.Of(subject.HorizonEvidence.Quote) is not { } other || other == speaker;

    /// <summary>
    /// The horizon that the sentence gives, else the words before its list, else the headings above, else all the article.
    /// </summary>
    private (HorizonExpression? Horizon, Evidence? Where) HorizonOf(
        SentenceReading sentence,
        AdviceHorizons horizons,
        int start,
        int from,
        int to
    )
    {
        if (horizons.Of(start, from, to) is { } own)
            return (own.Horizon, null);
        if (context.IntroductionOf(sentence) is { } list && HorizonScanner.Find(list.Sentence.Prose) is { } announced)
            return (announced, context.EvidenceOf(list));
        for (var i = sentence.Sentence.Block.Headings.Count - 1; i >= 0; i--)
        {
            var heading = sentence.Sentence.Block.Headings[i];
            if (heading.Level > 1 && HorizonScanner.Find(heading.Prose) is { } above)
                return (above, Evidence.Of(context.Article, heading));
        }

        return context.GeneralHorizon is { } general ? (general.Horizon, general.Evidence) : (null, null);
    }
}
