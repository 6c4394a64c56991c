using System.Globalization;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Articles.LanguageModels;
using RiskEngine.Articles.Reconciling;
using RiskEngine.Articles.Showing;
using RiskEngine.Cli.Ingesting;
using RiskEngine.Cli.Ingesting.Reconciling;
using RiskEngine.Cli.Texts;

namespace RiskEngine.Cli.Screens;

/// <summary>What <c>ingest</c> says when it is done.</summary>
internal static class IngestLines
{
    private const int MostShown = 20;
    private const int MostListed = 100;

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
            foreach (var line in result.Unions.ElementAtOrDefault(i) is { } union ? ModelLines(union) : [])
                yield return PlainLine.Of(line);
            foreach (var note in First(result.Drafted.Theses[i].Notes, n => $"  {n}", "claims that the engine cannot use"))
                yield return PlainLine.Of(note);
        }

        foreach (var line in Weights(result.Drafted.Advice))
            yield return PlainLine.Of(line);
        foreach (var line in Targets(result.Drafted.Targets))
            yield return PlainLine.Of(line);
        foreach (var line in before is null ? [] : Changes(before, result.Claims))
            yield return line;
    }

    /// <summary>Sizes as the articles' verbs have them, and as their sources' records discount them.</summary>
    private static IEnumerable<string> Weights(IReadOnlyList<(WeighedAdvice Advice, double Size)> advice)
    {
        if (advice.Count > 0)
            yield return "Sizes as advised, and in the case 'discounted':";
        foreach (var line in First(advice, a => Weight(a.Advice, a.Size), "pieces of advice"))
            yield return line;
    }

    private static string Weight(WeighedAdvice weighed, double size) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"  {weighed.Thesis}/{weighed.Claim.Id}: {size:0.####}, {size * weighed.Weight:0.####} "
                + $"(weight {weighed.Weight:0.##}: {weighed.Reason})"
        );

    /// <summary>The first lines of a list, and how many more there are: a screen of thousands is read by nobody.</summary>
    private static IEnumerable<string> First<T>(IReadOnlyList<T> items, Func<T, string> line, string what)
    {
        foreach (var item in items.Take(MostListed))
            yield return line(item);
        if (items.Count > MostListed)
            yield return $"  and {Figures.Count(items.Count - MostListed)} more {what}; riskengine claims lists them all";
    }

    /// <summary>Price targets as published, and without the bias of published targets.</summary>
    private static IEnumerable<string> Targets(IReadOnlyList<PublishedTarget> targets)
    {
        if (targets.Count > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Price targets as published, and less the bias of published targets ({PriceTargetBias.Mean:P0} of today's price a "
                    + $"year; Bradshaw, Brown and Huang 2013):"
            );
        }

        foreach (var line in First(targets, Target, "price targets"))
            yield return line;
    }

    private static string Target(PublishedTarget target)
    {
        var discounted =
            (target.Price, target.Discounted) is ({ } price, { } less)
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{less:0.##} ({target.Raw / price - 1:+0%;-0%;0%} to {less / price - 1:+0%;-0%;0%} from {price:0.##})"
                )
            : target.IsDue ? "its day is past or less than four weeks ahead: no view is made of it"
            : $"no price of it in {target.Currency} among the holdings";
        var when = target.By is { } by ? $"by {by:yyyy-MM-dd}" : "no date: taken as twelve months ahead";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {target.Thesis}/{target.Claim}: {target.Instrument} {target.Raw:0.##} {target.Currency} ({when}), {discounted}"
        );
    }

    /// <summary>Where the rules and a model differ, and what of the model's the article does not prove.</summary>
    private static IEnumerable<string> ModelLines(ReadingUnion union)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"  model: {union.Model.Claims.Count} claims proved, {union.Both.Count} of the rules' among them, "
                + $"{union.ModelAlone.Count} its own; {union.RulesAlone.Count} of the rules it does not have; "
                + $"{union.Model.Rejections.Count} rejected"
        );
        foreach (var claim in union.ModelAlone)
            yield return $"  + model alone, line {claim.Evidence.Line}: {claim.Kind}: {ClaimSummary.Of(claim)}";
        foreach (var claim in union.RulesAlone)
            yield return $"  - rules alone, line {claim.Evidence.Line}: {claim.Kind}: {ClaimSummary.Of(claim)}";
        foreach (var rejection in union.Model.Rejections.Take(MostShown))
            yield return $"  rejected, line {rejection.Claim.Evidence.Line}: {rejection.Claim.Kind}: {rejection.Reason}";
        if (union.Model.Rejections.Count > MostShown)
            yield return string.Create(CultureInfo.InvariantCulture, $"  and {union.Model.Rejections.Count - MostShown} more rejected");
        foreach (var problem in union.Model.Problems.Take(MostShown))
            yield return $"  the model's answer: {problem}";
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
