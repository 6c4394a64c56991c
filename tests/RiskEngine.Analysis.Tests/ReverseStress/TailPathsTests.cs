using RiskEngine.Analysis.ReverseStress;

namespace RiskEngine.Analysis.Tests.ReverseStress;

internal sealed class TailPathsTests
{
    [Test]
    public void The_typical_path_lies_in_the_middle_of_the_paths_it_stands_for()
    {
        // Kaufman and Rousseeuw (1987): on a line the medoid is the median, whatever one outlier does.
        float[] line = [0, 1, 2, 3, 100, -50];
        Assert.That(TypicalPath.Of([line], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4, 5]), Is.EqualTo(2));
        Assert.That(TypicalPath.Of([line], [0, 1, 2, 3, 4], [0, 4]), Is.Zero, "only candidates are chosen");
        Assert.That(TypicalPath.Of([line, [0, 0, 9, 0, 0, 0]], [0, 1, 2, 3, 4], [1, 2, 3]), Is.EqualTo(1), "two features");
    }

    [Test]
    public void Statements_that_fail_together_are_found_and_others_are_not()
    {
        // Of 100 bad paths a fails on 95, b on the first 90 of these, c on every second; elsewhere a and b fail apart.
        var chosen = Enumerable.Range(0, 300).Select(k => k < 100).ToArray();
        bool[] a = [.. Enumerable.Range(0, 300).Select(k => k < 95 || k is >= 100 and < 150)],
            b = [.. Enumerable.Range(0, 300).Select(k => k < 90 || k is >= 145 and < 200)];
        bool[] c = [.. Enumerable.Range(0, 300).Select(k => k % 2 == 0)];
        var found = FailingTogether.Of([c, b, a], chosen, 0.8, 5);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Statements, Is.EqualTo(new[] { 2, 1 }));
            Assert.That(found.Among, Is.EqualTo(0.9).Within(1e-12));
            Assert.That(found.Overall, Is.EqualTo(95 / 300.0).Within(1e-12));
            Assert.That(FailingTogether.Of([c, b, a], chosen, 0.8, 1).Statements, Is.EqualTo(new[] { 2 }));
            Assert.That(FailingTogether.Of([c], chosen, 0.8, 5).Statements, Is.Empty);
        }
    }
}
