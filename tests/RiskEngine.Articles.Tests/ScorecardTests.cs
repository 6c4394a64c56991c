using System.Globalization;
using RiskEngine.Articles.Claims;

namespace RiskEngine.Articles.Tests;

/// <summary>
/// Precision and recall on articles of our own with labels by hand: advice counts where target, direction and horizon are right, a forecast
/// where figure, unit and year are, a risk where its kind and sentence are.
/// </summary>
public sealed class ScorecardTests
{
    [TestCase("rec", 0.95, 0.85)]
    [TestCase("forecast", 0.95, 0.90)]
    [TestCase("risk", 0.90, 0.85)]
    public void Articles_are_read_as_well_as_it_takes(string kind, double precision, double recall)
    {
        var score = Total(TestArticles.Names.Select(Score), kind);

        Assert.That(score.Precision, Is.GreaterThanOrEqualTo(precision));
        Assert.That(score.Recall, Is.GreaterThanOrEqualTo(recall));
    }

    [Test]
    public void The_table_by_kind_and_language()
    {
        TestContext.Out.WriteLine("articles        kind      expected  found  right  precision  recall");
        foreach (var (group, names) in Groups())
        {
            foreach (var kind in new[] { "rec", "forecast", "risk" })
            {
                var score = Total(names.Select(Score), kind);
                TestContext.Out.WriteLine(
                    string.Join(
                        ' ',
                        group.PadRight(15),
                        kind.PadRight(9),
                        Text(score.Expected, 8, "0"),
                        Text(score.Found, 6, "0"),
                        Text(score.Right, 6, "0"),
                        Text(score.Precision, 10, "0.00"),
                        Text(score.Recall, 7, "0.00")
                    )
                );
            }
        }

        foreach (var name in TestArticles.Names)
        {
            foreach (var line in Score(name).Differences)
                TestContext.Out.WriteLine($"{name}: {line}");
        }

        Assert.That(TestArticles.Names.Count(), Is.GreaterThanOrEqualTo(8));
    }

    private static string Text(double value, int width, string format) =>
        value.ToString(format, CultureInfo.InvariantCulture).PadLeft(width);

    private static IEnumerable<(string Group, List<string> Names)> Groups()
    {
        yield return ("all", [.. TestArticles.Names]);
        yield return ("Chinese", [.. TestArticles.Names.Where(n => n.StartsWith("zh", StringComparison.Ordinal))]);
        yield return ("English", [.. TestArticles.Names.Where(n => n.StartsWith("en", StringComparison.Ordinal))]);
        yield return ("held out", [.. TestArticles.Names.Where(TestArticles.IsHeldOut)]);
    }

    private static ArticleScore Score(string name)
    {
        var left = TestArticles.LabelsOf(name).ToList();
        var expected = left.CountBy(l => l.Kind).ToDictionary();
        var (found, right) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        var differences = new List<string>();
        foreach (var claim in TestArticles.Read(name).Claims)
        {
            if (Label.KindOf(claim) is not { } kind)
                continue;
            found[kind] = found.GetValueOrDefault(kind) + 1;
            if (left.Find(l => l.Fits(claim)) is { } label)
            {
                left.Remove(label);
                right[kind] = right.GetValueOrDefault(kind) + 1;
            }
            else
            {
                differences.Add($"not expected: {Described(claim)}");
            }
        }

        differences.AddRange(left.Select(l => $"not found: {l}"));
        return new ArticleScore(expected, found, right, differences);
    }

    private static string Described(ArticleClaim claim) =>
        claim switch
        {
            AdviceClaim a =>
                $"rec | {string.Join(',', a.Targets.Select(t => t.Id))} | {a.Direction} | {a.Horizon?.Bucket} <{a.Evidence.Quote}>",
            PredictionClaim p => $"forecast | {p.Quantity?.Value} | {p.Quantity?.Unit} | {p.Date?.Year} <{p.Evidence.Quote}>",
            RiskClaim r => $"risk | {r.RiskKind} <{r.Evidence.Quote}>",
            _ => claim.Id,
        };

    private static (int Expected, int Found, int Right, double Precision, double Recall) Total(
        IEnumerable<ArticleScore> scores,
        string kind
    )
    {
        var (expected, found, right) = (0, 0, 0);
        foreach (var score in scores)
        {
            expected += score.Expected.GetValueOrDefault(kind);
            found += score.Found.GetValueOrDefault(kind);
            right += score.Right.GetValueOrDefault(kind);
        }

        return (expected, found, right, found == 0 ? 1 : (double)right / found, expected == 0 ? 1 : (double)right / expected);
    }

    private sealed record ArticleScore(
        Dictionary<string, int> Expected,
        Dictionary<string, int> Found,
        Dictionary<string, int> Right,
        IReadOnlyList<string> Differences
    );
}
