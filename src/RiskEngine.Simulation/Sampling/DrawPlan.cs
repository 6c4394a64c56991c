using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Parameters;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Sampling;

/// <summary>
/// All random numbers that some cases read, each stream once: cases that are simulated together share their draws. A case finds its own
/// by the places in <see cref="CaseDraws"/>.
/// </summary>
internal sealed class DrawPlan
{
    private readonly Places<RandomStream> shocks = new();
    private readonly Places<RandomStream> own = new();
    private readonly Places<RandomStream> extraNormals = new();
    private readonly Places<RandomStream> extraUniforms = new();
    private readonly Places<PathDraw> once = new();

    private DrawPlan(uint[] counters) => Counters = counters;

    /// <summary>Which draws come from Sobol's points; null for other methods.</summary>
    public SobolPlan? Sobol { get; private init; }

    /// <summary>Whether odd paths mirror even ones.</summary>
    public bool IsMirrored { get; private init; }

    /// <summary>For each step the counter of its draws.</summary>
    public uint[] Counters { get; }

    /// <summary>Steps to the end of the longest case.</summary>
    public int Steps { get; private set; }

    /// <summary>Steps to the last horizon: beyond it no instrument moves.</summary>
    public int PricedSteps { get; private set; }

    /// <summary>Streams of the factors' normals, before they are correlated.</summary>
    public IReadOnlyList<RandomStream> Shocks => shocks.Things;

    /// <summary>Streams of the instruments' own normals.</summary>
    public IReadOnlyList<RandomStream> Own => own.Things;

    /// <summary>Streams of the further normals that processes need.</summary>
    public IReadOnlyList<RandomStream> ExtraNormals => extraNormals.Things;

    /// <summary>Streams of the uniforms that processes need.</summary>
    public IReadOnlyList<RandomStream> ExtraUniforms => extraUniforms.Things;

    /// <summary>What is drawn once a path.</summary>
    public IReadOnlyList<PathDraw> Once => once.Things;

    /// <summary>The cases' places, in their order.</summary>
    public IReadOnlyList<CaseDraws> Counterfactuals { get; private set; } = [];

    /// <summary>Collects what cases on the same grid draw.</summary>
    /// <param name="counterfactuals">The cases and counterfactuals, and what is needed of each.</param>
    /// <param name="sobol">Which draws come from Sobol's points; null for other methods.</param>
    /// <param name="isMirrored">Whether odd paths mirror even ones.</param>
    public static DrawPlan Of(
        IReadOnlyList<(CasePlan Plan, int Steps, bool[] NeededInstruments)> counterfactuals,
        SobolPlan? sobol,
        bool isMirrored
    )
    {
        // A bridge is always built whole: which cases are simulated, and how far, changes no draw.
        var draws = new DrawPlan(counterfactuals[0].Plan.DrawCounters)
        {
            Steps = sobol?.Shocks.Placed.Count ?? counterfactuals.Max(w => w.Steps),
            PricedSteps = sobol?.Own.Placed.Count ?? counterfactuals.Max(w => Math.Min(w.Steps, w.Plan.LastHorizonDate)),
            Sobol = sobol,
            IsMirrored = isMirrored,
        };
        foreach (var stream in sobol?.ShockStreams ?? [])
            draws.shocks.Of(stream);
        foreach (var stream in sobol?.OwnStreams ?? [])
            draws.own.Of(stream);
        draws.Counterfactuals = [.. counterfactuals.Select(w => draws.PlacesOf(w.Plan, w.NeededInstruments))];
        return draws;
    }

