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
        // Each sentence is read by itself, so that threads change nothing but the time.
        var sentences = new SentenceReading[article.Sentences.Count];
        Parallel.For(0, sentences.Length, i => sentences[i] = SentenceReading.Of(article.Sentences[i], names, published, home));
        var context = new ReadingContext(article, sentences, published);
        var advice = new AdviceReader(context).Read().Concat(AdviceTableReader.Read(context, names)).ToList();
        var found = advice
            .Concat<ArticleClaim>(ListedAdviceReader.Read(context, advice))
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
        var numbered = ClaimIds.Number(found).ToList();
        var reasons = new string?[numbered.Count];
        Parallel.For(0, reasons.Length, i => reasons[i] = verifier.Check(numbered[i]));
        foreach (var (claim, reason) in numbered.Zip(reasons))
        {
            if (reason is not null)
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
