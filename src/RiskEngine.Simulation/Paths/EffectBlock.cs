using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Numerics.Kernels;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>
/// What is left of one effect on the paths of a block: a part that stays and a part that fades. Where few paths are hit, work is done
/// on the list of those; where many were, on whole rows, in which the others hold what changes nothing. The bits are the same.
/// </summary>
internal sealed class EffectBlock
{
    // A price that an event takes to nothing keeps a billionth, so that logarithms stay finite.
    private const double LeastFactor = 1e-9;

    // From so many hit paths on, a row of vectors takes less time than the list.
    private const int RowsFrom = 24;

    private readonly List<int> occurred;
    private readonly int paths;
    private double[] lasting = [];
    private double[] fading = [];
    private double[] change = [];
    private double[] sizes = [];
    private readonly double[] total;
    private readonly Memory<double> convexity;
    private readonly float[] scale;
    private readonly float[] mix;
    private bool isTouched;
    private bool hasNewOccurrences;
    private bool isPrepared;

    /// <summary>Frames an effect.</summary>
    /// <param name="plan">The effect.</param>
    /// <param name="occurred">The paths on which its event has occurred so far; kept by the event.</param>
    /// <param name="paths">Number of paths in the block.</param>
    /// <param name="convexity">Where it keeps what it does to variances.</param>
    public EffectBlock(EffectPlan plan, List<int> occurred, int paths, ConvexityBlocks convexity)
    {
        Plan = plan;
        this.occurred = occurred;
        this.paths = paths;
        var shapes = plan.Channel != EffectChannel.Level;
        total = new double[shapes ? paths : 0];
        ConvexityPlace = convexity.PlaceOf(plan);
        this.convexity = convexity.RowsOf(ConvexityPlace);
        scale = new float[shapes ? paths : 0];
        mix = new float[shapes ? paths : 0];
    }

    /// <summary>The effect.</summary>
    public EffectPlan Plan { get; }

    /// <summary>Its place among the effects on volatility and correlation; below zero for effects on levels.</summary>
    public int ConvexityPlace { get; }

    /// <summary>Whether anything of it changed in this step, by an occurrence or by recovery.</summary>
    public bool Changed { get; private set; }

    private ReadOnlySpan<int> Occurred => CollectionsMarshal.AsSpan(occurred);

    private bool ByRows => occurred.Count >= RowsFrom;

    /// <summary>Forgets all occurrences.</summary>
    public void Start()
    {
        isPrepared = false;
        if (!isTouched)
            return;
        Array.Clear(lasting);
        Array.Clear(fading);
        Array.Clear(change);
        (isTouched, hasNewOccurrences, Changed) = (false, false, false);
    }

    /// <summary>Begins a step: lets the fading part fade for some time.</summary>
    public void Recover(double years)
    {
        if (!isTouched)
            return;
        if (Plan.DecayRate > 0)
            Fade(Math.Exp(-Plan.DecayRate * years) - 1);
        else if (hasNewOccurrences)
            Array.Clear(change);
        hasNewOccurrences = false;
        Changed = Plan.DecayRate > 0;
    }

    /// <summary>Adds an occurrence on each of some paths.</summary>
    /// <param name="occurredNow">The paths.</param>
    /// <param name="severities">The severity rank of each occurrence.</param>
    public void Add(ReadOnlySpan<int> occurredNow, ReadOnlySpan<double> severities)
    {
        if (occurredNow.IsEmpty)
            return;
        if (lasting.Length == 0)
            TakeMemory();
        var size = sizes.AsSpan(0, occurredNow.Length);
        if (Plan.Mirrored)
            TensorPrimitives.Subtract(1, severities, size);
        else
            severities.CopyTo(size);
        Plan.Size.Fill(size, size);
        if (Plan.InLogs)
        {
            for (var k = 0; k < size.Length; k++)
                size[k] = Math.Max(1 + size[k], LeastFactor);
            LogKernel.Transform(size, size);
        }

        for (var k = 0; k < size.Length; k++)
        {
            var path = occurredNow[k];
            lasting[path] += size[k] * (1 - Plan.RecoveryShare);
            fading[path] += size[k] * Plan.RecoveryShare;
            change[path] += size[k];
        }

        (isTouched, hasNewOccurrences, Changed) = (true, true, true);
    }

