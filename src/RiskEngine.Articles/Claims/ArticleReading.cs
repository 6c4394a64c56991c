using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Claims;

/// <summary>What was read out of an article, and what was not.</summary>
public sealed record ArticleReading
{
    /// <summary>The article.</summary>
    public required ArticleText Article { get; init; }

    /// <summary>The day it was published, or the one that was given instead; null where neither is known.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The claims that their characters prove, in the order of the article.</summary>
    public required IReadOnlyList<ArticleClaim> Claims { get; init; }

    /// <summary>Claims that the verifier rejected.</summary>
    public required IReadOnlyList<Rejection> Rejections { get; init; }

    /// <summary>Sentences that sound like claims and are none, with the reason.</summary>
    public required IReadOnlyList<SetAside> SetAside { get; init; }

    /// <summary>Sentences with figures or names of which nothing became a claim.</summary>
    public required IReadOnlyList<Evidence> NotUnderstood { get; init; }

    internal IReadOnlyList<SentenceReading> Sentences { get; init; } = [];

    /// <summary>Share of the article's own sentences that became something: a claim, or context of one.</summary>
    public double Coverage
    {
        get
        {
            var own = Article.Sentences.Where(s => !s.Block.IsBoilerplate && s.Block.Kind != BlockKind.Heading).ToList();
            var used = Claims.SelectMany(c => c.Context.Prepend(c.Evidence)).Select(e => e.Sentence).ToHashSet();
            return own.Count == 0 ? 0 : (double)own.Count(s => used.Contains(s.Number)) / own.Count;
        }
    }
}

/// <summary>A claim that is not in the characters it names.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Reason">What is missing.</param>
public sealed record Rejection(ArticleClaim Claim, string Reason);
