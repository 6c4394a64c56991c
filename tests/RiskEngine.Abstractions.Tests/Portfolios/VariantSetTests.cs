using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Theses;

namespace RiskEngine.Abstractions.Tests.Portfolios;

/// <summary>Every way to ask for a variant leads to the one that it names, for any number of recommendations.</summary>
public sealed class VariantSetTests
{
    [Test]
    public void Without_recommendations_there_is_only_the_portfolio_as_held()
    {
        var set = Of(0);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Ids(set), Is.EqualTo(new[] { "as-held" }));
            Assert.That(set.FollowingAll, Is.EqualTo(VariantSet.AsHeld));
            Assert.That(set.IndexOf(HeadlineVariant.FollowingAll), Is.EqualTo(VariantSet.AsHeld));
        }
    }

    [Test]
    public void With_one_recommendation_only_it_is_all_and_all_without_it_is_as_held()
    {
        var set = Of(1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Ids(set), Is.EqualTo(new[] { "as-held", "all" }));
            Assert.That(set.Only(0), Is.EqualTo(set.FollowingAll));
            Assert.That(set.Without(0), Is.EqualTo(VariantSet.AsHeld));
        }
    }

    [Test]
    public void With_several_each_stands_alone_and_is_left_out_once([Range(2, 5)] int count)
    {
        var set = Of(count);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(set.All.Select(v => set[v].Id).Distinct().Count(), Is.EqualTo(set.Count).And.EqualTo(2 + (2 * count)));
            Assert.That(set.Headline.Select(v => set[v].Id), Is.EqualTo(new[] { "as-held", "all" }));
            for (var r = 0; r < count; r++)
            {
                Assert.That(set[set.Only(r)].Id, Is.EqualTo($"only:r{r}"));
                Assert.That(set[set.Without(r)].Id, Is.EqualTo($"without:r{r}"));
                Assert.That(VariantSet.IsHeadline(set.Only(r)), Is.False);
            }
        }
    }

    [TestCase(HeadlineVariant.AsHeld)]
    [TestCase(HeadlineVariant.FollowingAll)]
    public void A_headline_variant_has_one_id_in_files_whoever_names_it(HeadlineVariant variant)
    {
        var set = Of(2);
        Assert.That(set[set.IndexOf(variant)].Id, Is.EqualTo(variant.Id()));
    }

    private static string[] Ids(VariantSet set) => [.. set.All.Select(v => set[v].Id)];

    private static VariantSet Of(int count) =>
        new([
            .. Enumerable
                .Range(0, count)
                .Select(n => new Recommendation
                {
                    Id = new($"r{n}"),
                    Name = LocalText.Same($"r{n}"),
                    Claims = [],
                    Horizon = new("short"),
                    Conviction = new Conviction("buy", Direction.Buy, 0.1),
                    Targets = [],
                    Size = 0.1,
                    From = new DateOnly(2026, 1, 1),
                    Until = new DateOnly(2027, 1, 1),
                }),
        ]);
}
