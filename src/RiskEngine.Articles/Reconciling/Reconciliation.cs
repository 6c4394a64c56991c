using RiskEngine.Articles.Claims;

namespace RiskEngine.Articles.Reconciling;

/// <summary>One article's part in a scenario of several.</summary>
/// <param name="Id">Id of its thesis.</param>
/// <param name="Author">Who wrote it; null where the file does not say.</param>
/// <param name="Published">When; null where the file does not say.</param>
/// <param name="Advice">Its advice that is traded, with the instruments it names.</param>
public sealed record SourceArticle(
    string Id,
    string? Author,
    DateOnly? Published,
    IReadOnlyList<(AdviceClaim Claim, IReadOnlyList<string> Instruments)> Advice
);

/// <summary>What advice counts for when its source is weighed.</summary>
/// <param name="Thesis">The thesis.</param>
/// <param name="Claim">The advice.</param>
/// <param name="Weight">0 to 1: its size is multiplied by this.</param>
/// <param name="Reason">Why, in a few words.</param>
public sealed record WeighedAdvice(string Thesis, AdviceClaim Claim, double Weight, string Reason);

/// <summary>
/// Weighs the advice of several articles: what a later article supersedes counts nothing, by the user's word or because the same author
/// says something else about the same instrument; the rest counts by the user's weight, or by the author's record.
/// </summary>
public static class Reconciliation
{
    /// <summary>All advice with its weight, in the order of the articles.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="records">Records by author, without regard to letter case.</param>
    /// <param name="weights">The user's weights by thesis, 0 to 1.</param>
    /// <param name="supersedes">Pairs of theses: the newer, and the older that counts no more.</param>
    public static IReadOnlyList<WeighedAdvice> Weigh(
        IReadOnlyList<SourceArticle> articles,
        IReadOnlyDictionary<string, AuthorRecord> records,
        IReadOnlyDictionary<string, double> weights,
        IReadOnlyList<(string Newer, string Older)> supersedes
    )
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(supersedes);
        return [.. articles.SelectMany(article => article.Advice.Select(a => Weigh(article, a.Claim, a.Instruments)))];

        WeighedAdvice Weigh(SourceArticle article, AdviceClaim claim, IReadOnlyList<string> instruments)
        {
            if (supersedes.FirstOrDefault(s => s.Older == article.Id).Newer is { } newer)
                return new WeighedAdvice(article.Id, claim, 0, $"superseded by {newer}");
            if (articles.FirstOrDefault(other => IsLater(other, article) && SpeaksOf(other, instruments)) is { } later)
                return new WeighedAdvice(article.Id, claim, 0, $"the author's later advice in {later.Id}");
            if (weights.TryGetValue(article.Id, out var given))
                return new WeighedAdvice(article.Id, claim, given, "the weight that was given");
            var record = article.Author is { } author ? records.GetValueOrDefault(author.ToUpperInvariant()) : null;
            return record is null
                ? new WeighedAdvice(article.Id, claim, AuthorRecord.BaseRate, "no record: the part of published targets that are met")
                : new WeighedAdvice(article.Id, claim, record.Weight, $"{record.Met} of {record.Calls} calls were met");
        }
    }

    /// <summary>Whether the same author wrote it later.</summary>
    private static bool IsLater(SourceArticle other, SourceArticle article) =>
        other.Author is { } author
        && string.Equals(author, article.Author, StringComparison.OrdinalIgnoreCase)
        && other.Published > article.Published;

    private static bool SpeaksOf(SourceArticle other, IReadOnlyList<string> instruments) =>
        other.Advice.Any(a => a.Instruments.Intersect(instruments, StringComparer.Ordinal).Any());
}
