using System.Numerics.Tensors;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Sampling;

/// <summary>
/// Keeps a portfolio's move a function of one number after an event that raises volatility or correlation.
/// </summary>
/// <remarks>
/// Problem: <see cref="PortfolioDirections"/> turns the normals z so that one of them, a'z with a of length one, moves a portfolio. Once
/// the event has occurred, steps after it weigh more than steps before, and factors share a further normal: the move is now b'z with
/// another b, a function of many of the turned numbers, just on the paths with the largest losses.
/// Formula: for each step of the occurrence and each band of its severity, the reflection z - 2 (v'z) v, with v along b - a, gives
/// coordinates in which a'z is again what moves the portfolio, to first order and as far as the turned levels of the bridge go.
/// Example: two steps of equal weight, a = (0.71, 0.71). The event occurs in the first step and doubles the volatility of the second:
/// b = (1, 2) / sqrt 5 = (0.45, 0.89). After the reflection the first coordinate alone gives 0.45 z1 + 0.89 z2.
/// The turn depends on the event's own draws alone, by the base case's hazard without triggers: so every case and variant reads the same
/// normals. Given these draws it is an orthogonal change of coordinates: independent standard normals go in and come out, whenever the
/// event really occurs. The address of the stream of occurrences still ends with "strike": addresses never change, for the bits would.
/// </remarks>
internal sealed class OccurrenceRotation
{
    // An effect's size is taken in the middle of one of so many equal parts of the severity's ranks.
    private const int SeverityBands = 8;

    private readonly HazardCrossing occurrences;
    private readonly int directionCount;
    private readonly int factorCount;
    private readonly int levelCount;
    private readonly int steps;

    // By step of the occurrence and severity: reflections of the portfolios' normals, level by level, and the shared ones, step by step.
    private readonly Reflectors[] reflectors;

    /// <summary>Works out the turn for every step that the event may occur in, and every severity.</summary>
    /// <param name="plan">The base case.</param>
    /// <param name="source">The event, of which an effect changes volatility or correlation.</param>
    /// <param name="directions">How the portfolios' normals are turned without it.</param>
    /// <param name="levels">What each turned level adds to the steps' normals.</param>
    public OccurrenceRotation(CasePlan plan, EventPlan source, PortfolioDirections directions, double[][] levels)
    {
        (Occurrences, Severity) = (source.Occurrences, source.Severity);
        Shared = [.. source.Effects.Where(x => x.Channel == EffectChannel.Correlation).Select(x => x.Common)];
        (directionCount, factorCount, levelCount, steps) = (directions.Found.Count, plan.Factors.Length, levels.Length, directions.Date);
        occurrences = new HazardCrossing(source.Hazard.Take(steps - 1));
        EffectPlan[] Of(EffectChannel channel) => [.. source.Effects.Where(x => x.Channel == channel)];
        var (volatilities, correlations, found) = (
            Of(EffectChannel.Volatility),
            Of(EffectChannel.Correlation),
            directions.Found.Select(d => Direction.Of(plan, d)).ToArray()
        );
        reflectors =
        [
            .. from step in Enumerable.Range(0, occurrences.Count)
            from band in Enumerable.Range(0, SeverityBands)
            let moves = directions.Gradients.Select(g =>
                Gradient(plan.Grid, volatilities, correlations, found, levels, g, step, (band + 0.5) / SeverityBands)
            )
            select new Reflectors(PortfolioDirections.Reflectors(PortfolioDirections.Orthonormal(moves))),
        ];
    }

    /// <summary>Whether an event has an effect that such a turn is for.</summary>
    public static bool IsFor(EventPlan source) => source.Effects.Any(x => x.Channel != EffectChannel.Level);

    /// <summary>The stream of the event's occurrences.</summary>
    public RandomStream Occurrences { get; }

    /// <summary>The stream of its severities.</summary>
    public RandomStream Severity { get; }

    /// <summary>The streams of the shared normals, one for each effect on correlations.</summary>
    public RandomStream[] Shared { get; }

