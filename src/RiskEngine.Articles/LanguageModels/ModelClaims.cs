using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Entities;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.LanguageModels;

/// <summary>
/// Turns what a model says into claims: its words only point at characters of the article, and what the claim holds is read from these. So
/// a figure, name or date that is not in the sentence cannot enter.
/// </summary>
internal sealed class ModelClaims(ReadingContext context)
{
    private static readonly string[] convictions = ["watch", "favour", "position", "invest", "bet", "reduce", "avoid"];

    private readonly Dictionary<int, SentenceReading> sentences = context.Sentences.ToDictionary(s => s.Sentence.Number);

    /// <summary>The claim that an item points at.</summary>
    /// <param name="item">The item.</param>
    /// <param name="problem">Why there is none, or what of it is not in the article; null where all is there.</param>
    /// <returns>The claim; null where there is not even a sentence to show. With a problem it is one to reject.</returns>
    public ArticleClaim? Of(ModelItem item, out string? problem)
    {
        if (!sentences.TryGetValue(item.Sentence, out var sentence))
        {
            problem = $"expected the number of a sentence, found {item.Sentence}";
            return null;
        }

        problem = Holds(sentence, item.Quote) ? null : $"'{item.Quote}' is not in sentence {item.Sentence}";
        if (ReaderInstruction.Is(sentence.Text))
            problem ??= "the sentence gives its reader instructions";
        ArticleClaim? claim = item.Kind switch
        {
            "recommendation" => Advice(item, sentence, ref problem),
            "risk" => Risk(item, sentence, ref problem),
            "prediction" => Prediction(item, sentence, ref problem),
            "gainer" or "loser" => new OutlookClaim
            {
                Evidence = context.EvidenceOf(sentence),
                Gains = item.Kind == "gainer",
                Subject = Words(item, "subject", sentence, ref problem),
                About = Mentions(item, "about", sentence, ref problem),
            },
            "indicator" => new IndicatorClaim
            {
                Evidence = context.EvidenceOf(sentence),
                Name = Words(item, "name", sentence, ref problem),
            },
            "deal" => Deal(item, sentence, ref problem),
            _ => null,
        };
        if (claim is null)
            problem ??= $"expected a kind of claim, found '{item.Kind}'";
        return claim;
    }

