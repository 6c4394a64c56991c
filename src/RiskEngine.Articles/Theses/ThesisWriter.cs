using System.Text;
using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Decisions;
using RiskEngine.Articles.Quantities;
using RiskEngine.Articles.Showing;

namespace RiskEngine.Articles.Theses;

/// <summary>Writes what was read of an article as a thesis file; see scenarios/README.md for its keys.</summary>
public sealed class ThesisWriter
{
    private readonly ThesisSettings settings;
    private readonly StringBuilder text = new();
    private readonly List<string> notes = [];
    private readonly List<ArticleClaim> claims;
    private readonly List<SeriesFactor> factors;

    private ThesisWriter(ArticleReading reading, ThesisSettings settings)
    {
        this.settings = settings;
        claims =
        [
            .. reading
                .Claims.Where(c => settings.Decisions.GetValueOrDefault(c.Id) is not { IsRejected: true })
                .Select(c => ClaimEdits.Apply(c, settings.Decisions.GetValueOrDefault(c.Id))),
        ];
        factors =
        [
            .. claims
                .OfType<SeriesClaim>()
                .Select(s => SeriesFactor.Of(s, settings.Id, settings.AsOf))
                .OfType<SeriesFactor>()
                .DistinctBy(f => f.Id),
        ];
    }

