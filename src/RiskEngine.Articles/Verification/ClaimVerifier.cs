using System.Globalization;
using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Entities;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Verification;

/// <summary>
/// Reads the characters that a claim names again and rejects it where its numbers, names, date or direction are not in them. It shares
/// no rule with what made the claim, so that a claim of any reader can be put to it.
/// </summary>
public sealed class ClaimVerifier(ArticleText article)
{
    private static readonly string[] negations = ["not ", "n't ", "never ", "no reason to ", "不", "别", "勿", "无需", "没有必要"];

    /// <summary>What is missing in the characters of a claim; null where all is there.</summary>
    public string? Check(ArticleClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        foreach (var evidence in claim.Context.Prepend(claim.Evidence))
        {
            if (evidence.Span.Start < 0 || evidence.Span.End > article.Text.Length)
                return $"the span {evidence.Span.Start} to {evidence.Span.End} lies outside the article";
            if (evidence.Quote != article.Exact(evidence.Span))
                return "the quote is not what stands at its place";
        }

        var proof = new Proof(claim, article);
        return claim switch
        {
            AdviceClaim advice => Advice(advice, proof),
            RiskClaim risk => Risk(risk, proof),
            SeriesClaim series => Series(series, proof),
            PredictionClaim prediction => proof.Names(prediction.About) ?? proof.Number(prediction.Quantity) ?? proof.Date(prediction.Date),
            OutlookClaim outlook => proof.Names(outlook.About),
            DealClaim deal => proof.Names(deal.Parties) ?? proof.Number(deal.Amount),
            _ => null,
        };
    }

    private static string? Advice(AdviceClaim claim, Proof proof)
    {
        var (quote, at) = proof.Find(Plain(claim.Phrase));
        if (at < 0)
            return $"the words '{claim.Phrase}' are not in the quote";
        if (
            AdviceVerb.DirectionOf(claim.Phrase) is { } direction
            && direction != claim.Direction
            && claim.Direction != AdviceDirection.Watch
        )
        {
            return $"'{claim.Phrase}' does not mean to {claim.Direction.ToString().ToLowerInvariant()}";
        }

        if (AdviceVerb.DirectionOf(claim.Phrase) is null && IsAgainst(quote, claim.Direction))
            return $"the quote does not mean to {claim.Direction.ToString().ToLowerInvariant()}";
        var before = quote[Math.Max(0, at - 8)..at];
        if (Array.Exists(negations, n => before.EndsWith(n, StringComparison.OrdinalIgnoreCase)))
            return $"'{claim.Phrase}' is negated";
        if (claim.Horizon is { } horizon && proof.Place(horizon.Span) is { } missing)
            return $"the horizon {missing}";
        return proof.Names(claim.Targets);
    }

    /// <summary>Whether the words of advice in a quote all point the other way; words that nobody knows say nothing.</summary>
    private static bool IsAgainst(string quote, AdviceDirection direction)
    {
        var said = AdviceVerb.In(quote).Select(v => v.Verb.Direction).Where(d => d != AdviceDirection.Watch).ToHashSet();
        return direction != AdviceDirection.Watch && said.Count > 0 && !said.Contains(direction);
    }

    private static string? Risk(RiskClaim claim, Proof proof)
    {
        if (claim.RiskKind != "other" && !RiskKinds.Names(proof.Quote, claim.RiskKind))
            return $"no word of the kind '{claim.RiskKind}' is in the quote";
        return proof.Names(claim.About);
    }

    private static string? Series(SeriesClaim claim, Proof proof)
    {
        foreach (var point in claim.Points)
        {
            var missing = proof.Number(point.Quantity) ?? (point.Year is { } year ? proof.Year(year) : null);
            if (missing is not null)
                return missing;
        }

        return null;
    }

    private static string Plain(string text) => string.Concat(text.Select(Characters.Plain).Where(c => c != '\0'));

    /// <summary>The characters of one claim.</summary>
    private sealed class Proof(ArticleClaim claim, ArticleText article)
    {
        private readonly string all = Plain(string.Join('\n', claim.Context.Prepend(claim.Evidence).Select(e => e.Quote)));

        public string Quote { get; } = Plain(claim.Evidence.Quote);

        /// <summary>The first of the claim's quotes that holds some words, and where.</summary>
        public (string Quote, int At) Find(string words)
        {
            foreach (var quote in claim.Context.Select(e => Plain(e.Quote)).Prepend(Quote))
            {
                if (quote.IndexOf(words, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
                    return (quote, at);
            }

            return (Quote, -1);
        }

        public string? Place(TextSpan span) =>
            claim.Context.Prepend(claim.Evidence).Any(e => e.Span.Contains(span)) ? null : "stands outside the quote";

        public string? Names(IEnumerable<EntityMention> mentions)
        {
            foreach (var mention in mentions)
            {
                if (Place(mention.Span) is { } missing)
                    return $"the name '{mention.Name}' {missing}";
                if (
                    !string.Equals(
                        Plain(InlineFree(article.Exact(mention.Span))),
                        Plain(InlineFree(mention.Name)),
                        StringComparison.OrdinalIgnoreCase
                    )
                )
                {
                    return $"the name '{mention.Name}' is not what stands at its place";
                }
            }

            return null;
        }

        public string? Number(Quantity? quantity)
        {
            if (quantity is null)
                return null;
            if (Place(quantity.Span) is { } missing)
                return $"the number {Text(quantity.Value)} {missing}";
            foreach (var value in new[] { quantity.Low, quantity.High })
            {
                if (!NumberProof.IsIn(Plain(article.Exact(quantity.Span)), all, value))
                    return $"the number {Text(value)} is not in the quote";
            }

            return null;
        }

        public string? Date(DateExpression? date)
        {
            if (date is null)
                return null;
            if (date.Kind == DateKind.Relative)
                return Place(date.Span) is { } missing ? $"the date {missing}" : null;
            return Year(date.Year);
        }

        public string? Year(int year)
        {
            var digits = year.ToString(CultureInfo.InvariantCulture);
            var isThere =
                YearProof.IsWithin(all, year)
                || all.Contains(digits, StringComparison.Ordinal)
                || all.Contains(digits[2..], StringComparison.Ordinal);
            // "Q3" and 三季度 leave the year to the day of publication.
            var hasNoYear =
                claim is PredictionClaim { Date: { Length: > 0 } date }
                && Place(date.Span) is null
                && article.Exact(date.Span).Count(char.IsAsciiDigit) < 2;
            return isThere || hasNoYear ? null : $"the year {digits} is not in the quote";
        }

        /// <summary>A name may have bold marks within it.</summary>
        private static string InlineFree(string text) =>
            text.Replace("*", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal);

        private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
    }
}
