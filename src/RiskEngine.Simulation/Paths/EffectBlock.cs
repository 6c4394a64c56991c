using System.Runtime.InteropServices;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>
/// What is left of one effect on the paths of a block: a part that stays and a part that fades. Most paths are never struck, so all work is
/// done on the list of those that were.
/// </summary>
internal sealed class EffectBlock
{
    // A price that an event takes to nothing keeps a billionth, so that logarithms stay finite.
    private const double LeastFactor = 1e-9;

    private readonly List<int> struck;
    private readonly double[] lasting;
    private readonly double[] fading;
    private readonly double[] change;

    /// <summary>Frames an effect.</summary>
    /// <param name="plan">The effect.</param>
    /// <param name="struck">The paths that its event has struck so far; kept by the event.</param>
    /// <param name="paths">Number of paths in the block.</param>
    public EffectBlock(EffectPlan plan, List<int> struck, int paths)
    {
        Plan = plan;
        this.struck = struck;
        lasting = new double[paths];
        fading = new double[paths];
        change = new double[paths];
    }

    /// <summary>The effect.</summary>
    public EffectPlan Plan { get; }

    /// <summary>Whether anything of it changed in this step, by a strike or by recovery.</summary>
    public bool Changed { get; private set; }

    private ReadOnlySpan<int> Struck => CollectionsMarshal.AsSpan(struck);

    /// <summary>Forgets all strikes.</summary>
    public void Start()
    {
        Array.Clear(lasting);
        Array.Clear(fading);
    }

    /// <summary>Begins a step: lets the fading part fade for some time.</summary>
    public void Recover(double years)
    {
        var decay = Math.Exp(-Plan.DecayRate * years);
        foreach (var path in Struck)
        {
            change[path] = fading[path] * (decay - 1);
            fading[path] += change[path];
        }

        Changed = Plan.DecayRate > 0;
    }

    /// <summary>Adds a strike on one path.</summary>
    public void Add(int path, double severityRank)
    {
        var size = Plan.Size.At(Plan.Mirrored ? 1 - severityRank : severityRank);
        if (Plan.InLogs) size = Math.Log(Math.Max(1 + size, LeastFactor));
        lasting[path] += size * (1 - Plan.RecoveryShare);
        fading[path] += size * Plan.RecoveryShare;
        change[path] += size;
        Changed = true;
    }

    /// <summary>Adds what changed in this step to some row of paths.</summary>
    public void AddChangeTo(Span<double> row)
    {
        foreach (var path in Struck) row[path] += change[path];
    }

    /// <summary>Moves an instrument by what changed in this step.</summary>
    public void Hit(int instrument, InstrumentBlocks instruments)
    {
        foreach (var path in Struck) instruments.Move(instrument, path, change[path]);
    }

    /// <summary>Multiplies normals by one plus the effect, at least zero.</summary>
    public void RaiseVolatility(Span<float> normals)
    {
        foreach (var path in Struck) normals[path] *= (float)Deviation(path);
    }

    /// <summary>Mixes in a common normal: sqrt(1 - a) z + sqrt(a) c keeps the variance and takes each pair's correlation r to (1 - a) r + a.</summary>
    public void RaiseCorrelation(Span<float> normals, ReadOnlySpan<float> common)
    {
        foreach (var path in Struck) normals[path] = (float)(Deviation(path) * normals[path] + Math.Sqrt(Share(path)) * common[path]);
    }

    /// <summary>Moves instruments by minus half of the variance that the effect adds to them in a step.</summary>
    public void TakeOutConvexity(double years, InstrumentBlocks instruments)
    {
        var convexity = Plan.Convexity!;
        foreach (var path in Struck)
        {
            var deviation = Deviation(path);
            var within = -0.5 * years * (Plan.Channel == EffectChannel.Volatility ? deviation * deviation - 1 : Share(path));
            var across = -years * (deviation - 1);
            for (var i = 0; i < convexity.Within.Length; i++)
            {
                var move = within * convexity.Within[i] + across * convexity.Across[i];
                if (move != 0) instruments.Move(i, path, move);
            }
        }
    }

    /// <summary>The common normal's part of a correlation effect, 0 to 1.</summary>
    private double Share(int path) => Math.Clamp(lasting[path] + fading[path], 0, 1);

    /// <summary>What the effect multiplies a normal by.</summary>
    private double Deviation(int path) => Plan.Channel == EffectChannel.Volatility
        ? Math.Max(0, 1 + lasting[path] + fading[path])
        : Math.Sqrt(1 - Share(path));
}
