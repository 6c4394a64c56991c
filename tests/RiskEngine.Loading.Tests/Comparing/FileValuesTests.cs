using System.Text;
using RiskEngine.Loading.Comparing;

namespace RiskEngine.Loading.Tests.Comparing;

public sealed class FileValuesTests
{
    [Test]
    public void Values_that_differ_are_named_by_their_place() =>
        Assert.That(
            Changes(
                "a.yaml",
                "risks: { crash: { probability: 0.3, hits: [a, b] } }\nsame: 1\n",
                "risks: { crash: { probability: 0.4, hits: [a, c] } }\nsame: 1\n"
            ),
            Is.EqualTo(new[] { new ValueChange("risks.crash.probability", "0.3", "0.4"), new ValueChange("risks.crash.hits[2]", "b", "c") })
        );

    [Test]
    public void What_only_one_has_is_there_without_the_other() =>
        Assert.That(
            Changes("a.yaml", "old: 1\nboth: 2\n", "both: 2\nnew: 3\n"),
            Is.EqualTo(new[] { new ValueChange("old", "1", null), new ValueChange("new", null, "3") })
        );

    [Test]
    public void A_table_is_compared_by_its_first_column() =>
        Assert.That(
            Changes("p.csv", "instrument,quantity\na,1\nb,2\n", "instrument,quantity\nb,2\na,3\n"),
            Is.EqualTo(new[] { new ValueChange("a.quantity", "1", "3") })
        );

    [Test]
    public void Order_and_comments_change_no_value() => Assert.That(Changes("a.yaml", "a: 1\nb: 2\n", "# a note\nb: 2\na: 1\n"), Is.Empty);

    [TestCase("a.txt", "x", "y")]
    [TestCase("a.yaml", "a: [", "a: 1")]
    public void Of_what_cannot_be_read_no_more_is_said(string name, string before, string after) =>
        Assert.That(Changes(name, before, after), Is.Null);

    private static IReadOnlyList<ValueChange>? Changes(string name, string before, string after) =>
        FileValues.Changes(name, Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after));
}
