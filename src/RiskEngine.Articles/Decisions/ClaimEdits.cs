using System.Globalization;
using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Entities;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Decisions;

/// <summary>Applies what a user changed of a claim.</summary>
public static class ClaimEdits
{
    private static readonly string[] verbs = ["watch", "favour", "position", "invest", "bet", "reduce", "avoid"];
    private static readonly string[] horizons = ["short", "medium", "long"];

    /// <summary>What is wrong with a change; null where nothing is.</summary>
    public static string? Problem(string kind, string key, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return (kind, key) switch
        {
            ("recommendation", "verb") => verbs.Contains(value)
                ? null
                : $"verb: expected one of {string.Join(", ", verbs)}, found '{value}'",
            ("recommendation", "horizon") => horizons.Contains(value)
                ? null
                : $"horizon: expected one of {string.Join(", ", horizons)}, found '{value}'",
            ("recommendation", "targets") => value.Length > 0 ? null : "targets: expected ids parted by commas, found none",
            ("risk", "kind") => value.Length > 0 ? null : "kind: expected a kind of risk, found none",
            ("prediction", "value") => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                ? null
                : $"value: expected a number, found '{value}'",
            ("prediction", "date") => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? null
                : $"date: expected a date such as 2026-02-06, found '{value}'",
            ("recommendation", _) => $"expected verb, horizon or targets, found '{key}'",
            ("risk", _) => $"expected kind, found '{key}'",
            ("prediction", _) => $"expected value or date, found '{key}'",
            _ => $"a {kind} has nothing to edit: accept or reject it",
        };
    }

    /// <summary>The claim as the user wants it.</summary>
    public static ArticleClaim Apply(ArticleClaim claim, ClaimDecision? decision)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (decision is null)
            return claim;
        foreach (var (key, value) in decision.Edits.OrderBy(e => e.Key, StringComparer.Ordinal))
            claim = Apply(claim, key, value);
        return claim;
    }

    private static ArticleClaim Apply(ArticleClaim claim, string key, string value) =>
        (claim, key) switch
        {
            (AdviceClaim a, "verb") => a with
            {
                Verb = value,
                Direction = DirectionOf(value),
                Readings = [.. a.Readings.Select(r => r with { Verb = value })],
            },
            (AdviceClaim a, "horizon") => a with { Readings = [new AdviceReading(BucketOf(value), a.Verb, 1)] },
            (AdviceClaim a, "targets") => a with
            {
                Targets =
                [
                    .. value
                        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                        .Select(id => new EntityMention(EntityKind.Security, id, id, 0, 0, a.Evidence.Span)),
                ],
            },
            (RiskClaim r, "kind") => r with { RiskKind = value },
            (PredictionClaim { Quantity: { } quantity } p, "value") => p with
            {
                Quantity = quantity with { Low = Parse(value), High = Parse(value) },
            },
            (PredictionClaim p, "date") => p with { Date = DateOf(p, value) },
            _ => claim,
        };

    private static DateExpression DateOf(PredictionClaim claim, string value)
    {
        var day = DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new DateExpression(DateKind.Calendar, day, day, false, 0, 0, claim.Evidence.Span);
    }

    private static AdviceDirection DirectionOf(string verb) =>
        verb switch
        {
            "watch" => AdviceDirection.Watch,
            "reduce" or "avoid" => AdviceDirection.Reduce,
            _ => AdviceDirection.Buy,
        };

    private static HorizonBucket BucketOf(string value) =>
        value switch
        {
            "short" => HorizonBucket.ShortTerm,
            "long" => HorizonBucket.LongTerm,
            _ => HorizonBucket.MediumTerm,
        };

    private static double Parse(string value) => double.Parse(value, CultureInfo.InvariantCulture);
}
