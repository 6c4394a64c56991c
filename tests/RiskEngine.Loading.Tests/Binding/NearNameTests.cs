using FsCheck;
using FsCheck.Fluent;
using RiskEngine.Loading.Binding;

namespace RiskEngine.Loading.Tests.Binding;

internal sealed class NearNameTests
{
    // Distances counted by hand: one swap; one delete; three replacements; all inserted; the two textbook pairs.
    [TestCase("infrence", "inference", 1)]
    [TestCase("ab", "ba", 1)]
    [TestCase("kitten", "sitting", 3)]
    [TestCase("", "abc", 3)]
    [TestCase("ca", "abc", 3)]
    [TestCase("same", "same", 0)]
    public void The_distance_counts_edits_and_swaps(string a, string b, int edits) =>
        Assert.That(NearName.Distance(a, b), Is.EqualTo(edits));

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public Property The_distance_is_symmetric_and_bounded_by_the_longer_word() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>(
            (a, b) =>
            {
                var there = NearName.Distance(a.Get, b.Get);
                return there == NearName.Distance(b.Get, a.Get)
                    && there <= Math.Max(a.Get.Length, b.Get.Length)
                    && there >= Math.Abs(a.Get.Length - b.Get.Length);
            }
        );

    [Test]
    public void A_near_name_is_found_whatever_its_case() =>
        Assert.That(NearName.Find("Infrence-Market", ["training-market", "inference-market"]), Is.EqualTo("inference-market"));

    [Test]
    public void A_far_name_is_not_suggested() => Assert.That(NearName.Find("quantum", ["training-market", "nvda"]), Is.Null);
}
