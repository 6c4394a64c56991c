using RiskEngine.Analysis.Shapley;

namespace RiskEngine.Analysis.Tests.Shapley;

internal sealed class CoalitionTests
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(63)]
    [TestCase(64)]
    [TestCase(65)]
    [TestCase(300)]
    public void Players_who_come_one_after_the_other_are_the_first_so_many(int players)
    {
        var coalition = Enumerable.Range(0, players).Reverse().Aggregate(Coalition.Empty, (c, player) => c.With(player));
        Assert.That(coalition, Is.EqualTo(Coalition.First(players)));
        Assert.That(coalition.GetHashCode(), Is.EqualTo(Coalition.First(players).GetHashCode()));
        Assert.That(coalition.Size, Is.EqualTo(players));
        Assert.That(coalition.Contains(players), Is.False);
        Assert.That(players == 0 || coalition.Contains(players - 1));
    }

    [Test]
    public void Coalitions_differ_by_their_players()
    {
        Assert.That(Coalition.Of(5), Is.EqualTo(Coalition.Empty.With(2).With(0)));
        Assert.That(Coalition.Of(5), Is.Not.EqualTo(Coalition.Of(4)));
        Assert.That(Coalition.Empty.With(64), Is.Not.EqualTo(Coalition.Empty.With(0)));
    }

    [Test]
    public void Their_text_is_the_number_whose_binary_digits_they_are()
    {
        Assert.That($"{Coalition.Empty}", Is.EqualTo("0"));
        Assert.That($"{Coalition.Of(10)}", Is.EqualTo("10"));
        Assert.That($"{Coalition.First(64)}", Is.EqualTo("18446744073709551615"));
        Assert.That($"{Coalition.Empty.With(64)}", Is.EqualTo("18446744073709551616"));
    }
}
