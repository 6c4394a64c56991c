using System.Globalization;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Cli.Ingesting;
using RiskEngine.Cli.Texts;

namespace RiskEngine.Cli.Screens;

/// <summary>What <c>ingest</c> says when it is done.</summary>
internal static class IngestLines
{
    /// <summary>What was read of each article, what the engine cannot use, and what changed since the last time.</summary>
    public static IEnumerable<string> Of(IngestResult result, ClaimFile? before)
    {
        for (var i = 0; i < result.Readings.Count; i++)
        {
            var reading = result.Readings[i];
            var kinds = reading
                .Claims.CountBy(c => c.Kind)
                .Select(k => Figures.Counted(k.Value, k.Key, k.Key == "series" ? "series" : null));
            yield return PlainLine.Of($"{result.Ids[i]}: {reading.Article.Head.Title ?? reading.Article.File}");
            yield return reading.Claims.Count == 0
                ? "  nothing that the engine can use: no advice, forecast or named risk"
                : $"  {string.Join(", ", kinds)}";
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"  {reading.Coverage:P0} of sentences became something; {reading.SetAside.Count} set aside, "
                    + $"{reading.Rejections.Count} rejected, {reading.NotUnderstood.Count} not understood"
            );
            foreach (var note in result.Drafted.Theses[i].Notes)
                yield return PlainLine.Of($"  {note}");
        }

        foreach (var line in before is null ? [] : Changes(before, result.Claims))
            yield return line;
    }

    private static IEnumerable<string> Changes(ClaimFile before, ClaimFile after)
    {
        var old = before.Claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var now = after.Claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        foreach (var claim in after.Claims)
        {
            if (!old.TryGetValue(claim.Id, out var was))
                yield return $"+ {claim.Id}: {claim.Quote}";
            else if (was.Quote != claim.Quote || was.Reading != claim.Reading)
                yield return $"~ {claim.Id}: {claim.Quote} (was: {was.Quote})";
        }

        foreach (var claim in before.Claims.Where(c => !now.ContainsKey(c.Id)))
        {
            var decided = before.Decisions.ContainsKey(claim.Id) ? "; what you said of it is kept" : "";
            yield return $"- {claim.Id}: {claim.Quote}{decided}";
        }
    }
}
