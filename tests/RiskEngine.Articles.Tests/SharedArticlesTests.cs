using RiskEngine.Articles.Auditing;
using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Entities;
using RiskEngine.Articles.Quantities;
using RiskEngine.Importing.Securities;

namespace RiskEngine.Articles.Tests;

/// <summary>
/// What is expected of the two articles that the shipped scenario is of, where they lie beside the checkout: targets, horizons and numbers
/// only.
/// </summary>
public sealed class SharedArticlesTests
{
    private const string First = "000_68683d40fefa3d83.txt";
    private const string Second = "004_17ba0aa7cd330c5a.txt";

    [TestCase("watch", HorizonBucket.ShortTerm, "nvda")]
    [TestCase("position", HorizonBucket.ShortTerm, "tsm,asx")]
    [TestCase("watch", HorizonBucket.ShortTerm, "groq,d-matrix")]
    [TestCase("invest", HorizonBucket.MediumTerm, "groq,sambanova,cerebras")]
    [TestCase("favour", HorizonBucket.MediumTerm, "qcom,mediatek,aapl")]
    [TestCase("position", HorizonBucket.MediumTerm, "ai-memory")]
    [TestCase("bet", HorizonBucket.LongTerm, "")]
    [TestCase("watch", HorizonBucket.LongTerm, "computing-in-memory,optical-computing")]
    [TestCase("invest", HorizonBucket.LongTerm, "eda")]
    public void Each_recommendation_is_read(string verb, HorizonBucket horizon, string targets)
    {
        var advice = Read(First).Claims.OfType<AdviceClaim>().ToList();

        Assert.That(advice, Has.Count.EqualTo(9));
        Assert.That(
            advice.Exists(a => a.Verb == verb && a.Horizon?.Bucket == horizon && string.Join(',', a.Targets.Select(t => t.Id)) == targets),
            Is.True
        );
    }

    [Test]
    public void Risks_indicators_gainers_and_losers_are_read()
    {
        var claims = Read(First).Claims;

        Assert.That(
            claims.OfType<RiskClaim>().Select(r => r.RiskKind),
            Is.EqualTo(new[] { "technology", "customer-concentration", "supply-chain", "software-ecosystem", "valuation" })
        );
        Assert.That(claims.OfType<IndicatorClaim>().Count(), Is.EqualTo(4));
        Assert.That(claims.OfType<OutlookClaim>().Count(o => o.Gains), Is.EqualTo(5));
        Assert.That(claims.OfType<OutlookClaim>().Count(o => !o.Gains), Is.EqualTo(4));
    }

    [TestCase(2026, 100e9)]
    [TestCase(2027, 3)]
    [TestCase(2030, 330e9)]
    [TestCase(2030, 3)]
    public void Dated_predictions_are_read(int year, double value) =>
        Assert.That(Read(First).Claims.OfType<PredictionClaim>().Any(p => p.Date?.Year == year && p.Quantity?.Value == value), Is.True);

    [Test]
    public void Every_figure_of_the_tables_is_read()
    {
        var points = Read(First).Claims.OfType<SeriesClaim>().SelectMany(s => s.Points).Select(p => p.Quantity.Value).ToList();

        // 2 x 2 cells, 4 x 3 cells, 4 x 4 cells
        Assert.That(points, Has.Count.EqualTo(32));
        Assert.That(
            points,
            Is.SupersetOf(new[] { 62e9, 68e9, 0.35, 0.85, 8.5e9, 22e9, 0.21, 53e9, 92e9, 130e9, 450e9, 21e9, 44e9, 330e9, 0.78, 0.55 })
        );
    }

    [TestCase("openai,cerebras", 10e9)]
    [TestCase("nvda,groq", 20e9)]
    [TestCase("intc,sambanova", 0)]
    [TestCase("googl,anthropic,meta", 5.5e9)]
    public void Deals_are_read_with_parties_and_amounts(string parties, double amount)
    {
        var deals = Read(Second).Claims.OfType<DealClaim>().ToList();

        Assert.That(deals, Has.Count.EqualTo(4));
        Assert.That(
            deals.Exists(d => string.Join(',', d.Parties.Select(p => p.Id)) == parties && (d.Amount?.Value ?? 0) == amount),
            Is.True
        );
    }

    [Test]
    public void An_article_without_advice_gives_none() =>
        Assert.That(Read(Second).Claims.Where(c => c is AdviceClaim or RiskClaim or PredictionClaim), Is.Empty);

    [Test]
    public void The_audit_finds_the_contradictions_that_are_known()
    {
        var findings = ArticleAudit.Find([Read(First), Read(Second)]);

        // 440 to 680 is 54.5% and 480 to 620 29.2%; figures of 2025 under 2026; two start-ups that the other article has bought.
        Assert.That(findings.Select(f => f.Computation), Has.Some.Contains("54.5%").And.Some.Contains("29.2%"));
        Assert.That(findings.Count(f => f.Kind == "date"), Is.GreaterThanOrEqualTo(1));
        Assert.That(
            findings.Where(f => f.Kind == "company").Select(f => f.Says.English),
            Has.Some.Contains("Groq").And.Some.Contains("SambaNova")
        );
    }

    private static ArticleReading Read(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RiskEngine.sln")))
            folder = folder.Parent;
        var path = Path.Combine(folder?.Parent?.FullName ?? "", "shared", "articles", file);
        if (!File.Exists(path))
            Assert.Ignore($"The article {file} does not lie beside the checkout.");
        return new ClaimReader(new EntityScanner(new(ShippedSecurities.Read()))).Read(ArticleReader.Read(path), new DateOnly(2026, 2, 6));
    }
}
