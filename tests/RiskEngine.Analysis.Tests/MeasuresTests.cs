using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Tests;

internal sealed class MeasuresTests
{
    private const int Paths = 5_000;
    private static readonly float[] profits = Samples.Lognormal(Samples.Normals(Paths, 81), 0.05, 0.3);
    private static readonly float[] unchanged = Samples.Lognormal(Samples.Normals(Paths, 82), 0.05, 0.3);
    private static readonly float[] drawdowns = [.. profits.Select(x => Math.Clamp(0.3f - (x / 2), 0, 1))];

    [Test]
    public void All_measures_are_there_in_the_order_of_the_catalogue()
    {
        var set = Of(profits);

        Assert.That(set.Select(measure => measure.Key), Is.EqualTo(MeasureKinds.All));
        Assert.That(
            set.Where(measure => !measure.Value.HasError).Select(measure => measure.Key),
            Is.EqualTo(MeasureKinds.OfDeltas),
            "outcomes do not have deltas"
        );
    }

    [Test]
    public void What_was_not_given_is_not_available()
    {
        var set = Measures.Of(profits, [], [], 1, 0.03, 0.2, new float[SortedColumn.ScratchLength(Paths)]);
        MeasureKind[] absent =
        [
            MeasureKinds.BeatUnchangedProbability,
            MeasureKinds.DrawdownMean,
            MeasureKinds.DrawdownQ95,
            MeasureKinds.Cdar95,
            .. MeasureKinds.OfDeltas,
        ];

        Assert.That(set.Where(measure => !measure.Value.IsAvailable).Select(measure => measure.Key), Is.EqualTo(absent));
        Assert.That(absent.Select(kind => kind.NotAvailableWhen), Is.All.Not.Null);
    }

    [Test]
    public void The_buffer_and_its_history_leave_no_trace()
    {
        var scratch = new float[SortedColumn.ScratchLength(Paths) + 17];
        Array.Fill(scratch, float.NaN);

        Assert.That(Measures.Of(profits, drawdowns, unchanged, 1, 0.03, 0.2, scratch), Is.EqualTo(Of(profits)));
    }

    [Test]
    public void Quantiles_ascend_and_tails_are_ordered()
    {
        var set = Of(profits);
        double[] ascending =
        [
            .. new[] { "q01", "q05", "q25", "median", "q75", "q95", "q99" }.Select(id => set[MeasureKinds.Find(id)!].Value),
        ];

        Assert.That(ascending, Is.Ordered);
        Assert.That(set.Var95.Value, Is.EqualTo(-set[MeasureKinds.Q05].Value));
        Assert.That(set.Es95.Value, Is.InRange(set.Var95.Value, set[MeasureKinds.Es99].Value));
    }

    [Test]
    public void A_constant_column_has_no_ratio_and_no_spread()
    {
        var set = Measures.Of(
            Enumerable.Repeat(0.02f, Paths).ToArray(),
            drawdowns,
            unchanged,
            1,
            0.03,
            0.2,
            new float[SortedColumn.ScratchLength(Paths)]
        );

        Assert.That(set.StandardDeviation, Is.EqualTo(Estimate.Exact(0)));
        Assert.That(set.Median, Is.EqualTo(Estimate.Exact(0.02f)));
        Assert.That(set.Es95, Is.EqualTo(Estimate.Exact(-0.02f)));
        Assert.That(set[MeasureKinds.Sharpe].IsAvailable, Is.False);
    }

    [Test]
    public void The_smallest_column_is_measured()
    {
        var set = Measures.Of([-0.5f, 0.5f], [0.5f, 0], [], 1, 0, 0.2, new float[SortedColumn.ScratchLength(2)]);

        Assert.That(set.Mean.Value, Is.Zero);
        Assert.That(set.LossProbability.Value, Is.EqualTo(0.5));
        Assert.That(set.Var95, Is.EqualTo(Estimate.WithoutError(0.5)));
    }

    [Test]
    public void Columns_of_different_length_are_refused()
    {
        Assert.That(
            () => Measures.Of(profits, new float[3], [], 1, 0, 0.2, new float[SortedColumn.ScratchLength(Paths)]),
            Throws.ArgumentException.With.Message.Contains("5000, found 3").And.Property("ParamName").EqualTo("drawdowns")
        );
    }

    private static MeasureSet Of(float[] column) =>
        Measures.Of(column, drawdowns, unchanged, 1, 0.03, 0.2, new float[SortedColumn.ScratchLength(Paths)]);
}
