using RiskEngine.Numerics.Kernels;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>
/// What lasting effects on volatility and correlation do to the variances of instruments on one block of paths, so that half of it can be
/// taken out of their drifts. All effects that last are taken out of an instrument in one pass over its row.
/// </summary>
/// <remarks>
/// Formula: E e^(sigma z) = e^(sigma^2 / 2), so that more volatility alone would raise the mean. Example: an event raises a volatility from
/// 20% to 30% for a year; the mean would grow by (0.09 - 0.04) / 2 = 2.5%, which is taken out step by step.
/// </remarks>
internal sealed class ConvexityBlocks
{
    private readonly int paths;
    private readonly EffectPlan[] shaping;
    private readonly double[] table;
    private readonly List<EffectBlock> lasting;
    private readonly int[] rows;
    private readonly double[] coefficients;

    public ConvexityBlocks(CasePlan plan, int paths)
    {
        this.paths = paths;
        shaping = [.. plan.Events.SelectMany(e => e.Effects).Where(x => x.Convexity is not null)];
        table = new double[shaping.Length * 2 * paths];
        lasting = new List<EffectBlock>(shaping.Length);
        rows = new int[2 * shaping.Length];
        coefficients = new double[rows.Length];
    }

    /// <summary>The place of an effect; below zero for effects on levels.</summary>
    public int PlaceOf(EffectPlan effect) => Array.IndexOf(shaping, effect);

    /// <summary>
    /// The two rows of a place: what the two variances of <see cref="ConvexityPlan"/> are multiplied by. They are to be zero on paths that
    /// the event has not occurred.
    /// </summary>
    public Memory<double> RowsOf(int place) => place < 0 ? default : table.AsMemory(place * 2 * paths, 2 * paths);

    /// <summary>Forgets which effects last.</summary>
    public void Clear() => lasting.Clear();

    /// <summary>Notes that an effect lasts on some path.</summary>
    public void Add(EffectBlock effect) => lasting.Add(effect);

    /// <summary>Moves instruments by minus half of the variance that the effects add to them in a step.</summary>
    public void TakeOut(double years, InstrumentBlocks instruments)
    {
        if (lasting.Count == 0)
            return;
        for (var i = 0; i < shaping[0].Convexity!.Within.Length; i++)
        {
            if (instruments.IsIdle(i))
                continue;
            var count = 0;
            foreach (var effect in lasting)
            {
                var (within, across) = (effect.Plan.Convexity!.Within[i], effect.Plan.Convexity.Across[i]);
                if (within == 0 && across == 0)
                    continue;
                (rows[count], coefficients[count]) = (2 * effect.ConvexityPlace, -0.5 * years * within);
                (rows[count + 1], coefficients[count + 1]) = (2 * effect.ConvexityPlace + 1, -years * across);
                count += 2;
            }

            if (count > 0)
                LinearCombinationKernel.Add(0, rows.AsSpan(0, count), coefficients.AsSpan(0, count), table, 0, [], instruments.Added(i));
        }
    }
}