    /// <summary>The text of the file, and what of the claims the engine cannot use, each with its reason.</summary>
    public static ThesisText Write(ArticleReading reading, ThesisSettings settings)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(settings);
        var writer = new ThesisWriter(reading, settings);
        writer.Write(reading);
        return new ThesisText(writer.text.ToString(), writer.notes, writer.claims);
    }

    private void Write(ArticleReading reading)
    {
        var head = reading.Article.Head;
        Line("# What was read of the article by rules. Quotes are the article's own words; see riskengine claims.");
        Line("article:");
        Line($"  title: {YamlText.Quoted(head.Title ?? reading.Article.File)}");
        Line($"  author: {YamlText.Quoted(head.Author ?? "not named in the file")}");
        if (head.Published is { } published)
            Line($"  published: {YamlText.Date(published)}");
        if (head.Address is { } address)
            Line($"  address: {YamlText.Quoted(address)}");
        Line($"  file: {YamlText.Quoted(reading.Article.File)}");
        if (claims.Count + settings.Findings.Claims.Count == 0)
        {
            Line(
                "summary: { en: \"The article gives nothing that the engine can use: no advice, forecast or named risk.\", "
                    + "zh-CN: \"文章没有可用的内容：没有建议、预测或具名风险。\" }"
            );
            Line("claims: {}");
            return;
        }

        var counts = ClaimCounts.Of(claims);
        Line($"summary: {{ en: \"Read by rules: {counts.English}.\", zh-CN: \"按规则读出：{counts.Chinese}。\" }}");
        Line("claims:");
        var isOneLine = reading.Article.Sentences.All(s => s.Line == reading.Article.Sentences[0].Line);
        foreach (var (id, evidence) in claims.Select(c => (c.Id, c.Evidence)).Concat(settings.Findings.Claims))
        {
            Line($"  {id}:");
            Line($"    line: {evidence.Line}");
            if (isOneLine)
                Line($"    sentence: {evidence.Sentence}");
            var section = reading.Article.Sentences[Math.Max(0, evidence.Sentence - 1)].Block.Section;
            if (section.Length > 0)
                Line($"    section: {YamlText.Quoted(section)}");
            Line($"    says: {YamlText.Quoted(evidence.Quote)}");
        }

        Factors();
        Section("recommendations", claims.OfType<AdviceClaim>(), c => Advice(c, reading.Article));
        Section("predictions", claims.OfType<PredictionClaim>(), Prediction);
        Section("deals", claims.OfType<DealClaim>(), c => Deal(c, head.Published));
        if (settings.Findings.Checks.Count > 0)
            Line("checks:");
        foreach (var line in settings.Findings.Checks.SelectMany(c => c))
            Line($"  {line}");
    }

    private void Factors()
    {
        if (factors.Count > 0)
            Line("factors:");
        foreach (var factor in factors)
        {
            Line($"  {factor.Id}:");
            var name =
                factor.Claim.Caption.Length > 0 ? $"{factor.Claim.Name} ({factor.Claim.Caption.TrimEnd(':', '：')})" : factor.Claim.Name;
            Line($"    name: {YamlText.Quoted(name)}");
            Line($"    unit: {YamlText.Quoted(factor.Unit)}");
            Line($"    kind: {factor.Kind}");
            Line($"    path: {{ {string.Join(", ", factor.Path.Select(p => $"{YamlText.Date(p.Date)}: {YamlText.Number(p.Value)}"))} }}");
            Line("    realised: { pert: [0.4, 0.85, 1.1] }");
            Line($"    volatility: {(factor.Kind == "bounded-share" ? "0.25" : "0.2")}");
            if (factor.Kind == "bounded-share")
                Line("    halfLife: 3");
            Line("    pricedIn: 0.8");
            Line(
                $"    source: {{ path: {{ article: {factor.Claim.Id} }}, all: {{ judgement: {{ en: \"draft: forecasts of fast growth "
                    + $"come in short more often than not\", zh-CN: \"草稿：高增长预测多半落空一部分\" }} }} }}"
            );
        }
    }

    private List<string>? Advice(AdviceClaim claim, Documents.ArticleText article)
    {
        var known = TargetResolver.Securities(claim.Targets).Where(settings.Instruments.Contains).ToList();
        if (claim.Direction != AdviceDirection.Watch && known.Count == 0)
        {
            notes.Add($"{claim.Id}: names nothing that can be traded here, so that it is listed and not simulated");
            return null;
        }

        var reading = AdviceReadingLines.Merged(claim)[0];
        var who = claim.Who is null ? "" : $" ({claim.Who})";
        var lines = new List<string>
        {
            $"name: {YamlText.Quoted($"{claim.Phrase} {string.Join(", ", claim.Targets.Select(t => t.Name))}{who}".Trim())}",
            $"claims: [{claim.Id}]",
            $"horizon: {AdviceReadingLines.Id(reading.Horizon)}",
            $"verb: {reading.Verb}",
        };
        var usual = AdviceSizes.SizeOf(reading.Verb);
        var isCut = settings.Sizes.TryGetValue(claim.Id, out var size) && size < usual;
        if (isCut)
            lines.Add($"size: {YamlText.Number(size)}");
        if (known.Count > 0)
        {
            lines.Add(
                claim.Direction == AdviceDirection.Buy ? $"targets: {{ {Weights(known)} }}" : $"targets: [{string.Join(", ", known)}]"
            );
        }

        var isMixed = known.Count > 0 && claim.Direction != AdviceDirection.Watch && AdviceReadingLines.Merged(claim).Count > 1;
        if (isMixed)
            lines.AddRange(AdviceReadingLines.Of(claim, article, isCut ? size / usual : 1));
        if (Source(claim, known.Count, isCut, isMixed) is { Length: > 0 } source)
            lines.Add($"source: {source}");
        return lines;
    }

    /// <summary>Where the numbers of advice come from; empty where it has none.</summary>
    private static string Source(AdviceClaim claim, int targets, bool isCut, bool isMixed)
    {
        var sources = new List<string>();
        if (isMixed)
        {
            sources.Add(
                $"readings: {Draft("how likely each reading is, where the words allow several", "文字可作多种理解，各自的可能性")}"
            );
        }

        if (isCut)
        {
            sources.Add(
                "all: "
                    + Draft(
                        "with all other advice followed at once there is no more to sell; equal parts where it names several",
                        "同时执行全部建议时可卖出的仅此比例；多个标的按等分"
                    )
            );
        }
        else if (claim.Direction == AdviceDirection.Buy)
        {
            sources.Add(
                targets > 1
                    ? $"all: {Draft("equal parts, as the article gives no weights", "文章未给权重，按等分")}"
                    : $"all: {{ article: {claim.Id} }}"
            );
        }

        return sources.Count == 0 ? "" : $"{{ {string.Join(", ", sources)} }}";
    }

    private static string Draft(string english, string chinese) =>
        $"{{ judgement: {{ en: \"draft: {english}\", zh-CN: \"草稿：{chinese}\" }} }}";

    /// <summary>Equal weights that add to 1 in the digits of the file.</summary>
    private static string Weights(List<string> ids)
    {
        var weight = Math.Round(1.0 / ids.Count, 4);
        return string.Join(
            ", ",
            ids.Select((id, i) => $"{id}: {YamlText.Number(i + 1 < ids.Count ? weight : 1 - weight * (ids.Count - 1))}")
        );
    }

    private IEnumerable<string>? Prediction(PredictionClaim claim)
    {
        var factor = factors.Find(f => f.IsOf(claim));
        if (factor is null || claim.Date is not { } date || date.To <= settings.AsOf)
        {
            notes.Add($"{claim.Id}: no table of the article says how its figure moves, so that it is listed and not scored");
            return null;
        }

        var value = claim.Quantity!.Value / factor.Scale;
        var last = factor.Path.Last(p => p.Date <= settings.AsOf).Value;
        var isAbove = claim.Quantity.Bound switch
        {
            QuantityBound.AtLeast => true,
            QuantityBound.AtMost => false,
            _ => value >= last,
        };
        return
        [
            $"name: {YamlText.Quoted(claim.Evidence.Quote)}",
            $"claim: {claim.Id}",
            $"date: {YamlText.Date(date.To)}",
            $"when: {{ factor: {factor.Id}, {(isAbove ? "above" : "below")}: {YamlText.Number(value)} }}",
            $"source: {{ article: {claim.Id} }}",
        ];
    }

    private static List<string> Deal(DealClaim claim, DateOnly? published)
    {
        var lines = new List<string>
        {
            $"name: {YamlText.Quoted(string.Join(", ", claim.Parties.Select(p => p.Name)))}",
            $"claim: {claim.Id}",
        };
        if (published is { } day)
            lines.Add($"announced: {YamlText.Date(day)}");
        if (claim.Amount is { } amount)
        {
            lines.Add($"amount: {YamlText.Number(amount.Value / 1e9)}");
            lines.Add($"source: {{ article: {claim.Id} }}");
        }

        return lines;
    }

    private void Section<T>(string key, IEnumerable<T> items, Func<T, IEnumerable<string>?> write)
        where T : ArticleClaim
    {
        var started = false;
        foreach (var item in items)
        {
            if (write(item) is not { } lines)
                continue;
            if (!started)
                Line($"{key}:");
            started = true;
            Line($"  {settings.Id}-{item.Id}:"); // ids are unique in the whole scenario
            foreach (var line in lines)
                Line($"    {line}");
        }
    }

    private void Line(string line) => text.Append(line).Append('\n');
}

/// <summary>A thesis file as it was written.</summary>
/// <param name="Text">The YAML.</param>
/// <param name="Notes">What of the claims the engine cannot use, each with its reason.</param>
/// <param name="Claims">The claims that went in, as the user changed them.</param>
public sealed record ThesisText(string Text, IReadOnlyList<string> Notes, IReadOnlyList<ArticleClaim> Claims);
