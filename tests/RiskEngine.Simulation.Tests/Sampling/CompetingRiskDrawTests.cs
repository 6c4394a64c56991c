using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Sampling;

namespace RiskEngine.Simulation.Tests.Sampling;

/// <summary>What is drawn together follows the law that separate draws would have, and one number decides what happens.</summary>
public sealed class CompetingRiskDrawTests
{
    private const int Paths = 1 << 18;
    private static readonly double[] rates = [0.2, 0.5, 0.3];

    // A deal that can come from the third of four steps on, a second one at a falling rate, and what the company does by itself at a steady
    // one.
    private static readonly CompetingRisk late = Cause("late", [0, 0, 0.4, 0.2]);
    private static readonly CompetingRisk early = Cause("early", [0.3, 0.2, 0.1, 0]);
    private static readonly CompetingRisk itself = new(Stream("exit"), [0.1, 0.1, 0.1, 0.1], [Stream("route"), Stream("multiple")], rates);

    private static IEnumerable<TestCaseData> All()
    {
        yield return new TestCaseData((object)new[] { early }) { TestName = "one cause" };
        yield return new TestCaseData((object)new[] { itself }) { TestName = "one cause of several ways" };
        yield return new TestCaseData((object)new[] { late, early, itself }) { TestName = "three causes" };
        yield return new TestCaseData((object)new[] { itself, late }) { TestName = "two causes, the one of several ways first" };
        yield return new TestCaseData((object)new[] { Cause("never", [0, 0, 0, 0]), early }) { TestName = "one that never comes" };
        yield return new TestCaseData((object)new[] { Cause("sure", [0, 0, double.PositiveInfinity, 0]), early })
        {
            TestName = "one that is sure to come",
        };
        yield return new TestCaseData((object)new[] { early, Cause("sure", [0, 0, 0, double.PositiveInfinity]) })
        {
            TestName = "one that is sure to come last",
        };
    }

    // Counts of 2^18 independent pairs in 64 equal boxes have a deviation of 1.5%.
    [TestCaseSource(nameof(All))]
    public void Any_two_uniforms_are_uniform_and_independent(object of)
    {
        var causes = (CompetingRisk[])of;
        var outcome = new CompetingRiskDraw(causes);
        var rows = Drawn(outcome);
        for (var a = 0; a < rows.Length; a++)
        {
            for (var b = a + 1; b < rows.Length; b++)
            {
                // A route's rank says no more than which route it is; how hard it is comes from the same number.
                if (outcome.Streams[a].Key == itself.Ranks[0].Key && outcome.Streams[b].Key == itself.Ranks[1].Key)
                    continue;
                var boxes = rows[a].Zip(rows[b], (x, y) => ((int)(8 * x), (int)(8 * y))).CountBy(box => box).ToDictionary();
                Assert.That(boxes, Has.Count.EqualTo(64), $"streams {a} and {b}");
                Assert.That(boxes.Values.Select(count => count * 64.0 / Paths), Is.All.EqualTo(1).Within(0.075), $"streams {a} and {b}");
            }
        }
    }

    [Test]
    public void How_hard_it_is_does_not_depend_on_the_way()
    {
        var rows = Drawn(new CompetingRiskDraw(late, itself));
        var (from, ways, ranks) = (0.0, rows[3], rows[4]);
        foreach (var rate in rates)
        {
            double[] within = [.. ranks.Where((_, k) => ways[k] >= from && ways[k] < from + rate)];
            Assert.That(within.Length / (double)Paths, Is.EqualTo(rate).Within(0.005));
            Assert.That(within.Average(), Is.EqualTo(0.5).Within(0.006));
            Assert.That(within.Average(x => x * x), Is.EqualTo(1.0 / 3).Within(0.006));
            from += rate;
        }
    }

