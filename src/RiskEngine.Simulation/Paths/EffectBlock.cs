using System.Numerics.Tensors;
using RiskEngine.Abstractions.Risks;
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
    private readonly double[] within;
    private readonly double[] across;
    private readonly double[] moves;

    public EffectBlock(EffectPlan plan, int paths)
    {
        Plan = plan;
        lasting = new double[paths];
        fading = new double[paths];
        change = new double[paths];
        (within, across, moves) = plan.Convexity is null ? ([], [], []) : (new double[paths], new double[paths], new double[paths]);
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

    /// <summary>Moves instruments by minus half of the variance that the effect adds to them in a step.</summary>
    public void TakeOutConvexity(double years, InstrumentBlocks instruments)
    {
        for (var i = 0; i < lasting.Length; i++)
        {
            var size = lasting[i] + fading[i];
            var deviation = Plan.Channel == EffectChannel.Volatility ? Math.Max(0, 1 + size) : Math.Sqrt(1 - Math.Clamp(size, 0, 1));
            within[i] = -0.5 * years * (Plan.Channel == EffectChannel.Volatility ? deviation * deviation - 1 : Math.Clamp(size, 0, 1));
            across[i] = -years * (deviation - 1);
        }

        for (var i = 0; i < Plan.Convexity!.Within.Length; i++)
        {
            if (Plan.Convexity.Within[i] == 0 && Plan.Convexity.Across[i] == 0) continue;
            TensorPrimitives.Multiply(within, Plan.Convexity.Within[i], moves);
            TensorPrimitives.MultiplyAdd(across, Plan.Convexity.Across[i], moves, moves);
            instruments.Move(i, moves);
        }
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
