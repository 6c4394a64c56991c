using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Simulation.Sampling;

/// <summary>
/// Draws by one number whether anything occurs by the headline horizon, which of several causes comes first, how and how hard; and by a
/// second number when.
/// </summary>
/// <remarks>
/// Problem: causes compete. Each has an exponential of its own, and comes when its hazard, added up, reaches it; a route and a severity are
/// drawn beside. What they do to a portfolio depends on all these numbers, of which Sobol's points fill no more than a few well.
/// Formula: with H the hazards of all causes added up to the horizon, nothing occurs with probability e^-H. The first uniform falls into
/// that part of its range, or into the part of one cause, as long as that cause's probability to come first. Where within the part it falls
/// is uniform too, and gives the route and the rank of the severity. The second uniform gives the time, by the law of the first occurrence.
/// Causes that would have come later start anew from there, for exponentials forget; uniforms that are left over take the places of those
/// that were used. So what comes out is as uniform and independent as what goes in.
/// Example: hazards of 0.2 and 0.1. Nothing occurs with e^-0.3 = 74.1%: u below 0.741. The other 25.9% are shared two to one: u from 0.741
/// to 0.914 is the first cause, above it the second. u = 0.8 lies 34% into the first cause's part: 0.34 is the rank of its severity.
/// Hazards are the base case's without triggers; a case with other hazards reads draws of the same law.
/// </remarks>
internal sealed class CompetingRiskDraw
{
    private readonly CompetingRisk[] causes;
    private readonly int[] rankRows;
    private readonly double[] quiet;
    private readonly double[] ends;
    private readonly int last;

    // By step: all causes' hazard. By cause and step: its share of it, the hazard added up before, and the probability to have come first
    // by then.
    private readonly double[] totals;
    private readonly double[][] shares;
    private readonly double[][] added;
    private readonly double[][] first;

    /// <summary>Prepares to draw.</summary>
    /// <param name="causes">What competes, at least one; each with as many steps.</param>
    public CompetingRiskDraw(params CompetingRisk[] causes)
    {
        this.causes = causes;
        Streams = [.. causes.Select(c => c.When), .. causes.SelectMany(c => c.Ranks)];
        rankRows = [.. causes.Select((_, at) => causes.Length + causes.Take(at).Sum(c => c.Ranks.Count))];
        quiet = [.. causes.Select(c => Math.Exp(-c.Hazard.Sum()))];
        var steps = causes[0].Hazard.Length;
        totals = [.. Enumerable.Range(0, steps).Select(k => causes.Sum(c => c.Hazard[k]))];
        shares = [.. causes.Select((_, c) => totals.Select((_, k) => Share(c, k)).ToArray())];
        added = [.. causes.Select(_ => new double[steps + 1])];
        first = [.. causes.Select(_ => new double[steps + 1])];
        for (var k = 0; k < steps; k++)
        {
            var alive = Math.Exp(-added.Sum(a => a[k]));
            for (var c = 0; c < causes.Length; c++)
            {
                added[c][k + 1] = added[c][k] + causes[c].Hazard[k];
                first[c][k + 1] = first[c][k] + (alive * -double.ExpM1(-totals[k]) * shares[c][k]);
            }
        }

        ends = new double[causes.Length + 1];
        ends[0] = Math.Exp(-causes.Sum(c => c.Hazard.Sum()));
        for (var c = 0; c < causes.Length; c++)
            ends[c + 1] = ends[c] + first[c][steps];

        // The sums may end some digits below one: what is above belongs to the last cause that can come.
        last = Math.Max(0, Array.FindLastIndex(first, f => f[steps] > 0));
    }

    /// <summary>The streams that are drawn together: the hazards after which the causes come, then their ranks.</summary>
    public IReadOnlyList<RandomStream> Streams { get; }

    /// <summary>Turns separate uniforms into those that are drawn together, in place.</summary>
    /// <param name="uniforms">A row of paths for each stream.</param>
    /// <param name="paths">How many paths a row has.</param>
    public void Apply(Span<double> uniforms, int paths)
    {
        for (var path = 0; path < paths; path++)
        {
            var own = uniforms[path..];
            var u = own[0];
            if (u < ends[0])
            {
                for (var c = 0; c < causes.Length; c++)
                    own[c * paths] *= quiet[c] / (c == 0 ? ends[0] : 1);
                continue;
            }

            var came = 0;
            while (came < last && u >= ends[came + 1])
                came++;
            Come(came, CompetingRisk.Within((u - ends[came]) / (ends[came + 1] - ends[came])), own, paths);
        }
    }

    private void Come(int came, double within, Span<double> own, int stride)
    {
        // The first cause's own number, and its first rank's, have decided; where they are wanted still, those that the cause no longer
        // needs stand in.
        var (second, spare, spareRank) = (own[rankRows[0] * stride], own[came * stride], own[rankRows[came] * stride]);
        var (step, consumed) = TimeOf(came, second);
        for (var c = 0; c < causes.Length; c++)
        {
            var alive = Math.Exp(-added[c][step] - (consumed * shares[c][step]));
            own[c * stride] = c == came ? alive : alive * (c == 0 ? spare : own[c * stride]);
        }

        own[rankRows[0] * stride] = spareRank;
        var cause = causes[came];
        for (var r = 0; r < cause.Ranks.Count; r++)
            own[(rankRows[came] + r) * stride] = r < cause.Ranks.Count - 1 ? within : cause.RankAt(within);
    }

    /// <summary>The step in which a cause that comes first comes, and how much hazard of all causes has been used up within it.</summary>
    private (int Step, double Consumed) TimeOf(int came, double uniform)
    {
        var reached = first[came];
        var target = uniform * reached[^1];
        var (from, to) = (0, reached.Length - 2);
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (reached[middle + 1] <= target)
                from = middle + 1;
            else
                to = middle;
        }

        var part = Math.Clamp((target - reached[from]) / (reached[from + 1] - reached[from]), 0, Math.BitDecrement(1.0));
        return (from, -double.LogP1(part * double.ExpM1(-totals[from])));
    }

    /// <summary>A cause's share of a step's hazard; what is sure to come in it leaves nothing to others.</summary>
    private double Share(int cause, int step)
    {
        if (!double.IsInfinity(totals[step]))
            return totals[step] == 0 ? 0 : causes[cause].Hazard[step] / totals[step];
        return Array.FindIndex(causes, c => double.IsInfinity(c.Hazard[step])) == cause ? 1 : 0;
    }
}
