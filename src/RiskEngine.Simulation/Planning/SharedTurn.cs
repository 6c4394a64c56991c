using RiskEngine.Abstractions.Risks;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Simulation.Planning;

/// <summary>
/// Lets the portfolios' own dimensions also draw the normals that factors share after an event raised their correlation. On paths that it strikes before the middle
/// horizon, what it adds to the portfolios is a few steps' normals in many dimensions, at the losses that matter most: turned together with the portfolios'
/// normals, most of it is in the first dimensions again.
/// </summary>
/// <remarks>
/// The turn depends on the event's own draw alone, by the base case's hazard without triggers: so every case and variant reads the same normals. Given that draw it is an
/// orthogonal change of coordinates: independent standard normals go in and come out, whenever the event really strikes.
/// </remarks>
internal sealed class SharedTurn
{
    private readonly double[] hazard;
    private readonly Turn[] turns;

    /// <summary>Works out the turn for every step that the event may strike in.</summary>
    /// <param name="plan">The base case.</param>
    /// <param name="source">The event.</param>
    /// <param name="effect">Its effect on correlations.</param>
    /// <param name="directions">How the portfolios' normals are turned.</param>
    public SharedTurn(WorldPlan plan, EventPlan source, EffectPlan effect, PortfolioDirections directions)
    {
        (Strikes, Shared) = (source.Strikes, effect.Common);
        var added = 0.0;
        hazard = [.. source.Hazard.Take(directions.Date - 1).Select(h => added += h)];
        turns = [.. Enumerable.Range(0, hazard.Length).Select(step => Of(plan, source, effect, directions, step))];
    }

    /// <summary>The stream of the event's strikes.</summary>
    public RandomStream Strikes { get; }

    /// <summary>The stream of the shared normals.</summary>
    public RandomStream Shared { get; }

    /// <summary>Turns the normals of the paths that are struck, in place.</summary>
    /// <param name="hazards">The hazard after which the event strikes, by path.</param>
    /// <param name="portfolios">The rows of the portfolios' normals, one after the other.</param>
    /// <param name="shared">The shared normals' rows, a step each.</param>
    public void Apply(ReadOnlySpan<double> hazards, Span<float> portfolios, Span<float> shared)
    {
        var length = hazards.Length;
        for (var path = 0; path < length; path++)
        {
            var step = Array.BinarySearch(hazard, hazards[path]);
            if (step < 0) step = ~step;
            if (step >= hazard.Length) continue;
            for (var r = turns[step].Portfolios.Length - 1; r >= 0; r--) Together(turns[step].Portfolios[r], portfolios, shared, path, length);
            Along(turns[step].Steps, shared, path, length);
        }
    }

    private static void Together(float[] v, Span<float> portfolios, Span<float> shared, int path, int length)
    {
        var last = v.Length - 1;
        var dot = v[last] * shared[path];
        for (var j = 0; j < last; j++) dot += v[j] * portfolios[j * length + path];
        for (var j = 0; j < last; j++) portfolios[j * length + path] -= 2 * dot * v[j];
        shared[path] -= 2 * dot * v[last];
    }

    private static void Along(float[] v, Span<float> shared, int path, int length)
    {
        var dot = 0f;
        for (var k = 0; k < v.Length; k++) dot += v[k] * shared[k * length + path];
        for (var k = 0; k < v.Length; k++) shared[k * length + path] -= 2 * dot * v[k];
    }

    private static Turn Of(WorldPlan plan, EventPlan source, EffectPlan effect, PortfolioDirections directions, int strike)
    {
        // What a step's shared normal weighs: the root of the part that is left, of the mean severity, times the root of the step's share of the time.
        var weights = new double[directions.Date];
        for (var k = strike + 1; k < weights.Length; k++)
        {
            var years = plan.Grid.Years[k] - plan.Grid.Years[strike + 1];
            weights[k] = Math.Sqrt(Left(effect, years, 0, 1) * plan.Grid.StepYears(k) / plan.Grid.Years[directions.Date]) * Volatility(source, effect, years);
        }

        var length = PortfolioDirections.Normalise(weights);
        var moves = directions.Moves.Select(m => (double[])[.. m.Along.Take(plan.Factors.Length), length * effect.Factors.Sum(f => m.Correlated[f])]);
        return new Turn(PortfolioDirections.Reflectors(PortfolioDirections.Orthonormal(moves)), PortfolioDirections.Reflectors([weights])[0]);
    }

    private static double Volatility(EventPlan source, EffectPlan effect, double years) => 1 + source.Effects
        .Where(x => x.Channel == EffectChannel.Volatility && x.Factors.Intersect(effect.Factors).Any())
        .Sum(x => Left(x, years, -1, double.PositiveInfinity));

    /// <summary>What is left of an effect after a time, at its median size.</summary>
    private static double Left(EffectPlan effect, double years, double least, double most) =>
        Math.Clamp(effect.Size.At(0.5) * (1 - effect.RecoveryShare + effect.RecoveryShare * Math.Exp(-effect.DecayRate * years)), least, most);

    /// <summary>The reflections for one step of striking.</summary>
    /// <param name="Portfolios">Of the portfolios' normals and the first shared one.</param>
    /// <param name="Steps">Of the shared normals.</param>
    private sealed record Turn(float[][] Portfolios, float[] Steps);
}
