using System.Text.RegularExpressions;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Entities;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Claims;

/// <summary>Reads forecasts from sentences: a figure or a fact with the day by which it is to be so, and price targets.</summary>
internal static partial class ForecastReader
{
    /// <summary>How long after its end a year's figures may still be unreported.</summary>
    private const int UnreportedMonths = 4;

    /// <summary>The forecasts of all sentences.</summary>
    public static IEnumerable<PredictionClaim> Read(ReadingContext context, DateOnly? published)
    {
        SentenceReading? before = null;
        foreach (var sentence in context.Sentences.Where(CanForecast))
        {
            var goesOn = before is not null && PriceTargets.In(before.Text) is not null && PriceTargets.IsChange(sentence.Text);
            before = sentence;
            if ((goesOn ? new ForecastCue(null, 0) : Cue(sentence, published)) is not { } cue)
                continue;
            if (Against(sentence, cue.Start) is { } reason)
            {
                context.Put(sentence, reason);
                continue;
            }

            foreach (var claim in goesOn ? Changes(sentence, context, published) : Claims(sentence, context, published, cue))
                yield return claim;
        }
    }

    /// <summary>Mottoes in quotation marks are no forecasts, nor is what was said earlier.</summary>
    private static bool CanForecast(SentenceReading sentence) =>
        sentence.IsProse
        && sentence.Role is not (SectionRole.Past or SectionRole.Risks)
        && !(sentence.Sentence.Block.Kind == BlockKind.Quotation && sentence.Text[0] == '"');

    /// <summary>Where a sentence begins to speak of what is to come, or of a price target; null where it does not.</summary>
    private static ForecastCue? Cue(SentenceReading sentence, DateOnly? published)
    {
        var future = sentence.Dates.FirstOrDefault(d => IsFuture(d, published));
        if (sentence.Role == SectionRole.Predictions && future is not null)
            return new ForecastCue(0, PriceTargets.In(sentence.Text));
        var target = PriceTargets.In(sentence.Text);
        var words = Future().Match(sentence.Text);
        var hasFigure =
            words.Success
            && (
                future is not null
                || sentence.Quantities.Any(q =>
                    q.Start > words.Index
                    && q.Kind is QuantityKind.Money or QuantityKind.Percent or QuantityKind.Points or QuantityKind.Amount
                )
            );
        // A year that is marked as an estimate says as much as a verb: "2027E revenue of $5bn".
        if (!words.Success && sentence.Dates.FirstOrDefault(d => d.IsEstimate) is { } estimate)
            return new ForecastCue(estimate.Start, target);
        if (!hasFigure)
            return target is null ? null : new ForecastCue(null, target);
        return new ForecastCue(words.Index, target);
    }

    private static string? Against(SentenceReading sentence, int cue)
    {
        var text = sentence.Text;
        if (text[^1] is '?' or '？')
            return "a question";
        if (Cues.IsIrony(text))
            return "irony";
        if (Cues.IsAnonymous(text))
            return "what others say";
        if (sentence.Quantities.Count == 0 ? Cues.IsConditional(text) : sentence.Quantities.All(q => IsConditional(text, q)))
            return "conditional";
        return Cues.IsNegated(text, Math.Min(text.Length, cue + 12), text.Any(Characters.IsChinese)) || Past().IsMatch(text)
            ? "negated or past"
            : null;
    }

    private static IEnumerable<PredictionClaim> Claims(
        SentenceReading sentence,
        ReadingContext context,
        DateOnly? published,
        ForecastCue cue
    )
    {
        var parallel = ParallelFigures.Of(sentence);
        var figures = sentence.Quantities.Where(q => IsForecast(q, parallel.GetValueOrDefault(q), sentence, published, cue)).ToList();
        if (figures.Count == 0)
        {
            // A fact with a date and no figure: "2028: AI chips standard in phones".
            var date = sentence.Dates.FirstOrDefault(d => IsFuture(d, published));
            if (date is not null && sentence.Role == SectionRole.Predictions)
                yield return Claim(sentence, context, date, null);
            yield break;
        }

        foreach (var figure in figures)
        {
            var isTarget = PriceTargets.IsOne(figure, sentence.Text);
            var date = parallel.GetValueOrDefault(figure) ?? (isTarget ? OwnDate(figure, sentence) : DateOf(figure, sentence, published));
            if (!isTarget)
                yield return Claim(sentence, context, date, figure);
            else if (date is null)
                yield return Target(sentence, context, figure, published);
            else
                yield return OfCompany(Claim(sentence, context, date, figure), sentence, context);
        }
    }

    /// <summary>New price targets of a sentence whose predecessor calls them so: 大摩由48元上调至90元.</summary>
    private static IEnumerable<PredictionClaim> Changes(SentenceReading sentence, ReadingContext context, DateOnly? published) =>
        sentence
            .Quantities.Where(q => q.Kind == QuantityKind.Money && PriceTargets.IsChanged(q, sentence.Text))
            .Select(q => Target(sentence, context, q, published));

