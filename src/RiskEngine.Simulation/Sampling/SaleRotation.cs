using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Sampling;

/// <summary>
/// Rotates a private company's own normals so that a Sobol dimension draws its move until its sale, on paths on which it is sold or fails
/// before the headline horizon, and its move until that horizon on all others.
/// </summary>
/// <remarks>
/// <para>
/// The problem: a dimension draws the company's move over all steps to the horizon. On a path on which the company is sold in step 3 the
/// stake is cash from then on; the steps after it move nothing, and the dimension is spent in part on what nobody sees.
/// </para>
/// <para>
/// The formula: with w the weights of the steps in the move to the horizon, s those in the move to the sale (both of length one), the
/// reflection H = I - 2 v v', v = (w - s) / |w - s| (Householder 1958), maps w to s. The normals z become H z: their move to the sale,
/// s'(H z) = (H s)'z = w'z, is what the dimension drew.
/// </para>
/// <para>
/// Example: two equal steps, w = (1, 1)/sqrt 2. Normals (1.2, 0.4): the dimension drew w'z = 1.6/sqrt 2 = 1.131. Sold in step 1, s = (1,
/// 0):
/// H z = (1.131, 0.566), whose first step is 1.131; its length, sqrt 1.6, is unchanged.
/// </para>
/// <para>
/// In which step a company is sold depends on draws of events and exits alone, by the base case's hazards without triggers: every case and
/// variant reads the same normals. Given these draws H is orthogonal, so independent standard normals go in and come out.
/// </para>
/// </remarks>
internal sealed class SaleRotation
{
    private readonly CompanyPlan company;
    private readonly int place;
    private readonly HazardCrossing[] reached;
    private readonly CompanyState[] forced; // by each event; after them the company ends by itself

    // By step of the sale: the vector v of the reflection that swaps the move to the horizon and the move to the sale.
    private readonly float[][] reflectors;

    /// <summary>Works out the reflection for every step that the company may be sold in.</summary>
    /// <param name="plan">The base case.</param>
    /// <param name="company">Index of the company.</param>
    /// <param name="steps">Steps to the headline horizon.</param>
    /// <param name="place">The company's place among the rows of own normals.</param>
    public SaleRotation(CasePlan plan, int company, int steps, int place)
    {
        this.company = plan.Companies[company];
        this.place = place;
        Own = plan.Instruments[this.company.Instrument].OwnShocks;

        CompetingRisk[] causes = [.. CompetingRisk.EndingsOf(plan, company, steps - 1)];
        Hazards = [.. causes.Select(c => c.When)];
        reached = [.. causes.Select(c => new HazardCrossing(c.Hazard))];
        forced = [.. plan.Events.Where(e => e.Exit?.Company == company).Select(e => e.Exit!.State)];
        var whole = Flat(plan, steps, steps);
        reflectors = [.. Enumerable.Range(1, steps - 1).Select(sold => Reflector(whole, Flat(plan, sold, steps)))];
    }

    /// <summary>The stream of the company's own normals.</summary>
    public RandomStream Own { get; }

    /// <summary>The streams of the hazards after which something ends it.</summary>
    public RandomStream[] Hazards { get; }

    /// <summary>The stream of the rank that decides how it ends by itself.</summary>
    public RandomStream Routes => company.RouteDraws;

    /// <summary>Reflects the company's own normals of the steps on the paths on which it is sold, in place.</summary>
    /// <param name="hazards">The hazards after which something ends it, a row of paths for each stream.</param>
    /// <param name="routes">The rank that decides how it ends by itself, by path.</param>
    /// <param name="own">All instruments' rows of own normals, step by step.</param>
    /// <param name="rowsPerStep">How many rows a step has.</param>
    public void Apply(ReadOnlySpan<double> hazards, ReadOnlySpan<double> routes, Span<float> own, int rowsPerStep)
    {
        var length = routes.Length;
        for (var path = 0; path < length; path++)
        {
            if (SoldIn(hazards[path..], length, routes[path]) is not { } step)
                continue;
            var v = reflectors[step];
            var dot = 0f;
            for (var k = 0; k < v.Length; k++)
                dot += v[k] * own[(((k * rowsPerStep) + place) * length) + path];
            for (var k = 0; k < v.Length; k++)
                own[(((k * rowsPerStep) + place) * length) + path] -= 2 * dot * v[k];
        }
    }

    /// <summary>The step in which a path's company is sold or fails; null where it is not before the headline horizon.</summary>
    private int? SoldIn(ReadOnlySpan<double> hazards, int stride, double route)
    {
        var (ended, state) = (reflectors.Length, CompanyState.Private);
        for (var c = 0; c < reached.Length; c++)
        {
            var step = reached[c].Of(hazards[c * stride]);
            if (step < ended)
                (ended, state) = (step, c < forced.Length ? forced[c] : company.RouteAt(route).State);
        }

        return state is CompanyState.Sold or CompanyState.Failed ? ended : null;
    }

    /// <summary>What each step weighs in the move over the first of them; of length one.</summary>
    private static double[] Flat(CasePlan plan, int until, int steps)
    {
        double[] weights = [.. Enumerable.Range(0, steps).Select(k => k < until ? Math.Sqrt(plan.Grid.StepYears(k)) : 0)];
        PortfolioDirections.Normalise(weights);
        return weights;
    }

    /// <summary>The vector v of the reflection that maps one direction to another; both of length one.</summary>
    internal static float[] Reflector(double[] from, double[] to)
    {
        double[] v = [.. from.Zip(to, (a, b) => a - b)];
        PortfolioDirections.Normalise(v);
        return [.. v.Select(x => (float)x)];
    }
}
