using FsCheck;
using FsCheck.Fluent;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Tests.Columns;

internal sealed class SortedColumnTests
{
    [FsCheck.NUnit.Property(Replay = "12345,67891")]
    public Property Sorting_agrees_with_the_comparing_sort(NonEmptyArray<NormalFloat> values)
    {
        // Twin: Array.Sort, on any finite floats.
        float[] column = [.. values.Get.Select(value => (float)Math.Clamp(value.Get, -1e30, 1e30)), 0f];
        var expected = column.ToArray();
        Array.Sort(expected);
        return Samples.Sorted(column).Ascending.SequenceEqual(expected).ToProperty();
    }

    [FsCheck.NUnit.Property(Replay = "31415,92653")]
    public Property Ranks_tails_and_counts_are_those_of_the_whole_order_whichever_is_read_first(
        NonEmptyArray<NormalFloat> values,
        byte first
    )
    {
        // Many small numbers beside the few large ones, so that a digit holds more of them than are inserted.
        float[] column =
        [
            .. values.Get.Select(value => (float)Math.Clamp(value.Get, -1e30, 1e30)),
            .. Samples.Normals(300, first).Select(z => (float)Math.Round(z, 2)),
        ];
        var expected = column.ToArray();
        Array.Sort(expected);
        var sorted = Samples.Sorted(column);
        var n = column.Length;
        var rank = 1 + (first % n);
        return (
            sorted.At(rank) == expected[rank - 1]
            && sorted.CountBelow(0.5f) == expected.Count(x => x < 0.5f)
            && sorted.CountBelow(-0f) == expected.Count(x => x < 0)
            && sorted.CountBelow(0f) == expected.Count(x => x < 0)
            && sorted.Highest(rank).SequenceEqual(expected.AsSpan(n - rank))
            && sorted.Lowest(rank).SequenceEqual(expected.AsSpan(0, rank))
            && sorted.Ascending.SequenceEqual(expected)
        ).ToProperty();
    }

    [Test]
    public void Extremes_negatives_and_zeros_are_ordered()
    {
        float[] column = [0f, float.MaxValue, -1f, float.Epsilon, float.MinValue, -float.Epsilon, 1f, -0.25f];

        Assert.That(
            Samples.Sorted(column).Ascending.ToArray(),
            Is.EqualTo(new[] { float.MinValue, -1f, -0.25f, -float.Epsilon, 0f, float.Epsilon, 1f, float.MaxValue })
        );
    }

    [Test]
    public void The_column_itself_is_left_as_it_was()
    {
        float[] column = [3, 1, 2];

        Samples.Sorted(column);

        Assert.That(column, Is.EqualTo(new float[] { 3, 1, 2 }));
    }

    [Test]
    public void A_short_or_overlapping_buffer_is_refused()
    {
        var buffer = new float[SortedColumn.ScratchLength(4)];

        Assert.That(
            () => SortedColumn.Of(new float[4], new float[SortedColumn.ScratchLength(4) - 1]),
            Throws.ArgumentException.With.Message.StartsWith(
                $"Expected a scratch buffer of at least {SortedColumn.ScratchLength(4)} floats, found {SortedColumn.ScratchLength(4) - 1}."
            )
        );
        Assert.That(() => SortedColumn.Of(buffer.AsSpan(0, 4), buffer), Throws.ArgumentException.With.Message.Contains("overlaps"));
    }

    [TestCase(float.NaN, "NaN")]
    [TestCase(float.PositiveInfinity, "Infinity")]
    [TestCase(float.NegativeInfinity, "-Infinity")]
    public void An_outcome_that_is_not_finite_is_refused_with_its_index(float bad, string shown)
    {
        var column = new float[1000];
        column[717] = bad;
        var expected = $"Expected a finite number for every path, found {shown} at index 717.";

        Assert.That(() => Samples.Sorted(column), Throws.ArgumentException.With.Message.StartsWith(expected));
        Assert.That(() => ColumnMoments.Of(column), Throws.ArgumentException.With.Message.StartsWith(expected));
    }

    [TestCase(0)]
    [TestCase(1)]
    public void Too_few_paths_are_refused_with_the_number_expected(int paths)
    {
        var expected = $"Expected at least 2 paths, found {paths}.";

        Assert.That(() => Samples.Sorted(new float[paths]), Throws.ArgumentException.With.Message.StartsWith(expected));
        Assert.That(() => ColumnMoments.Of(new float[paths]), Throws.ArgumentException.With.Message.StartsWith(expected));
    }
}