    private static PredictionClaim Claim(SentenceReading sentence, ReadingContext context, DateExpression? date, Quantity? quantity) =>
        new()
        {
            Evidence = context.EvidenceOf(sentence),
            Who = Speaker.Of(sentence.Text) ?? Speaker.Firm(sentence.Text),
            Subject = ForecastSubject.Of(sentence, quantity),
            About = [.. sentence.Entities.DistinctBy(e => e.Id)],
            Date = date,
            Quantity = quantity,
        };

    /// <summary>A price target holds for the horizon of its sentence, else of all the article's advice.</summary>
    private static PredictionClaim Target(SentenceReading sentence, ReadingContext context, Quantity figure, DateOnly? published)
    {
        var own = HorizonScanner.Find(sentence.Sentence.Prose);
        var horizon = own ?? context.GeneralHorizon?.Horizon;
        var date =
            horizon is { ToMonths: > 0 } && published is { } day
                ? new DateExpression(DateKind.Relative, day, day.AddMonths((int)Math.Round(horizon.ToMonths)), false, 0, 0, horizon.Span)
                : null;
        var claim = Claim(sentence, context, date, figure) with
        {
            Context = own is null && date is not null ? [context.GeneralHorizon!.Value.Evidence] : [],
        };
        return OfCompany(claim, sentence, context);
    }

    /// <summary>A price target of the company that its sentence names, else of the one that was named before.</summary>
    private static PredictionClaim OfCompany(PredictionClaim claim, SentenceReading sentence, ReadingContext context)
    {
        if (claim.About.Any(e => e.Kind != EntityKind.Theme) || context.Antecedents.Of(sentence) is not { } before)
            return claim with { IsPriceTarget = true };
        return claim with { IsPriceTarget = true, About = [before.Company], Context = [.. claim.Context, before.Evidence] };
    }

    /// <summary>Figures after the cue that are no base of the comparison: "from 12 GWh in 2024" is known already.</summary>
    private static bool IsForecast(
        Quantity quantity,
        DateExpression? paired,
        SentenceReading sentence,
        DateOnly? published,
        ForecastCue cue
    )
    {
        if (quantity.Kind == QuantityKind.Number && quantity.Unit.Length == 0)
            return false;
        if (quantity.Kind == QuantityKind.Multiple && sentence.Dates.All(d => !IsFuture(d, published)))
            return false;
        var text = sentence.Text;
        if (IsReference(quantity, sentence) || IsConditional(text, quantity))
            return false;
        if (cue.Target is not null && PriceTargets.IsOne(quantity, text))
            return true;
        if (cue.Future is not { } from)
            return false;
        var date = paired ?? DateOf(quantity, sentence, published);
        if (date is not null && !IsFuture(date, published) && !IsUnreported(date, text, from, published))
            return false;
        var isAfter = quantity.Start > from || from == 0 || Revised().IsMatch(text[(quantity.Start + quantity.Length)..]);
        return isAfter || (date is not null && Math.Abs(date.Start - quantity.Start) < 20 && !HasMark(text, date, quantity));
    }

    /// <summary>Whether a figure, or the first of the list that it stands in, is only referred to.</summary>
    private static bool IsReference(Quantity quantity, SentenceReading sentence)
    {
        var first = quantity;
        foreach (var before in sentence.Quantities.Where(q => q.Start < quantity.Start).OrderByDescending(q => q.Start))
        {
            if (sentence.Text[(before.Start + before.Length)..first.Start].Trim() is not ("/" or "、"))
                break;
            first = before;
        }

        return FigureReferences.IsOne(quantity, sentence.Text) || (first != quantity && FigureReferences.IsOne(first, sentence.Text));
    }

    /// <summary>Whether a condition is set in the part of the sentence that a figure stands in.</summary>
    private static bool IsConditional(string text, Quantity quantity)
    {
        var (from, to) = (0, text.Length);
        foreach (Match part in Part().Matches(text))
        {
            if (part.Index <= quantity.Start)
                from = part.Index;
            else if (part.Index >= quantity.Start + quantity.Length)
                to = Math.Min(to, part.Index);
        }

        // In Chinese a condition behind the figure's clause is that of the next one: 目标价上调至39元，待业绩明朗.
        var next = text.IndexOf('，', Math.Min(quantity.Start + quantity.Length, text.Length));
        if (next >= 0 && next < to)
            to = next;
        return Cues.IsConditional(text[from..to]);
    }

    /// <summary>A year that is over but not reported: "we expect 2025 revenue of" in January 2026.</summary>
    private static bool IsUnreported(DateExpression date, string text, int cue, DateOnly? published) =>
        published is { } day
        && date.To > day.AddMonths(-UnreportedMonths)
        && date.Start > cue
        && Estimate().IsMatch(text[Math.Max(0, date.Start - 10)..date.Start]);