    // Of exponentials with rates in fixed proportion each is the first with its share, whenever that is.
    [Test]
    public void Each_cause_comes_first_as_often_as_its_share_of_the_hazard()
    {
        CompetingRisk[] causes = [Cause("a", [0.1, 0.3]), Cause("b", [0.2, 0.6])];
        var rows = Drawn(new CompetingRiskDraw(causes));
        var happened = rows[0]
            .Zip(rows[1], (a, b) => (A: -Math.Log(a), B: -Math.Log(b) / 2))
            .Where(x => Math.Min(x.A, x.B) < 0.4)
            .ToArray();
        Assert.That(happened.Length / (double)Paths, Is.EqualTo(1 - Math.Exp(-1.2)).Within(0.005));
        Assert.That(happened.Count(x => x.A < x.B) / (double)happened.Length, Is.EqualTo(1.0 / 3).Within(0.005));
    }

    [Test]
    public void The_first_number_alone_decides_whether_anything_comes_what_and_how_hard()
    {
        var outcome = new CompetingRiskDraw(late, early, itself);
        foreach (var u in new[] { 0.05, 0.2, 0.4, 0.6, 0.8, 0.95 })
        {
            var rows = Drawn(outcome, first: u);
            var came = Enumerable.Range(0, 64).Select(path => Came(outcome, rows, path)).Distinct().ToArray();
            Assert.That(came, Has.Length.EqualTo(1), $"{u}: {string.Join(", ", came)}");
        }
    }

    // On the very borders of what happens, and beyond where sums of probabilities end by rounding.
    [Test]
    public void Ranks_stay_within_what_quantiles_are_defined_for()
    {
        var outcome = new CompetingRiskDraw(late, early, Cause("never", [0, 0, 0, 0]));
        foreach (var u in new[] { Math.Exp(-1.2), Math.BitIncrement(Math.Exp(-1.2)), Math.BitDecrement(1.0) })
            Assert.That(Drawn(outcome, first: u).SelectMany(row => row), Is.All.GreaterThan(0).And.All.LessThan(1), $"{u:R}");
        var ranks = Enumerable.Range(0, 1001).Select(k => itself.RankAt(k / 1000.0));
        Assert.That(ranks, Is.All.GreaterThan(0).And.All.LessThan(1));
    }

    private static CompetingRisk Cause(string name, double[] hazard) => new(Stream(name), hazard, [Stream(name + " rank")], [1]);

    private static RandomStream Stream(string name) => RandomStream.Create(1, name);

    /// <summary>Which cause comes first by the horizon, and its ranks.</summary>
    private static string Came(CompetingRiskDraw outcome, double[][] rows, int path)
    {
        CompetingRisk[] causes = [late, early, itself];
        var steps = causes
            .Select(
                (c, at) =>
                {
                    var (left, step) = (-Math.Log(rows[at][path]), 0);
                    while (step < c.Hazard.Length && left > c.Hazard[step])
                        left -= c.Hazard[step++];
                    return step + (step < c.Hazard.Length ? left / c.Hazard[step] : 0);
                }
            )
            .ToArray();
        var first = Array.IndexOf(steps, steps.Min());
        if (steps[first] >= 4)
            return "nothing";
        var ranks = Enumerable
            .Range(0, outcome.Streams.Count)
            .Where(s => causes[first].Ranks.Any(r => r.Key == outcome.Streams[s].Key))
            .Select(s => $"{rows[s][path]:F12}");
        return $"{first}: {string.Join(' ', ranks)}";
    }

    private static double[][] Drawn(CompetingRiskDraw outcome, double? first = null)
    {
        var paths = first is null ? Paths : 64;
        var uniforms = new double[outcome.Streams.Count * paths];
        for (var s = 0; s < outcome.Streams.Count; s++)
            outcome.Streams[s].FillUniforms(0, 0, uniforms.AsSpan(s * paths, paths));
        if (first is { } u)
            Array.Fill(uniforms, u, 0, paths);
        outcome.Apply(uniforms, paths);
        return [.. uniforms.Chunk(paths)];
    }
}
