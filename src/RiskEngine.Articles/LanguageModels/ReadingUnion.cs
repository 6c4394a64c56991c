using RiskEngine.Articles.Claims;

namespace RiskEngine.Articles.LanguageModels;

/// <summary>What the rules and a language model read, put together, and where they differ.</summary>
/// <param name="Reading">The union: the rules' claims, and the model's own.</param>
/// <param name="Both">Claims that both read; as the rules have them.</param>
/// <param name="RulesAlone">Claims of the rules that the model did not give.</param>
/// <param name="ModelAlone">Claims of the model that the rules do not have.</param>
/// <param name="Model">What the model read.</param>
public sealed record ReadingUnion(
    ArticleReading Reading,
    IReadOnlyList<ArticleClaim> Both,
    IReadOnlyList<ArticleClaim> RulesAlone,
    IReadOnlyList<ArticleClaim> ModelAlone,
    ModelReading Model
)
{
    /// <summary>Puts two readings of one article together.</summary>
    /// <param name="rules">What the rules read.</param>
    /// <param name="model">What the model read.</param>
    /// <param name="modelOnly">Whether the model's claims alone are to count; what the rules set aside is shown all the same.</param>
    public static ReadingUnion Of(ArticleReading rules, ModelReading model, bool modelOnly = false)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(model);
        var both = rules.Claims.Where(r => model.Claims.Any(m => IsSame(r, m))).ToList();
        var taken = rules.Claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var modelAlone = model.Claims.Where(m => !rules.Claims.Any(r => IsSame(r, m))).Select(c => Named(c, taken)).ToList();
        var claims = modelOnly ? both.Concat(modelAlone) : rules.Claims.Concat(modelAlone);
        return new ReadingUnion(
            rules with
            {
                Claims = [.. claims.OrderBy(c => c.Evidence.Span.Start)],
                Rejections = [.. rules.Rejections, .. model.Rejections],
            },
            both,
            [.. rules.Claims.Except(both)],
            modelAlone,
            model
        );
    }

    /// <summary>Who read a claim of the union: <c>rules</c>, <c>model</c> or <c>both</c>.</summary>
    public string ReaderOf(ArticleClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (Both.Any(c => c.Id == claim.Id))
            return "both";
        return RulesAlone.Any(c => c.Id == claim.Id) ? "rules" : "model";
    }

    /// <summary>
    /// The rules' claims keep their ids, so that what a user said of them is kept; a model's claim takes one that is free.
    /// </summary>
    private static ArticleClaim Named(ArticleClaim claim, HashSet<string> taken)
    {
        var id = claim.Id;
        for (var k = 2; !taken.Add(id); k++)
            id = $"{claim.Id}-m{k}";
        return claim with { Id = id };
    }

    /// <summary>Two claims of one sentence that say the same: of the same kind, about a name or a figure that both have.</summary>
    private static bool IsSame(ArticleClaim a, ArticleClaim b) =>
        a.Evidence.Sentence == b.Evidence.Sentence
        && a.Kind == b.Kind
        && (a, b) switch
        {
            (AdviceClaim x, AdviceClaim y) => x.Direction == y.Direction && Share(x.Targets, y.Targets),
            (PredictionClaim x, PredictionClaim y) => x.Quantity?.Span == y.Quantity?.Span,
            (OutlookClaim x, OutlookClaim y) => Share(x.About, y.About),
            (DealClaim x, DealClaim y) => x.DealKind == y.DealKind && Share(x.Parties, y.Parties),
            _ => true,
        };

    private static bool Share(IReadOnlyList<Entities.EntityMention> a, IReadOnlyList<Entities.EntityMention> b) =>
        (a.Count == 0 && b.Count == 0) || a.Any(x => b.Any(y => y.Id == x.Id));
}
