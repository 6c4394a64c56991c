using RiskEngine.Loading.Batches;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Sweeps;

/// <summary>The points of a sweep, each made when it is asked for: a plan of many points takes no more memory than one of few.</summary>
public abstract class SweepDesign
{
    /// <summary>Number of points.</summary>
    public abstract long Count { get; }

    /// <summary>What is changed at a point.</summary>
    /// <param name="point">The point, from 0.</param>
    public abstract IReadOnlyList<SweptValue> At(long point);

    /// <summary>The design that a batch file asks for.</summary>
    public static SweepDesign Of(BatchFile batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Design switch
        {
            DesignKind.OneAtATime => new OneAtATimeDesign(batch.Sweep),
            DesignKind.LatinHypercube => new LatinHypercubeDesign(SweptRange.Of(batch.Sweep), batch.Points, batch.DesignSeed),
            DesignKind.Sobol => new SobolDesign(SweptRange.Of(batch.Sweep), batch.Points, batch.DesignSeed),
            _ => new GridDesign(batch.Sweep),
        };
    }
}