    /// <summary>Adds what changed in this step to some row of paths.</summary>
    public void AddChangeTo(Span<double> row)
    {
        if (ByRows)
        {
            TensorPrimitives.Add(row, change, row);
            return;
        }

        foreach (var path in Occurred)
            row[path] += change[path];
    }

    /// <summary>Moves an instrument by what changed in this step.</summary>
    public void Hit(int instrument, InstrumentBlocks instruments)
    {
        if (!instruments.IsIdle(instrument))
            AddChangeTo(instruments.Added(instrument));
    }

    /// <summary>Works out what the effect does to this step's normals; before they are shaped.</summary>
    public void Prepare()
    {
        // Nothing has changed since the last step, or nothing was ever there.
        if (isPrepared && !Changed)
            return;
        isPrepared = true;
        if (isTouched)
            TensorPrimitives.Add(lasting, fading, total);
        else
            Array.Clear(total);
        var within = convexity.Span[..paths];
        var across = convexity.Span[paths..];
        if (Plan.Channel == EffectChannel.Volatility)
        {
            // The deviation d; d^2 - 1 within; d - 1 across.
            TensorPrimitives.Add(total, 1, total);
            TensorPrimitives.Max(total, 0, total);
            TensorPrimitives.Multiply(total, total, within);
            TensorPrimitives.Subtract(within, 1, within);
            TensorPrimitives.ConvertSaturating<double, float>(total, scale);
        }
        else
        {
            // The common normal's part a, 0 to 1; a within; sqrt(1 - a) - 1 across.
            TensorPrimitives.Max(total, 0, within);
            TensorPrimitives.Min(within, 1, within);
            TensorPrimitives.Sqrt(within, total);
            TensorPrimitives.ConvertSaturating<double, float>(total, mix);
            TensorPrimitives.Subtract(1, within, total);
            TensorPrimitives.Sqrt(total, total);
            TensorPrimitives.ConvertSaturating<double, float>(total, scale);
        }

        TensorPrimitives.Subtract(total, 1, across);
    }

    /// <summary>Multiplies normals by one plus the effect, at least zero.</summary>
    public void RaiseVolatility(Span<float> normals)
    {
        if (ByRows)
        {
            TensorPrimitives.Multiply(normals, scale, normals);
            return;
        }

        foreach (var path in Occurred)
            normals[path] *= scale[path];
    }

    /// <summary>
    /// Mixes in a common normal: sqrt(1 - a) z + sqrt(a) c keeps the variance and takes each pair's correlation r to (1 - a) r + a.
    /// </summary>
    public void RaiseCorrelation(Span<float> normals, ReadOnlySpan<float> common)
    {
        if (ByRows)
        {
            TensorPrimitives.Multiply(normals, scale, normals);
            TensorPrimitives.FusedMultiplyAdd(mix, common, normals, normals);
            return;
        }

        foreach (var path in Occurred)
            normals[path] = MathF.FusedMultiplyAdd(mix[path], common[path], scale[path] * normals[path]);
    }

    /// <summary>When it first acts: in counterfactuals, and in few paths, many effects never do.</summary>
    private void TakeMemory()
    {
        lasting = new double[paths];
        fading = new double[paths];
        change = new double[paths];
        sizes = new double[paths];
    }

    private void Fade(double part)
    {
        if (ByRows)
        {
            TensorPrimitives.Multiply(fading, part, change);
            TensorPrimitives.Add(fading, change, fading);
            return;
        }

        foreach (var path in Occurred)
        {
            change[path] = fading[path] * part;
            fading[path] += change[path];
        }
    }
}