    private CaseDraws PlacesOf(CasePlan plan, bool[] needed) =>
        new()
        {
            Shocks = [.. plan.Factors.Select(f => shocks.Of(f.Shocks))],
            ExtraNormals = [.. plan.Factors.Select(f => PlacesOf(f.ExtraNormals, extraNormals))],
            ExtraUniforms = [.. plan.Factors.Select(f => PlacesOf(f.ExtraUniforms, extraUniforms))],
            Parameters = [.. plan.Factors.Select(f => PlacesOf(f.Parameters))],
            OwnParameters = [.. plan.Instruments.Select((i, at) => needed[at] && i.Own is { } p ? PlacesOf(p.Parameters) : [])],
            OwnExtraNormals =
            [
                .. plan.Instruments.Select((i, at) => needed[at] && i.Own is { } p ? PlacesOf(p.ExtraNormals, extraNormals) : []),
            ],
            OwnExtraUniforms =
            [
                .. plan.Instruments.Select((i, at) => needed[at] && i.Own is { } p ? PlacesOf(p.ExtraUniforms, extraUniforms) : []),
            ],
            Own = [.. plan.Instruments.Select((i, at) => needed[at] && i.OwnDeviation.Length > 0 ? own.Of(i.OwnShocks) : -1)],
            Occurrences = [.. plan.Events.Select(e => e.MayOccur ? once.Of(new PathDraw(e.Occurrences, ParameterQuantile.Hazard)) : -1)],
            Severities = [.. plan.Events.Select(e => e.MayOccur ? once.Of(new PathDraw(e.Severity, ParameterQuantile.Rank)) : -1)],
            Exits = [.. plan.Companies.Select(c => once.Of(new PathDraw(c.ExitDraws, ParameterQuantile.Hazard)))],
            Routes = [.. plan.Companies.Select(c => once.Of(new PathDraw(c.RouteDraws, ParameterQuantile.Rank)))],
            Multiples = [.. plan.Companies.Select(c => once.Of(new PathDraw(c.MultipleDraws, ParameterQuantile.Rank)))],
            DownRounds = [.. plan.Companies.Select(c => once.Of(new PathDraw(c.DownRoundDraws, ParameterQuantile.Hazard)))],
        };

    private int[] PlacesOf(ParameterSampler[] parameters) =>
        Array.ConvertAll(parameters, p => p.Quantile.IsConstant ? -1 : once.Of(new PathDraw(p.Stream, p.Quantile)));

    private static int[] PlacesOf(RandomStream[] streams, Places<RandomStream> places) => Array.ConvertAll(streams, places.Of);

    private sealed class Places<T>
        where T : notnull
    {
        private readonly Dictionary<T, int> places = [];
        private readonly List<T> things = [];

        public IReadOnlyList<T> Things => things;

        public int Of(T thing)
        {
            if (places.TryGetValue(thing, out var at))
                return at;
            things.Add(thing);
            return places[thing] = things.Count - 1;
        }
    }
}

/// <summary>A number that is drawn once a path.</summary>
/// <param name="Stream">The stream of its uniforms.</param>
/// <param name="Quantile">What makes them numbers.</param>
internal readonly record struct PathDraw(RandomStream Stream, ParameterQuantile Quantile);

/// <summary>Where a case's draws stand in a <see cref="DrawPlan"/>.</summary>
internal sealed class CaseDraws
{
    /// <summary>By factor.</summary>
    public required int[] Shocks { get; init; }

    /// <summary>By factor and number.</summary>
    public required int[][] ExtraNormals { get; init; }

    /// <summary>By factor and number.</summary>
    public required int[][] ExtraUniforms { get; init; }

    /// <summary>By factor and parameter; -1 where there is nothing to draw.</summary>
    public required int[][] Parameters { get; init; }

    /// <summary>By instrument; -1 where it has no own risk or is not needed.</summary>
    public required int[] Own { get; init; }

    /// <summary>By instrument and parameter of its own process; -1 where there is nothing to draw.</summary>
    public required int[][] OwnParameters { get; init; }

    /// <summary>By instrument and number, of its own process.</summary>
    public required int[][] OwnExtraNormals { get; init; }

    /// <summary>By instrument and number, of its own process.</summary>
    public required int[][] OwnExtraUniforms { get; init; }

    /// <summary>By event: the hazard after which it first occurs; -1 where it never does.</summary>
    public required int[] Occurrences { get; init; }

    /// <summary>By event: the severity rank of its first occurrence; -1 where it never occurs.</summary>
    public required int[] Severities { get; init; }

    /// <summary>By company: the hazard after which it exits.</summary>
    public required int[] Exits { get; init; }

    /// <summary>By company: the rank that decides the route.</summary>
    public required int[] Routes { get; init; }

    /// <summary>By company: the rank of the exit's multiple.</summary>
    public required int[] Multiples { get; init; }

    /// <summary>By company: the hazard after which its first down round comes.</summary>
    public required int[] DownRounds { get; init; }
}
