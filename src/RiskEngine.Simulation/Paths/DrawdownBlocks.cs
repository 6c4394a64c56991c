using RiskEngine.Numerics.Kernels;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>The drawdowns of one block of paths, as deep as looks at every day show them.</summary>
/// <remarks>
/// Between two dates of the grid a value is a Brownian bridge with the deviation that steps of the variant have (<see
/// cref="StepDeviations"/>): its extremes are drawn, all variants with the same draws (<see cref="BridgedExtremesKernel"/>). The first
/// steps are cut, for a fall within a step, from its own peak, matters only while there are few of them. Where an event has moved a value
/// by more than the step's own moves do, the path moves freely about the value before until then, and about the value after from then on,
/// at a time that may be any: the fall is from the peak of the first part to the trough of the second. Steps of a day are as they are.
/// </remarks>
internal sealed class DrawdownBlocks : IValueFollower
{
    /// <summary>How far looks at discrete dates miss an extreme, in deviations of a step: -zeta(1/2) / sqrt(2 pi).</summary>
    private const double Missed = 0.5826;

    private const int CutSteps = 3;
    private const int CutParts = 4;
    private const int LeastDaysToCut = 8;
    private const double Nothing = 1e-9;

    // Mean maximum of a free motion until any time of the step, over that of a bridge: (2/3) sqrt(2 / pi) by sqrt(pi / 8).
    private const double FreeToBridge = 0.849;

    // In deviations of the step: less is as if it came step by step.
    private const double LeastJump = 2;

    private readonly CasePlan plan;
    private readonly PathBlock block;
    private readonly StepDeviations deviations;
    private readonly int paths;
    private readonly float[] last;
    private readonly float[] peaks;
    private readonly float[] troughs;
    private readonly uint[] words;
    private readonly float[] up;
    private readonly float[] down;
    private readonly float[] between;
    private readonly double[] cut;
    private readonly List<int> jumps;
    private readonly (float Last, float Peak, float Trough)[] before;
    private int date;
    private int parts;

    public DrawdownBlocks(CasePlan plan, PathBlock block, StepDeviations deviations, int rows, int paths)
    {
        this.plan = plan;
        this.block = block;
        this.deviations = deviations;
        this.paths = paths;
        last = new float[rows * paths];
        peaks = new float[rows * paths];
        troughs = new float[rows * paths];
        words = new uint[paths];
        up = new float[CutParts * paths];
        down = new float[CutParts * paths];
        between = new float[CutParts * paths];
        cut = new double[paths];
        jumps = new List<int>(paths);
        before = new (float, float, float)[paths];
    }

    public void Start()
    {
        (date, parts) = (0, 0);
        Array.Fill(last, 1);
        Array.Fill(peaks, 1);
        Array.Fill(troughs, 1);
    }

    public void Reach(int date, ReadOnlySpan<bool> jumped)
    {
        this.date = date;
        jumps.Clear();
        for (var k = 0; k < jumped.Length; k++)
        {
            if (jumped[k])
                jumps.Add(k);
        }

        var days = Days(date);
        parts =
            date == 0 || days <= 1 ? 0
            : date <= CutSteps && days >= LeastDaysToCut ? CutParts
            : 1;
        for (var part = 0; part < parts; part++)
        {
            var counter = plan.DrawCounters[date - 1];
            block.FillWords(plan.Extremes, counter, words, (uint)part);
            ExponentialPairKernel.Transform(words, Row(up, part), Row(down, part));
            if (part == 0)
                continue;
            block.FillWords(plan.Between, counter, words, (uint)part);
            InverseNormalKernel.Transform(words, Row(between, part));
        }
    }

    public void Follow(int row, ReadOnlySpan<double> values)
    {
        var rows = new ExtremesRows(Row(last, row), Row(peaks, row), Row(troughs, row));
        var deviation = parts == 0 ? 0 : deviations.Of(row, date - 1);
        if (deviation < Nothing)
        {
            RunningMaximumKernel.Follow(values, rows.Peaks, rows.Troughs);
            for (var k = 0; k < values.Length; k++)
                rows.Last[k] = (float)values[k];
            return;
        }

        for (var j = 0; j < jumps.Count; j++)
            before[j] = (rows.Last[jumps[j]], rows.Peaks[jumps[j]], rows.Troughs[jumps[j]]);
        var shift = Missed * deviation / Math.Sqrt(Days(date));
        var part = 0;
        for (; part < parts - 1; part++)
        {
            Cut(values, rows.Last, part, deviation);
            BridgedExtremesKernel.Follow(cut, rows, Row(up, part), Row(down, part), deviation / Math.Sqrt(parts), shift);
        }

        BridgedExtremesKernel.Follow(values, rows, Row(up, part), Row(down, part), deviation / Math.Sqrt(parts), shift);
        for (var j = 0; j < jumps.Count; j++)
            Jump(jumps[j], before[j], rows, deviation, shift);
    }

    public ReadOnlySpan<float> Troughs(int row) => Row(troughs, row);

    /// <summary>One path on which a value jumped.</summary>
    private void Jump(int k, (float Last, float Peak, float Trough) was, in ExtremesRows rows, double deviation, double shift)
    {
        var (a, b) = (was.Last, rows.Last[k]);
        if (!(Math.Abs(b - a) > LeastJump * deviation * Math.Abs(a)))
            return;
        var (spread, inwards) = ((float)(FreeToBridge * deviation / Math.Sqrt(2)), (float)shift);
        var highest = Math.Max(a, b) * (1 + Math.Max(0, spread * MathF.Sqrt(up[k]) - inwards));
        var lowest = Math.Min(a, b) * (1 - Math.Max(0, spread * MathF.Sqrt(down[k]) - inwards));
        var peak = Math.Max(was.Peak, highest);
        rows.Peaks[k] = peak;
        rows.Troughs[k] = Math.Min(Math.Min(was.Trough, lowest / (b < a ? peak : was.Peak)), b / peak);
    }

    /// <summary>The next value within a step: a part of the way to its end, and the bridge's move (Glasserman 2003, eq. 3.8).</summary>
    private void Cut(ReadOnlySpan<double> values, ReadOnlySpan<float> from, int part, double deviation)
    {
        var left = parts - part;
        var size = deviation * Math.Sqrt((left - 1.0) / (left * (double)parts));
        var normals = Row(between, part + 1);
        for (var k = 0; k < cut.Length; k++)
            cut[k] = from[k] + (values[k] - from[k]) / left + size * from[k] * normals[k];
    }

    private int Days(int to) => to == 0 ? 0 : (int)(plan.DrawCounters[to - 1] - (to == 1 ? 0 : plan.DrawCounters[to - 2]));

    private Span<float> Row(float[] rows, int at) => rows.AsSpan(at * paths, paths);
}
