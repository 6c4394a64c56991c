using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Entities;
using RiskEngine.Articles.Verification;

namespace RiskEngine.Articles.LanguageModels;

/// <summary>What a language model read in an article, as far as the article proves it.</summary>
/// <param name="Claims">The claims that their characters prove.</param>
/// <param name="Rejections">Claims of the model whose words, figures, names or dates are not where it says.</param>
/// <param name="Problems">Answers and claims that could not be read at all.</param>
public sealed record ModelReading(IReadOnlyList<ArticleClaim> Claims, IReadOnlyList<Rejection> Rejections, IReadOnlyList<string> Problems)
{
    /// <summary>Reads a model's answers. Touches no network: the same answers give the same claims.</summary>
    /// <param name="article">The article.</param>
    /// <param name="answers">The answers to its <see cref="ModelQuestions"/>.</param>
    /// <param name="scanner">Finds known names.</param>
    /// <param name="asOf">The day that relative dates count from where the article does not give its own.</param>
    public static ModelReading Of(ArticleText article, IReadOnlyList<ModelAnswer> answers, EntityScanner scanner, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(answers);
        var published = article.Head.Published ?? asOf;
        var context = new ReadingContext(article, [.. article.Sentences.Select(s => SentenceReading.Of(s, scanner, published))], published);
        var (reader, verifier) = (new ModelClaims(context), new ClaimVerifier(article));
        var (claims, rejections, problems) = (new List<ArticleClaim>(), new List<Rejection>(), new List<string>());
        foreach (var answer in answers)
        {
            var items = answer.Problem is null ? ModelItem.Of(answer.Text, out var problem) : Nothing(answer, out problem);
            if (problem is not null)
                problems.Add($"sentences {answer.First} to {answer.Last}: {problem}");
            foreach (var item in items)
            {
                var claim = reader.Of(item, out var missing);
                if (claim is null)
                    problems.Add($"sentences {answer.First} to {answer.Last}: {missing}");
                else if ((missing ?? verifier.Check(claim)) is { } reason)
                    rejections.Add(new Rejection(claim, reason));
                else
                    claims.Add(claim);
            }
        }

        var ordered = ClaimIds.Number(claims.OrderBy(c => c.Evidence.Span.Start)).ToList();
        return new ModelReading(ordered, rejections, problems);
    }

    /// <summary>Whether an answer has the form that was asked for.</summary>
    public static bool CanRead(ModelAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _ = ModelItem.Of(answer.Text, out var problem);
        return problem is null;
    }

    private static IReadOnlyList<ModelItem> Nothing(ModelAnswer answer, out string? problem)
    {
        problem = answer.Problem;
        return [];
    }
}
