using System.Numerics.Tensors;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Sampling;

/// <summary>
/// Turns a level's normals so that the first of them moves the first portfolio, the second what the second portfolio does differently, and
/// so on: a portfolio is then to first order a function of one number, which Sobol's best dimension draws (the linear transformation of
/// Imai and Tan 2006, A general dimension reduction technique for derivative pricing, section 3). An orthogonal change of coordinates:
/// independent standard normals go in and come out.
/// </summary>
/// <remarks>
/// Formula: with g the gradient of a portfolio in the normals and a = g / |g|, the reflection z - 2 (v'z) v with v along e1 - a turns the
/// first coordinate into a'z. Example: g = (3, 4) makes a = (0.6, 0.8) and v = (0.45, -0.89); z = (1, 0) becomes (0.6, 0.8), of the same
/// length, and the first normal alone now moves the portfolio, by 5 for each unit.
/// </remarks>
internal sealed class PortfolioDirections
{
    // A direction that hardly differs from those before it tells nothing new.
    private const double LeastNews = 0.05;

    private readonly float[][] reflectors;

    /// <summary>Works out the directions from loadings at the headline horizon.</summary>
    /// <param name="plan">The base case.</param>
    /// <param name="held">Instruments whose own normals follow those of the factors.</param>
    public PortfolioDirections(CasePlan plan, int[] held)
    {
        Date = plan.HeadlineDate;
        var deviations = plan
            .Factors.Select(f => Math.Sqrt(Enumerable.Range(0, Date).Sum(k => Math.Pow(f.Process.Loading(k, Date), 2))))
            .ToArray();
        Gradients = [.. plan.Portfolios.Select(p => Gradient(plan, p, held, deviations, Date))];
        Found = Orthonormal(Gradients.Select(g => g.All));
        reflectors = Reflectors(Found);
    }

    /// <summary>Date index of the headline horizon.</summary>
    public int Date { get; }

    /// <summary>How each portfolio moves.</summary>
    public PortfolioGradient[] Gradients { get; }

    /// <summary>The directions: of length one, at right angles, in the coordinates of <see cref="PortfolioGradient.All"/>.</summary>
    public IReadOnlyList<double[]> Found { get; }

    /// <summary>Turns the normals of one level, in place.</summary>
    /// <param name="shocks">The factors' rows, one after the other.</param>
    /// <param name="own">The held instruments' rows, one after the other.</param>
    /// <param name="length">Length of a row.</param>
    /// <param name="dot">Room for a row.</param>
    public void Turn(Span<float> shocks, Span<float> own, int length, Span<float> dot)
    {
        var count = shocks.Length / length;
        for (var r = reflectors.Length - 1; r >= 0; r--)
        {
            var v = reflectors[r];
            dot.Clear();
            for (var j = 0; j < v.Length; j++)
                TensorPrimitives.MultiplyAdd(Row(shocks, own, j), v[j], dot, dot);
            for (var j = 0; j < v.Length; j++)
            {
                var row = Row(shocks, own, j);
                TensorPrimitives.MultiplyAdd(dot, -2 * v[j], row, row);
            }
        }

        Span<float> Row(Span<float> s, Span<float> o, int j) =>
            j < count ? s.Slice(j * length, length) : o.Slice((j - count) * length, length);
    }

    private static PortfolioGradient Gradient(CasePlan plan, PortfolioPlan portfolio, int[] held, double[] deviations, int date)
    {
        var n = plan.Factors.Length;
        var correlated = new double[n];
        var gradient = new double[n + held.Length];
        for (var p = 0; p < portfolio.Instruments.Length; p++)
        {
            var instrument = plan.Instruments[portfolio.Instruments[p]];
            for (var e = 0; e < instrument.FactorIndices.Length; e++)
            {
                correlated[instrument.FactorIndices[e]] +=
                    portfolio.Weights[p] * instrument.Exposures[e] * deviations[instrument.FactorIndices[e]];
            }

            var at = Array.IndexOf(held, portfolio.Instruments[p]);
            if (at >= 0)
                gradient[n + at] = portfolio.Weights[p] * Math.Sqrt(instrument.OwnDeviation.Take(date).Sum(d => d * d));
        }

        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
                gradient[j] += plan.Cholesky[i * n + j] * correlated[i];
        }

        return new PortfolioGradient(gradient, correlated);
    }

    /// <summary>
    /// Householder reflections whose product takes the k-th unit vector to the k-th direction (Golub and Van Loan 2013, section 5.2).
    /// </summary>
    public static float[][] Reflectors(IReadOnlyList<double[]> directions)
    {
        var turns = new List<double[]>();
        for (var k = 0; k < directions.Count; k++)
        {
            var v = directions[k].ToArray();
            foreach (var before in turns)
                Reflect(before, v);
            for (var i = 0; i < v.Length; i++)
                v[i] = (i == k ? 1 : 0) - v[i];

            // Already there: nothing is to be turned.
            if (Normalise(v) < 1e-12)
                Array.Clear(v);
            turns.Add(v);
        }

        return [.. turns.Select(v => v.Select(x => (float)x).ToArray())];
    }

    /// <summary>
    /// Directions at right angles, of length one: each is what a vector adds to those before it. What adds hardly anything is left out.
    /// </summary>
    public static List<double[]> Orthonormal(IEnumerable<double[]> vectors)
    {
        var found = new List<double[]>();
        foreach (var vector in vectors)
        {
            var direction = vector.ToArray();
            if (Normalise(direction) == 0)
                continue;
            foreach (var before in found)
                Remove(before, direction);
            if (Normalise(direction) > LeastNews)
                found.Add(direction);
        }

        return found;
    }

    /// <summary>Makes a vector one long, and says how long it was; nothing happens to one of length zero.</summary>
    public static double Normalise(double[] x)
    {
        var length = TensorPrimitives.Norm<double>(x);
        if (length > 0)
            TensorPrimitives.Divide(x, length, x);
        return length;
    }

    private static void Reflect(double[] reflector, double[] x)
    {
        var dot = TensorPrimitives.Dot<double>(reflector, x);
        for (var i = 0; i < x.Length; i++)
            x[i] -= 2 * dot * reflector[i];
    }

    private static void Remove(double[] direction, double[] from)
    {
        var dot = TensorPrimitives.Dot<double>(direction, from);
        for (var i = 0; i < from.Length; i++)
            from[i] -= dot * direction[i];
    }
}
