using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Simulation.Tests.Outcomes;

/// <summary>A set of paths gives back what was put in, in ascending order, group by group.</summary>
public sealed class PathBitsTests
{
    private static readonly int[] some = [0, 1, 5, 63, 64, 127, 128, 300, 301, 302, 303, 640, 998, 999];

    [Test]
    public void Groups_read_one_after_the_other_are_all_paths([Values(1, 3, 4, 7, 14, 256)] int size)
    {
        var read = new List<int>();
        var group = new int[size];
        foreach (var start in Of(some).Starts(size))
            read.AddRange(group.Take(Of(some).Read(start, group)).ToArray());
        Assert.That(read, Is.EqualTo(some));
    }

    [Test]
    public void No_paths_are_no_group()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Of().Starts(256), Is.Empty);
            Assert.That(Of().Count(), Is.Zero);
        }
    }

    [TestCase(0)]
    [TestCase(64)]
    [TestCase(302)]
    [TestCase(1000)]
    [TestCase(5000)]
    public void What_is_cut_is_gone(int from)
    {
        var bits = Of(some);
        bits.Cut(from);
        Assert.That(bits.Count(), Is.EqualTo(some.Count(path => path < from)));
    }

    [Test]
    public void A_union_has_the_paths_of_both()
    {
        var bits = Of(3, 70);
        bits.Add(Of(70, 900));
        Assert.That(bits.Count(), Is.EqualTo(3));
    }

    private static PathBits Of(params int[] paths)
    {
        var bits = new PathBits(1000);
        foreach (var path in paths)
            bits.Add(path);
        return bits;
    }
}
