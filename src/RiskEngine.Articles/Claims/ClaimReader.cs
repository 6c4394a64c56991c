using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Entities;
using RiskEngine.Articles.Quantities;
using RiskEngine.Articles.Verification;

namespace RiskEngine.Articles.Claims;

/// <summary>Reads the claims of an article by rules, and lets the verifier look at each of them.</summary>
public sealed class ClaimReader(EntityScanner scanner)
{
    /// <summary>All claims that are proved by their characters, in the order of the article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="asOf">The day that relative dates count from where the article does not give its own; null leaves them out.</param>
    public ArticleReading Read(ArticleText article, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        var published = article.Head.Published ?? asOf;
        var names = scanner.For(article);
        var home = HomeCurrency.Of(article);
        var sentences = article.Sentences.Select(s => SentenceReading.Of(s, names, published, home)).ToList();
        var context = new ReadingContext(article, sentences);
        var found = new AdviceReader(context)
            .Read()
            .Concat<ArticleClaim>(AdviceTableReader.Read(context, names))
            .Concat(RiskReader.Read(context))
            .Concat(SeriesReader.Read(context))
            .Concat(ForecastReader.Read(context, published))
            .Concat(OutlookReader.Read(context))
            .Concat(IndicatorReader.Read(context))
            .Concat(DealReader.Read(context))
            .OrderBy(c => c.Evidence.Span.Start)
            .ToList();
        var verifier = new ClaimVerifier(article);
        var rejections = new List<Rejection>();
        var claims = new List<ArticleClaim>();
        foreach (var claim in ClaimIds.Number(found))
        {
            if (verifier.Check(claim) is { } reason)
                rejections.Add(new Rejection(claim, reason));
            else
                claims.Add(claim);
        }

        return new ArticleReading
        {
            Article = article,
            Published = published,
            Claims = claims,
            Rejections = rejections,
            SetAside = context.Aside,
            NotUnderstood = NotUnderstood.Of(context, claims),
            Sentences = sentences,
        };
    }
}
