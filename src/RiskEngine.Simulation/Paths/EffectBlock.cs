using System.Numerics.Tensors;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>What is left of one effect on each path of a block: a part that stays and a part that fades.</summary>
internal sealed class EffectBlock
{
    // A price that an event takes to nothing keeps a millionth of a thousandth, so that logarithms stay finite.
    private const double LeastFactor = 1e-9;

    private readonly double[] lasting;
    private readonly double[] fading;
    private readonly double[] change;

    public EffectBlock(EffectPlan plan, int paths)
    {
        Plan = plan;
        lasting = new double[paths];
        fading = new double[paths];
        change = new double[paths];
    }

    /// <summary>The effect.</summary>
    public EffectPlan Plan { get; }

    /// <summary>By how much the effect changed in this step, strikes and recovery together.</summary>
    public ReadOnlySpan<double> Change => change;

    /// <summary>Forgets all strikes.</summary>
    public void Start()
    {
        Array.Clear(lasting);
        Array.Clear(fading);
    }

    /// <summary>Lets the fading part fade for some time; begins the step's <see cref="Change"/>.</summary>
    public void Recover(double years)
    {
        if (Plan.DecayRate == 0)
        {
            Array.Clear(change);
            return;
        }

        var decay = Math.Exp(-Plan.DecayRate * years);
        TensorPrimitives.Multiply(fading, decay - 1, change);
        TensorPrimitives.Add(fading, change, fading);
    }

    /// <summary>Adds a strike on one path.</summary>
    public void Add(int path, double severityRank)
    {
        var size = Plan.Size.At(Plan.Mirrored ? 1 - severityRank : severityRank);
        if (Plan.InLogs) size = Math.Log(Math.Max(1 + size, LeastFactor));
        lasting[path] += size * (1 - Plan.RecoveryShare);
        fading[path] += size * Plan.RecoveryShare;
        change[path] += size;
    }

    /// <summary>Multiplies normals by one plus the effect, at least zero.</summary>
    public void RaiseVolatility(Span<float> normals)
    {
        for (var i = 0; i < normals.Length; i++) normals[i] *= (float)Math.Max(0, 1 + lasting[i] + fading[i]);
    }

    /// <summary>Mixes in a common normal: sqrt(1 - a) z + sqrt(a) c keeps the variance and takes each pair's correlation r to (1 - a) r + a.</summary>
    public void RaiseCorrelation(Span<float> normals, ReadOnlySpan<float> common)
    {
        for (var i = 0; i < normals.Length; i++)
        {
            var a = Math.Clamp(lasting[i] + fading[i], 0, 1);
            if (a > 0) normals[i] = (float)(Math.Sqrt(1 - a) * normals[i] + Math.Sqrt(a) * common[i]);
        }
    }
}
