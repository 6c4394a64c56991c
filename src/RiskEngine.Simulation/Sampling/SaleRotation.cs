using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Sampling;

/// <summary>
/// Lets the dimensions that draw a private company's own move by the headline horizon draw its move by the date of its sale instead,
/// where it
/// is sold, or fails, before: from then on the stake is cash, and what the company would do later moves nothing.
/// </summary>
/// <remarks>
/// The turn depends on draws of events and exits alone, by the base case's hazards without triggers: every case and variant reads the same
/// normals. Given these draws it is an orthogonal change of coordinates: independent standard normals go in and come out, whenever the
/// company is really sold.
/// </remarks>
internal sealed class SaleRotation
{
    private readonly CompanyPlan company;
    private readonly int place;
    private readonly HazardCrossing[] reached;
    private readonly CompanyState[] forced; // by each event; after them the company ends by itself

    // By step of the sale: swaps the move to the horizon, which a dimension draws, and the move to the sale.
    private readonly float[][] reflectors;

    /// <summary>Works out the turn for every step that the company may be sold in.</summary>
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

    /// <summary>Turns the company's own normals of the steps on the paths on which it is sold, in place.</summary>
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

    private static float[] Reflector(double[] from, double[] to)
    {
        double[] v = [.. from.Zip(to, (a, b) => a - b)];
        PortfolioDirections.Normalise(v);
        return [.. v.Select(x => (float)x)];
    }
}
