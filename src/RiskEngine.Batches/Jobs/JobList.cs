using RiskEngine.Batches.Sweeps;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Jobs;

/// <summary>
/// The jobs of a batch in order, each made when it is asked for: scenarios, cases, portfolios and seeds, and within each combination the
/// points of the sweep.
/// </summary>
/// <param name="scenarios">Number of scenarios.</param>
/// <param name="cases">Ids of the cases.</param>
/// <param name="portfolios">Ids of the portfolios; empty where each job has all.</param>
/// <param name="seeds">The seeds; empty for the scenario's.</param>
/// <param name="design">The points.</param>
public sealed class JobList(
    int scenarios,
    IReadOnlyList<string> cases,
    IReadOnlyList<string> portfolios,
    IReadOnlyList<ulong> seeds,
    SweepDesign design
)
{
    private readonly IReadOnlyList<string?> portfolios = portfolios.Count == 0 ? [null] : [.. portfolios];
    private readonly IReadOnlyList<ulong?> seeds = seeds.Count == 0 ? [null] : [.. seeds.Select(s => (ulong?)s)];

    /// <summary>Number of jobs.</summary>
    public long Count => checked(design.Count * seeds.Count * portfolios.Count * cases.Count * scenarios);

    /// <summary>A job.</summary>
    /// <param name="index">Its number, from 0.</param>
    public Job this[long index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var (rest, point) = Math.DivRem(index, design.Count);
            (rest, var seed) = Math.DivRem(rest, seeds.Count);
            (rest, var portfolio) = Math.DivRem(rest, portfolios.Count);
            (rest, var @case) = Math.DivRem(rest, cases.Count);
            return new Job(index, (int)rest, design.At(point), cases[(int)@case], portfolios[(int)portfolio], seeds[(int)seed]);
        }
    }
}