    /// <summary>Turns the normals of the paths on which the event occurs, in place.</summary>
    /// <param name="hazards">The hazard after which the event occurs, by path.</param>
    /// <param name="severities">The severity rank, by path.</param>
    /// <param name="shocks">The rows of the factors' normals, level by level; of each level the portfolios' come first.</param>
    /// <param name="shocksPerLevel">How many of them a level has.</param>
    /// <param name="own">The rows of instruments' own normals, level by level: those of portfolios that are more than factors.</param>
    /// <param name="ownPerLevel">How many of them a level has.</param>
    /// <param name="shared">The shared normals' rows, a step each, one stream after the other.</param>
    public void Apply(
        ReadOnlySpan<double> hazards,
        ReadOnlySpan<double> severities,
        Span<float> shocks,
        int shocksPerLevel,
        Span<float> own,
        int ownPerLevel,
        Span<float> shared
    )
    {
        var length = hazards.Length;
        var sharedLength = Shared.Length == 0 ? 0 : shared.Length / Shared.Length;
        for (var path = 0; path < length; path++)
        {
            var step = occurrences.Of(hazards[path]);
            if (step == occurrences.Count)
                continue;
            var turn = reflectors[(step * SeverityBands) + Math.Min((int)(severities[path] * SeverityBands), SeverityBands - 1)].Vectors;
            for (var r = turn.Length - 1; r >= 0; r--)
            {
                var v = turn[r];
                var (dot, i) = (0f, 0);
                for (var level = 0; level < levelCount; level++)
                {
                    for (var d = 0; d < directionCount; d++)
                        dot += v[i++] * Normal(shocks, own, level, d);
                }

                for (var s = 0; s < Shared.Length; s++)
                {
                    for (var k = 0; k < steps; k++)
                        dot += v[i++] * shared[(s * sharedLength) + (k * length) + path];
                }

                (dot, i) = (2 * dot, 0);
                for (var level = 0; level < levelCount; level++)
                {
                    for (var d = 0; d < directionCount; d++)
                        Normal(shocks, own, level, d) -= dot * v[i++];
                }

                for (var s = 0; s < Shared.Length; s++)
                {
                    for (var k = 0; k < steps; k++)
                        shared[(s * sharedLength) + (k * length) + path] -= dot * v[i++];
                }
            }

            ref float Normal(Span<float> factors, Span<float> instruments, int level, int d) =>
                ref d < factorCount
                    ? ref factors[(((level * shocksPerLevel) + d) * length) + path]
                    : ref instruments[(((level * ownPerLevel) + d - factorCount) * length) + path];
        }
    }

    /// <summary>How a portfolio moves with its normals on each level and with the shared ones in each step, after an occurrence.</summary>
    private double[] Gradient(
        TimeGrid grid,
        EffectPlan[] volatilities,
        EffectPlan[] correlations,
        Direction[] directions,
        double[][] levels,
        PortfolioGradient portfolio,
        int occurrence,
        double severity
    )
    {
        var gradient = new double[(directionCount * levelCount) + (correlations.Length * steps)];
        var correlated = new double[portfolio.Correlated.Length];
        double[] own = [.. directions.Select(d => TensorPrimitives.Dot(d.Own, portfolio.All.AsSpan(correlated.Length)))];
        for (var k = 0; k < steps; k++)
        {
            portfolio.Correlated.CopyTo(correlated, 0);
            var weight = Math.Sqrt(grid.StepYears(k) / grid.Years[steps]);
            if (k > occurrence)
                Shape(correlated, grid.Years[k] - grid.Years[occurrence + 1], k);
            for (var d = 0; d < directionCount; d++)
            {
                var along = weight * (TensorPrimitives.Dot<double>(directions[d].Correlated, correlated) + own[d]);
                for (var level = 0; level < levelCount; level++)
                    gradient[(level * directionCount) + d] += along * levels[level][k];
            }

            void Shape(double[] moves, double years, int step)
            {
                foreach (var effect in volatilities)
                {
                    foreach (var f in effect.Factors)
                        moves[f] *= Math.Max(1 + Left(effect, severity, years), 0);
                }

                // Each effect mixes its normal into what those before it left: the last one's part is whole.
                for (var c = correlations.Length - 1; c >= 0; c--)
                {
                    var part = Math.Clamp(Left(correlations[c], severity, years), 0, 1);
                    foreach (var f in correlations[c].Factors)
                    {
                        gradient[(directionCount * levelCount) + (c * steps) + step] += weight * Math.Sqrt(part) * moves[f];
                        moves[f] *= Math.Sqrt(1 - part);
                    }
                }
            }
        }

        return gradient;
    }

    /// <summary>What is left of an effect some years after the occurrence.</summary>
    private static double Left(EffectPlan effect, double severity, double years) =>
        effect.Size.At(effect.Mirrored ? 1 - severity : severity)
        * (1 - effect.RecoveryShare + (effect.RecoveryShare * Math.Exp(-effect.DecayRate * years)));

    /// <summary>The reflections that turn the normals for one step and severity, in the order in which they were found.</summary>
    /// <param name="Vectors">The unit vector of each.</param>
    private readonly record struct Reflectors(float[][] Vectors);

    /// <summary>A direction's part in each factor's correlated normal, and in each held instrument's own.</summary>
    private sealed record Direction(double[] Correlated, double[] Own)
    {
        public static Direction Of(CasePlan plan, double[] found)
        {
            var n = plan.Factors.Length;
            return new Direction(
                [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, i + 1).Sum(j => plan.Cholesky[(i * n) + j] * found[j]))],
                found[n..]
            );
        }
    }
}
