using System.Text.RegularExpressions;
using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Entities;
using RiskEngine.Articles.Lexicons;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Auditing;

/// <summary>Collects the figures of articles with the year and thing that they are of.</summary>
internal static partial class FactReader
{
    private static readonly Dictionary<string, string> metrics = Lexicon
        .Rows("metrics.csv")
        .ToDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>The first Chinese word for each metric.</summary>
    private static readonly Dictionary<string, string> chinese = metrics
        .Where(m => Characters.IsChinese(m.Key[0]))
        .DistinctBy(m => m.Value)
        .ToDictionary(m => m.Value, m => m.Key, StringComparer.Ordinal);

    private static readonly Phrases metricPhrases = new(metrics.Keys);

    /// <summary>All facts of an article.</summary>
    public static IEnumerable<Fact> Of(ArticleReading reading)
    {
        foreach (var series in reading.Claims.OfType<SeriesClaim>())
        {
            foreach (var point in series.Points.Where(p => p.Year is not null))
            {
                var text = $"{series.Name} {series.Caption}";
                yield return new Fact(
                    KeyOf(text, []),
                    series.Name,
                    point.Year!.Value,
                    point.Quantity,
                    point.IsEstimate,
                    null,
                    Place(reading, series.Evidence),
                    text
                );
            }
        }

        foreach (var sentence in reading.Sentences.Where(s => s.IsProse))
        {
            if (sentence.Text[^1] is '?' or '？' || Cues.IsConditional(sentence.Text))
                continue;
            foreach (var fact in OfSentence(sentence, reading))
                yield return fact;
        }
    }

    /// <summary>What a text measures of what: the metric, the region and the first name.</summary>
    public static string KeyOf(string text, IReadOnlyList<EntityMention> entities)
    {
        var metric = metricPhrases.First(text) is { } found ? metrics[found.Phrase] : "";
        if (metric.Length == 0)
            return "";
        var region = Region().Match(text) is { Success: true } match ? RegionOf(match.Value) : "";
        return $"{metric}|{region}|{(entities.Count > 0 ? entities[0].Id : "")}";
    }

    /// <summary>A metric in Chinese; its id where no Chinese word is known for it.</summary>
    public static string ChineseOf(string metric) => chinese.GetValueOrDefault(metric, metric);

    /// <summary>The place of a piece of evidence.</summary>
    public static AuditPlace Place(ArticleReading reading, Evidence evidence) => new(reading.Article.File, evidence);

    private static IEnumerable<Fact> OfSentence(SentenceReading sentence, ArticleReading reading)
    {
        var key = KeyOf(sentence.Text, sentence.Entities);
        foreach (var quantity in sentence.Quantities.Where(q => q.Kind is not (QuantityKind.Number or QuantityKind.Multiple)))
        {
            var before = sentence.Dates.Where(d => d.Start < quantity.Start && d.IsYears).MaxBy(d => d.Start);
            var date =
                sentence.Dates.FirstOrDefault(d =>
                    d.IsYears && d.Start >= quantity.Start + quantity.Length && d.Start - quantity.Start - quantity.Length <= 6
                ) ?? before;
            if (date is null || date.To.Year - date.From.Year > 0)
                continue;
            var evidence = Evidence.Of(reading.Article, sentence.Sentence);
            var isForecast = reading.Published is { } day && date.To > day;
            yield return new Fact(
                key,
                "",
                date.Year,
                quantity,
                isForecast,
                Speaker.Of(sentence.Text),
                Place(reading, evidence),
                sentence.Text
            );
        }
    }

    private static string RegionOf(string word) =>
        word.ToLowerInvariant() switch
        {
            "全球" or "世界" or "world" or "global" or "globally" or "worldwide" => "world",
            "中国" or "国内" or "china" => "china",
            "美国" or "united states" or "america" => "us",
            _ => "europe",
        };

    [GeneratedRegex(
        @"全球|世界|中国|国内|美国|欧洲|\b(world(wide)?|global(ly)?|china|united states|america|europe)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        20_000
    )]
    private static partial Regex Region();
}
