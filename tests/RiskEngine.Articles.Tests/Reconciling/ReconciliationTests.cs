using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Reconciling;

namespace RiskEngine.Articles.Tests.Reconciling;

/// <summary>How much advice counts where several articles give some.</summary>
public sealed class ReconciliationTests
{
    private static readonly IReadOnlyDictionary<string, AuthorRecord> noRecords = new Dictionary<string, AuthorRecord>();
    private static readonly IReadOnlyDictionary<string, double> noWeights = new Dictionary<string, double>();

    [Test]
    public void What_the_user_says_is_superseded_counts_nothing()
    {
        SourceArticle[] articles = [Article("old", "A", 1, "nvda"), Article("new", "B", 2, "nvda")];

        var weighed = Reconciliation.Weigh(articles, noRecords, noWeights, [("new", "old")]);

        Assert.That(weighed.Select(w => w.Weight), Is.EqualTo(new[] { 0, AuthorRecord.BaseRate }));
        Assert.That(weighed[0].Reason, Is.EqualTo("superseded by new"));
    }

    [Test]
    public void An_author_s_later_word_on_the_same_instrument_replaces_the_earlier()
    {
        SourceArticle[] articles =
        [
            Article("old", "Ann Lee", 1, "nvda"),
            Article("new", "ann lee", 2, "nvda"),
            Article("other", "Bo", 3, "nvda"),
        ];

        var weighed = Reconciliation.Weigh(articles, noRecords, noWeights, []);

        Assert.That(weighed.Select(w => w.Weight > 0), Is.EqualTo(new[] { false, true, true }));
    }

    [Test]
    public void An_author_s_later_word_on_something_else_leaves_it()
    {
        SourceArticle[] articles = [Article("old", "Ann Lee", 1, "nvda"), Article("new", "Ann Lee", 2, "intc")];

        Assert.That(Reconciliation.Weigh(articles, noRecords, noWeights, []).Select(w => w.Weight), Has.All.GreaterThan(0));
    }

    [Test]
    public void A_given_weight_comes_before_the_record()
    {
        SourceArticle[] articles = [Article("a", "Ann", 1, "nvda"), Article("b", "Ann", 1, "intc")];
        var records = new Dictionary<string, AuthorRecord> { ["ANN"] = new(20, 20, 0, 0) };

        var weighed = Reconciliation.Weigh(articles, records, new Dictionary<string, double> { ["a"] = 0.1 }, []);

        Assert.That(weighed.Select(w => w.Weight), Is.EqualTo(new[] { 0.1, (7.6 + 20) / 40 }).Within(1e-12));
    }

    private static SourceArticle Article(string id, string author, int month, string instrument)
    {
        var advice = TestArticles.ReadText("# T\n\n## Recommendations\n\n- Buy gold\n").Claims.OfType<AdviceClaim>().Single();
        return new SourceArticle(id, author, new DateOnly(2026, month, 1), [(advice, [instrument])]);
    }
}
