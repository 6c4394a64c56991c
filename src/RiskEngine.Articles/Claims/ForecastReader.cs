using System.Text.RegularExpressions;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Claims;

/// <summary>Reads forecasts from sentences: a figure or a fact with the day by which it is to be so, and price targets.</summary>
internal static partial class ForecastReader
{
    /// <summary>The forecasts of all sentences.</summary>
    public static IEnumerable<PredictionClaim> Read(ReadingContext context, DateOnly? published)
    {
        foreach (var sentence in context.Sentences.Where(CanForecast))
        {
            if (Cue(sentence, published) is not { } cue)
                continue;
            if (Against(sentence, cue) is { } reason)
            {
                context.Put(sentence, reason);
                continue;
            }

            foreach (var claim in Claims(sentence, context, published, cue))
                yield return claim;
        }
    }

    /// <summary>Mottoes in quotation marks are no forecasts, nor is what was said earlier.</summary>
    private static bool CanForecast(SentenceReading sentence) =>
        sentence.IsProse
        && sentence.Role is not (SectionRole.Past or SectionRole.Risks)
        && !(sentence.Sentence.Block.Kind == BlockKind.Quotation && sentence.Text[0] == '"');

    /// <summary>Where a sentence begins to speak of what is to come; null where it does not.</summary>
    private static int? Cue(SentenceReading sentence, DateOnly? published)
    {
        if (PriceTarget().Match(sentence.Text) is { Success: true } target)
            return target.Index;
        var future = sentence.Dates.FirstOrDefault(d => IsFuture(d, published));
        if (sentence.Role == SectionRole.Predictions && future is not null)
            return 0;
        if (Future().Match(sentence.Text) is not { Success: true } cue)
            return null;
        return
            future is not null
            || sentence.Quantities.Any(q =>
                q.Start > cue.Index && q.Kind is QuantityKind.Money or QuantityKind.Percent or QuantityKind.Points or QuantityKind.Amount
            )
            ? cue.Index
            : null;
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
        if (Cues.IsConditional(text))
            return "conditional";
        return Cues.IsNegated(text, Math.Min(text.Length, cue + 12), text.Any(Characters.IsChinese)) || Past().IsMatch(text)
            ? "negated or past"
            : null;
    }

