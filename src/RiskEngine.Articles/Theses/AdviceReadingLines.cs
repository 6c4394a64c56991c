using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Theses;

/// <summary>The other ways to read advice, as lines of a thesis file.</summary>
internal static class AdviceReadingLines
{
    /// <summary>The ways to read advice, the most likely first, each once.</summary>
    public static IReadOnlyList<AdviceReading> Merged(AdviceClaim claim) =>
        [
            .. claim
                .Readings.GroupBy(r => (r.Horizon, r.Verb))
                .Select(g => new AdviceReading(g.Key.Horizon, g.Key.Verb, g.Sum(r => r.Weight)))
                .OrderByDescending(r => r.Weight),
        ];

    /// <summary>A horizon of the scenario that is written.</summary>
    public static string Id(HorizonBucket horizon) =>
        horizon switch
        {
            HorizonBucket.ShortTerm => "short",
            HorizonBucket.MediumTerm => "medium",
            _ => "long",
        };

    /// <summary>The lines; none where there is one way to read it.</summary>
    /// <param name="claim">The advice.</param>
    /// <param name="article">Its article.</param>
    /// <param name="scale">How far all sizes are cut so that all advice can be followed at once, above 0 to 1.</param>
    public static IEnumerable<string> Of(AdviceClaim claim, ArticleText article, double scale)
    {
        var readings = Merged(claim);
        if (readings.Count < 2)
            yield break;
        yield return "readings:";
        foreach (var reading in readings.Skip(1))
        {
            var parts = new List<string>();
            if (reading.Horizon != readings[0].Horizon)
                parts.Add($"horizon: {Id(reading.Horizon)}");
            if (reading.Verb != readings[0].Verb)
            {
                parts.Add($"verb: {reading.Verb}");
                if (scale < 1 && AdviceSizes.SizeOf(reading.Verb) > 0)
                    parts.Add($"size: {YamlText.Number(AdviceSizes.SizeOf(reading.Verb) * scale)}");
            }

            var (english, chinese) = Because(claim, article, reading, readings[0]);
            yield return $"  - {{ because: {{ en: {YamlText.Quoted(english)}, zh-CN: {YamlText.Quoted(chinese)} }}, "
                + $"weight: {YamlText.Number(reading.Weight)}, {string.Join(", ", parts)} }}";
        }
    }

    private static (string English, string Chinese) Because(
        AdviceClaim claim,
        ArticleText article,
        AdviceReading reading,
        AdviceReading likeliest
    )
    {
        var (english, chinese) = (new List<string>(), new List<string>());
        if (reading.Horizon != likeliest.Horizon)
        {
            var words = claim.Horizon is { } horizon ? article.Quote(horizon.Span) : null;
            english.Add(words is null ? "the article does not say for how long" : $"“{words}” may mean the {Id(reading.Horizon)} horizon");
            chinese.Add(words is null ? "文章未说明期限" : $"“{words}”也可指{Chinese(reading.Horizon)}");
        }

        if (reading.Verb != likeliest.Verb)
        {
            var (may, mayChinese) =
                reading.Verb == "watch" ? ("may mean to watch only", "也可仅指观察") : ("may mean another size", "也可指另一规模");
            english.Add($"“{claim.Phrase}” {may}");
            chinese.Add($"“{claim.Phrase}”{mayChinese}");
        }

        return (string.Join("; ", english), string.Join("；", chinese));
    }

    private static string Chinese(HorizonBucket horizon) =>
        horizon switch
        {
            HorizonBucket.ShortTerm => "短期",
            HorizonBucket.MediumTerm => "中期",
            _ => "长期",
        };
}