    /// <summary>The date in a price target's own clause.</summary>
    private static DateExpression? OwnDate(Quantity quantity, SentenceReading sentence) =>
        sentence.Dates.Where(d => !HasMark(sentence.Text, d, quantity)).MinBy(d => Math.Abs(d.Start - quantity.Start));

    /// <summary>The date of a figure: the nearest one in its clause, those before it first.</summary>
    private static DateExpression? DateOf(Quantity quantity, SentenceReading sentence, DateOnly? published)
    {
        var text = sentence.Text;
        var nearest = sentence
            .Dates.Where(d => !IsBase(d, text) && !(d.Start < quantity.Start + quantity.Length && quantity.Start < d.Start + d.Length))
            .Select(d => (Date: d, Distance: Distance(d, quantity, text)))
            .OrderBy(d => d.Distance)
            .Select(d => d.Date)
            .FirstOrDefault();
        return nearest
            ?? sentence
                .Sentence.Block.Headings.Reverse()
                .Take(1)
                .SelectMany(h => DateScanner.Scan(h.Prose, published))
                .FirstOrDefault(d => IsFuture(d, published));
    }

    /// <summary>"Up 0.3 points from 2025": the date that a figure is compared with.</summary>
    private static bool IsBase(DateExpression date, string text) => BaseDate().IsMatch(text[Math.Max(0, date.Start - 12)..date.Start]);

    private static int Distance(DateExpression date, Quantity quantity, string text)
    {
        var (from, to) =
            date.Start < quantity.Start ? (date.Start + date.Length, quantity.Start) : (quantity.Start + quantity.Length, date.Start);
        var between = text.AsSpan(Math.Min(from, to), Math.Abs(to - from));
        var marks = between.Count(',') + between.Count('，') + between.Count(';') + between.Count('；') + between.Count(" and ");
        var isInFollowing = date.Start > quantity.Start && !(between.Length <= 24 && marks == 0);
        return between.Length + 40 * marks + (isInFollowing ? 25 : 0);
    }

    private static bool HasMark(string text, DateExpression date, Quantity quantity)
    {
        var (from, to) = date.Start < quantity.Start ? (date.Start, quantity.Start) : (quantity.Start, date.Start);
        return text.AsSpan(from, to - from).IndexOfAny(",，;；") >= 0;
    }

    private static bool IsFuture(DateExpression date, DateOnly? published) => date.IsEstimate || published is null || date.To > published;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        @"\b(we\s)?(expect|forecast|project|estimat(?=e|ing)|predict|see|anticipat(?=e|ing))(e?s|e|ing)?\b|\b(will"
            + @"|should|could|is set to|are set to|is "
            + @"likely to|are likely to|is on track to|on course to|is expected to|are expected to|is forecast to|is projected to)\b|'ll\b"
            + @"|\b(look(s|ing)? for|pencil(s|l?ed|l?ing)? in|(is|are)\s(now\s)?(seen|tipped to|poised to|due to|set to)|"
            + @"(may|might)( well)?\s(reach|touch|hit|rise|fall|climb|top|exceed|grow|double|triple|halve|come in)|we model)\b"
            + @"|\b(expected|implied|estimated) (upside|return|yield)\b|\b(projections?|forecasts?|guidance) (of|at|for|to)\b"
            + @"|\bguid(es|ed|ing) (to|for)\b|\((previously|原值|前值)"
            + "|预计|预期|预测|预估|估计|有望|将达|将会|将|或将|可达|料将|会达到|(看到|看至)(?=[0-9])|(?<=^|[，,；;行并亦则])料",
        Options,
        20_000
    )]
    private static partial Regex Future();

    [GeneratedRegex("(预计|预测|预期|预估|expects?|estimates?|forecasts?)[^，,；;]{0,6}$", Options, 20_000)]
    private static partial Regex Estimate();

    [GeneratedRegex(@"(\b(from|than|versus|compared with|against)|较|比|相比|对比|由|从|自)\s?$", Options, 20_000)]
    private static partial Regex BaseDate();

    /// <summary>"$9,000 for the end of 2026 (previously $8,000)".</summary>
    [GeneratedRegex(@"^[^().;]{0,40}\((previously|原值|前值)", Options, 20_000)]
    private static partial Regex Revised();

    [GeneratedRegex("[;；]|[，,]\\s?(但|不过|然而|but|although)", Options, 20_000)]
    private static partial Regex Part();

    [GeneratedRegex(
        @"\b(we|i|they|he|she|consensus|analysts)\s(had\s)?(expected|forecasted|predicted|projected)\b|\bhad been expected\b|曾预计|此前预计|原先预计",
        Options,
        20_000
    )]
    private static partial Regex Past();
}
