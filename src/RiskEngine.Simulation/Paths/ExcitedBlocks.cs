using System.Runtime.InteropServices;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>
/// The events of one block of paths that excite others, or themselves: Hawkes processes with exponential kernels (Hawkes 1971), simulated
/// exactly within each step.
/// </summary>
/// <remarks>
/// Problem: an occurrence raises hazards from its moment on, so that a step may hold several, and when they come matters. Each event has a
/// unit exponential left (<see cref="EventBlocks"/>), and occurs when its hazard has added up to it (the compensator turns any point
/// process into a Poisson process of rate one: Ozaki 1979 for one event; Brown and Nair 1988 for several). Formula: over a time t that no
/// event occurs in, the hazard adds b t + sum of y (1 - e^(-d t)) / d, with b the hazard that nothing excites and y what each excitation
/// has left, fading at d; where that reaches what is left before the step ends, Newton's method finds when. The first of all events occurs:
/// its excitations rise by their jumps, it draws a new exponential if it recurs, and the search goes on from there. No candidate is thrown
/// away, as thinning (Ogata 1981) would, so that an event keeps its draws whatever is added beside it. Example: b 0.5 a year, one
/// occurrence with offspring 0.5 and half-life a month (d 8.3, y 4.2): the hazard of the month after is 0.04 + 0.25 instead of 0.04.
/// What an occurrence does to prices it does at the end of the step, as for all events, and a step in which the window begins or ends
/// counts for the part that it covers.
/// </remarks>
internal sealed class ExcitedBlocks
{
    private const int MostRounds = 60;

    private readonly CasePlan plan;
    private readonly EventBlocks events;
    private readonly int paths;
    private readonly bool[] has;
    private readonly int[] members;
    private readonly double[][] hazards;
    private readonly double[][][] excitement; // by event and excitation
    private readonly List<int>[] occurred;
    private readonly List<double>[] severities;

    public ExcitedBlocks(CasePlan plan, EventBlocks events, int paths)
    {
        this.plan = plan;
        this.events = events;
        this.paths = paths;
        has = [.. plan.Events.Select((e, at) => e.ExcitedBy.Length > 0 || Array.Exists(plan.Events, o => Excites(at, o)))];
        members = [.. Enumerable.Range(0, has.Length).Where(e => has[e] && plan.Events[e].MayOccur)];
        hazards = [.. has.Select(h => new double[h ? paths : 0])];
        excitement = [.. plan.Events.Select(e => e.ExcitedBy.Select(_ => new double[paths]).ToArray())];
        occurred = [.. has.Select(_ => new List<int>())];
        severities = [.. has.Select(_ => new List<double>())];
    }

    /// <summary>Whether an event excites, or is excited.</summary>
    public bool Has(int e) => has[e];

    /// <summary>The hazard of the step on every path that nothing excites; to be filled before the step.</summary>
    public double[] Hazards(int e) => hazards[e];

    /// <summary>How many occurrences of an event the step has on all paths.</summary>
    public int Count(int e) => occurred[e].Count;

    /// <summary>The paths of some of the step's occurrences, in their order; a path may stand there several times.</summary>
    public ReadOnlySpan<int> Paths(int e, int from, int most) => Some(occurred[e], from, most);

    /// <summary>The severity ranks of the same.</summary>
    public ReadOnlySpan<double> Severities(int e, int from, int most) => Some(severities[e], from, most);

    /// <summary>Forgets all excitement.</summary>
    public void Start()
    {
        foreach (var rows in excitement)
        {
            foreach (var row in rows)
                Array.Clear(row);
        }

        foreach (var e in members)
            Forget(e);
    }

    /// <summary>Takes all paths through a step.</summary>
    public void Step(int step)
    {
        if (members.Length == 0)
            return;
        foreach (var e in members)
            Forget(e);
        for (var path = 0; path < paths; path++)
            Walk(path, step);
    }

    private static bool Excites(int source, EventPlan other) => Array.Exists(other.ExcitedBy, x => x.Source == source);

    private static ReadOnlySpan<T> Some<T>(List<T> all, int from, int most) =>
        CollectionsMarshal.AsSpan(all).Slice(from, Math.Min(most, all.Count - from));

    private void Forget(int e)
    {
        occurred[e].Clear();
        severities[e].Clear();
    }

    /// <summary>One path through a step, from occurrence to occurrence.</summary>
    private void Walk(int path, int step)
    {
        var years = plan.Grid.StepYears(step);
        var rest = years;
        while (true)
        {
            var (first, time) = (-1, rest);
            foreach (var e in members)
            {
                var left = events.Left(e)[path];
                if (double.IsInfinity(plan.Events[e].Hazard[step]) || Added(e, path, step, time, years) < left)
                    continue;
                (first, time) = (e, TimeUntil(e, path, step, left, time, years));
            }

            Pass(path, step, time, years);
            if (first < 0)
                break;
            Occur(first, path, step);
            rest -= time;
        }

        // What is sure to come comes at the end of the step.
        foreach (var e in members)
        {
            if (double.IsInfinity(plan.Events[e].Hazard[step]) && double.IsFinite(events.Left(e)[path]))
                Occur(e, path, step);
        }
    }

    /// <summary>The hazard that an event adds up over some time in which nothing occurs.</summary>
    private double Added(int e, int path, int step, double time, double years)
    {
        var of = plan.Events[e];
        var sum = 0.0;
        for (var x = 0; x < of.ExcitedBy.Length; x++)
        {
            var y = excitement[e][x][path];
            if (y != 0)
                sum += y * (1 - Math.Exp(-of.ExcitedBy[x].Decay * time)) / of.ExcitedBy[x].Decay;
        }

        return hazards[e][path] * time / years + of.Open[step] * sum;
    }

    /// <summary>The hazard a year of an event after some time in which nothing occurs.</summary>
    private double Rate(int e, int path, int step, double time, double years)
    {
        var of = plan.Events[e];
        var sum = 0.0;
        for (var x = 0; x < of.ExcitedBy.Length; x++)
            sum += excitement[e][x][path] * Math.Exp(-of.ExcitedBy[x].Decay * time);
        return hazards[e][path] / years + of.Open[step] * sum;
    }

    /// <summary>
    /// When the hazard reaches what is left: added up it is rising and concave, so that Newton's method from the left stays left.
    /// </summary>
    private double TimeUntil(int e, int path, int step, double left, double most, double years)
    {
        var time = 0.0;
        for (var round = 0; round < MostRounds; round++)
        {
            var move = (left - Added(e, path, step, time, years)) / Rate(e, path, step, time, years);
            if (!(move > 1e-14 * most))
                break;
            time = Math.Min(most, time + move);
        }

        return time;
    }

    /// <summary>Time passes: hazards add up, excitement fades.</summary>
    private void Pass(int path, int step, double time, double years)
    {
        foreach (var e in members)
        {
            if (!double.IsInfinity(plan.Events[e].Hazard[step]))
                events.Left(e)[path] -= Added(e, path, step, time, years);
            var by = plan.Events[e].ExcitedBy;
            for (var x = 0; x < by.Length; x++)
            {
                if (excitement[e][x][path] != 0)
                    excitement[e][x][path] *= Math.Exp(-by[x].Decay * time);
            }
        }
    }

    private void Occur(int e, int path, int step)
    {
        severities[e].Add(events.Note(e, path, step));
        occurred[e].Add(path);
        foreach (var other in members)
        {
            var by = plan.Events[other].ExcitedBy;
            for (var x = 0; x < by.Length; x++)
            {
                if (by[x].Source == e)
                    excitement[other][x][path] += by[x].Jump;
            }
        }
    }
}