    private AdviceClaim Advice(ModelItem item, SentenceReading sentence, ref string? problem)
    {
        var phrase = Words(item, "phrase", sentence, ref problem);
        var start = Math.Max(0, sentence.Text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase));
        if (Cues.Against(sentence.Text, start, sentence.Text.Any(Characters.IsChinese)) is { } reason)
            problem ??= reason;
        if (!Enum.TryParse<AdviceDirection>(item["direction"], ignoreCase: true, out var direction))
            problem ??= $"expected a direction of buy, reduce or watch, found '{item["direction"]}'";
        var verb =
            AdviceVerb.Of(phrase)?.Verb
            ?? (convictions.Contains(item["conviction"]) ? item["conviction"] : null)
            ?? direction switch
            {
                AdviceDirection.Buy => "favour",
                AdviceDirection.Reduce => "reduce",
                _ => "watch",
            };
        var (horizon, where) = Horizon(sentence);
        return new AdviceClaim
        {
            Evidence = context.EvidenceOf(sentence),
            Context = where is null ? [] : [where],
            Who = item["who"] is { Length: > 0 } who && Holds(sentence, who) ? who : null,
            Phrase = phrase,
            Verb = verb,
            Direction = direction,
            Targets = Mentions(item, "targets", sentence, ref problem),
            Horizon = horizon,
            Readings = AdviceReadings.Of(horizon, verb, null),
        };
    }

    /// <summary>The horizon of the sentence, else of the headings above, else of all the article.</summary>
    private (HorizonExpression? Horizon, Evidence? Where) Horizon(SentenceReading sentence)
    {
        if (HorizonScanner.Find(sentence.Sentence.Prose) is { } own)
            return (own, null);
        foreach (var heading in sentence.Sentence.Block.Headings.Reverse().Where(h => h.Level > 1))
        {
            if (HorizonScanner.Find(heading.Prose) is { } above)
                return (above, Evidence.Of(context.Article, heading));
        }

        return context.GeneralHorizon is { } general ? (general.Horizon, general.Evidence) : (null, null);
    }

    private RiskClaim Risk(ModelItem item, SentenceReading sentence, ref string? problem) =>
        new()
        {
            Evidence = context.EvidenceOf(sentence),
            Name = Words(item, "name", sentence, ref problem),
            RiskKind = RiskKinds.Names(sentence.Text, item["riskKind"]) ? item["riskKind"] : RiskKinds.Of(sentence.Text),
            About = Mentions(item, "about", sentence, ref problem),
        };

    private PredictionClaim Prediction(ModelItem item, SentenceReading sentence, ref string? problem) =>
        new()
        {
            Evidence = context.EvidenceOf(sentence),
            Who = item["who"] is { Length: > 0 } who && Holds(sentence, who) ? who : null,
            Subject = Words(item, "subject", sentence, ref problem),
            About = Mentions(item, "about", sentence, ref problem),
            Date = DateOf(item, sentence, ref problem),
            Quantity = Figure(item, sentence, ref problem),
        };

    private DealClaim Deal(ModelItem item, SentenceReading sentence, ref string? problem)
    {
        if (!Enum.TryParse<DealKind>(item["dealKind"], ignoreCase: true, out var kind))
            problem ??= $"expected a dealKind of acquisition, contract or investment, found '{item["dealKind"]}'";
        var parties = Mentions(item, "parties", sentence, ref problem);
        if (parties.Count < 2)
            problem ??= "expected two parties that are known, found fewer";
        return new DealClaim
        {
            Evidence = context.EvidenceOf(sentence),
            DealKind = kind,
            Parties = parties,
            Amount = Figure(item, sentence, ref problem),
        };
    }

    /// <summary>A key's words, as they stand in the sentence.</summary>
    private static string Words(ModelItem item, string key, SentenceReading sentence, ref string? problem)
    {
        var said = Plain(item[key]);
        var at = said.Length == 0 ? -1 : sentence.Text.IndexOf(said, StringComparison.OrdinalIgnoreCase);
        if (at >= 0)
            return sentence.Text.Substring(at, said.Length);
        problem ??= said.Length == 0 ? $"expected a '{key}', found none" : $"'{item[key]}' is not in sentence {item.Sentence}";
        return item[key];
    }

    /// <summary>The sentence's known names among those that the item gives; one that is not in the sentence is a problem.</summary>
    private static List<EntityMention> Mentions(ModelItem item, string key, SentenceReading sentence, ref string? problem)
    {
        var found = new List<EntityMention>();
        foreach (var said in item.All(key))
        {
            var at = Plain(said).Length == 0 ? -1 : sentence.Text.IndexOf(Plain(said), StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                problem ??= $"the name '{said}' is not in sentence {item.Sentence}";
            else
                found.AddRange(sentence.Entities.Where(e => e.Start < at + Plain(said).Length && e.Start + e.Length > at));
        }

        return [.. found.DistinctBy(e => e.Id)];
    }

    private static Quantity? Figure(ModelItem item, SentenceReading sentence, ref string? problem)
    {
        if (Place(item, "figure", sentence, ref problem) is not { } place)
            return null;
        var figure = sentence.Quantities.FirstOrDefault(q => q.Start < place.To && q.Start + q.Length > place.From);
        if (figure is null)
            problem ??= $"'{item["figure"]}' is no figure of sentence {item.Sentence}";
        return figure;
    }

    private static DateExpression? DateOf(ModelItem item, SentenceReading sentence, ref string? problem)
    {
        if (Place(item, "date", sentence, ref problem) is not { } place)
            return null;
        var date = sentence.Dates.FirstOrDefault(d => d.Start < place.To && d.Start + d.Length > place.From);
        if (date is null)
            problem ??= $"'{item["date"]}' is no date of sentence {item.Sentence}";
        return date;
    }

    private static (int From, int To)? Place(ModelItem item, string key, SentenceReading sentence, ref string? problem)
    {
        var said = Plain(item[key]);
        if (said.Length == 0)
            return null;
        var at = sentence.Text.IndexOf(said, StringComparison.OrdinalIgnoreCase);
        if (at >= 0)
            return (at, at + said.Length);
        problem ??= $"'{item[key]}' is not in sentence {item.Sentence}";
        return null;
    }

    private static bool Holds(SentenceReading sentence, string words) =>
        Plain(words) is { Length: > 0 } plain && sentence.Text.Contains(plain, StringComparison.OrdinalIgnoreCase);

    /// <summary>A text in the characters that rules read.</summary>
    private static string Plain(string text)
    {
        var prose = new Prose.Builder();
        for (var i = 0; i < text.Length; i++)
            prose.Add(text[i], i);
        return prose.Build().Text;
    }
}