    private static IEnumerable<PredictionClaim> Claims(SentenceReading sentence, ReadingContext context, DateOnly? published, int cue)
    {
        var figures = sentence.Quantities.Where(q => IsForecast(q, sentence, published, cue)).ToList();
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
            var date = DateOf(figure, sentence, published);
            var isTarget = date is null && PriceTarget().IsMatch(sentence.Text);
            yield return isTarget ? Target(sentence, context, figure, published) : Claim(sentence, context, date, figure);
        }
    }

    private static PredictionClaim Claim(SentenceReading sentence, ReadingContext context, DateExpression? date, Quantity? quantity) =>
        new()
        {
            Evidence = context.EvidenceOf(sentence),
            Who = Speaker.Of(sentence.Text),
            Subject = SubjectOf(sentence, quantity),
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
        return Claim(sentence, context, date, figure) with
        {
            Context = own is null && date is not null ? [context.GeneralHorizon!.Value.Evidence] : [],
        };
    }

    /// <summary>Figures after the cue that are no base of the comparison: "from 12 GWh in 2024" is known already.</summary>
    private static bool IsForecast(Quantity quantity, SentenceReading sentence, DateOnly? published, int cue)
    {
        if (quantity.Kind == QuantityKind.Number && quantity.Unit.Length == 0)
            return false;
        if (quantity.Kind == QuantityKind.Multiple && sentence.Dates.All(d => !IsFuture(d, published)))
            return false;
        var text = sentence.Text;
        var before = text[Math.Max(0, quantity.Start - 14)..quantity.Start];
        if (
            Base().IsMatch(before)
            || Reference().IsMatch(text[(quantity.Start + quantity.Length)..])
            || text.AsSpan(quantity.Start + quantity.Length).TrimStart().StartsWith("的")
        )
            return false;
        var date = DateOf(quantity, sentence, published);
        if (date is not null && !IsFuture(date, published))
            return false;
        var isAfter = quantity.Start > cue || (cue == 0);
        return isAfter || (date is not null && Math.Abs(date.Start - quantity.Start) < 20 && !HasMark(text, date, quantity));
    }

    /// <summary>The date of a figure: the nearest one in its clause, those before it first.</summary>
    private static DateExpression? DateOf(Quantity quantity, SentenceReading sentence, DateOnly? published)
    {
        var text = sentence.Text;
        var nearest = sentence
            .Dates.Where(d => !(d.Start < quantity.Start + quantity.Length && quantity.Start < d.Start + d.Length))
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

    private static int Distance(DateExpression date, Quantity quantity, string text)
    {
        var (from, to) =
            date.Start < quantity.Start ? (date.Start + date.Length, quantity.Start) : (quantity.Start + quantity.Length, date.Start);
        var between = text.AsSpan(Math.Min(from, to), Math.Abs(to - from));
        var marks = between.Count(',') + between.Count('，') + between.Count(';') + between.Count('；');
        var isInFollowing = date.Start > quantity.Start && !(between.Length <= 24 && marks == 0);
        return between.Length + 40 * marks + (isInFollowing ? 25 : 0);
    }

    private static bool HasMark(string text, DateExpression date, Quantity quantity)
    {
        var (from, to) = date.Start < quantity.Start ? (date.Start, quantity.Start) : (quantity.Start, date.Start);
        return text.AsSpan(from, to - from).IndexOfAny(",，;；") >= 0;
    }

    private static bool IsFuture(DateExpression date, DateOnly? published) => date.IsEstimate || published is null || date.To > published;

    private static string SubjectOf(SentenceReading sentence, Quantity? quantity)
    {
        var text = quantity is null ? sentence.Text : sentence.Text[..quantity.Start];
        var cut = SubjectEnd().Match(text);
        var subject = cut is { Success: true, Index: > 3 } ? text[..cut.Index] : text;
        return subject.Length > 80 ? subject[^80..] : subject.Trim(' ', ',', '，', ':', '：');
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        @"\b(we\s)?(expect|forecast|project|estimate|predict|see|anticipate)s?\b|\b(will|should|could|is set to|are set to|is "
            + @"likely to|are likely to|is on track to|on course to|is expected to|are expected to|is forecast to|is projected to)\b|'ll\b"
            + "|预计|预期|预测|估计|有望|将达|将会|将|或将|可达|料将|会达到|看到",
        Options,
        20_000
    )]
    private static partial Regex Future();

    [GeneratedRegex(@"\b(price\s)?target(\sprice)?\b[^.;]{0,30}?(?=[$€£¥]|HK\$|[0-9])|目标价|目标位|看至|看到(?=[0-9])", Options, 20_000)]
    private static partial Regex PriceTarget();

    [GeneratedRegex(
        @"(\bfrom|\bup from|\bdown from|\bagainst|\bversus|\bcompared with|\bafter|从|由|较|相比|对比|高于|去年的|原先的|此前的)[^,，;；]{0,8}$",
        Options,
        20_000
    )]
    private static partial Regex Base();

    [GeneratedRegex(@"^\s?(consensus|what|the (current|market|price)|市场一致预期|一致预期)", Options, 20_000)]
    private static partial Regex Reference();

    [GeneratedRegex(
        @"\b(we|i|they|he|she|consensus|analysts)\s(had\s)?(expected|forecasted|predicted|projected)\b|\bhad been expected\b|曾预计|此前预计|原先预计",
        Options,
        20_000
    )]
    private static partial Regex Past();

    [GeneratedRegex(@"\b(will|should|could|is|are|to|reach|rise|grow|fall)\b|将|有望|预计|达到|增至|降至|升至", Options, 20_000)]
    private static partial Regex SubjectEnd();
}
