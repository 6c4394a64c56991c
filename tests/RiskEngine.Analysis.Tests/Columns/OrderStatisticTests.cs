using FsCheck;
using FsCheck.Fluent;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Tests.Columns;

internal sealed class OrderStatisticTests
{
    [FsCheck.NUnit.Property(Replay = "24680,13579")]
    public Property Every_rank_holds_what_the_comparing_sort_puts_there(NonEmptyArray<NormalFloat> values)
    {
        // Twin: Array.Sort, on any finite floats; rounded ones so that some are equal.
        float[] column =
        [
            .. values.Get.Select(value => (float)Math.Clamp(value.Get, -1e30, 1e30)),
            .. values.Get.Select(value => (float)Math.Round(Math.Clamp(value.Get, -3, 3)) + 0f),
        ];
        var expected = column.ToArray();
        Array.Sort(expected);
        var scratch = new float[column.Length];
        return Enumerable.Range(1, column.Length).All(rank => OrderStatistic.At(column, rank, scratch) == expected[rank - 1]).ToProperty();
    }

    [TestCase(1000)]
    [TestCase(20_000)]
    public void A_quantile_is_that_of_the_sorted_column_with_and_without_weights(int paths)
    {
        var column = Samples.Lognormal(Samples.Normals(paths, 5), 0.05, 0.3);
        var uneven = Samples.Normals(paths, 6).Select((z, k) => k % 7 == 0 ? 0 : Math.Exp(z)).ToArray();
        var sum = uneven.Sum();
        PathWeights[] all =
        [
            PathWeights.Equal,
            PathWeights.Of([.. uneven.Select(w => w / sum)]),
            PathWeights.Of([.. Enumerable.Repeat(1.0 / paths, paths)]),
        ];
        var scratch = new float[SortedColumn.ScratchLength(paths)];
        using (Assert.EnterMultipleScope())
        {
            foreach (var weights in all)
            {
                foreach (var p in (double[])[0.001, 0.05, 0.25, 0.5, 0.95, 1 - 0.05, 0.999, 1])
                {
                    var sorted = SortedColumn.Of(column, new float[scratch.Length], weights);
                    Assert.That(
                        OrderStatistic.Quantile(column, p, scratch, weights),
                        Is.EqualTo(sorted.Ascending[sorted.RankAt(p) - 1]),
                        $"{p}"
                    );
                }
            }
        }
    }

    [FsCheck.NUnit.Property(Replay = "112233,445567")]
    public Property Paths_are_ordered_by_their_doubles(NonEmptyArray<NormalFloat> values, bool near)
    {
        // Near one another the upper halves of all numbers are the same.
        double[] column =
        [
            .. values.Get.Select(value => near ? 1 + (1e-9 * (Math.Clamp(value.Get, -1e3, 1e3) + 1)) : value.Get),
            0.0,
            -1.0,
        ];
        var order = RadixSort.Order(column);
        return (
            order.Order().SequenceEqual(Enumerable.Range(0, column.Length))
            && order.Zip(order.Skip(1)).All(pair => column[pair.First] <= column[pair.Second])
        ).ToProperty();
    }
}
