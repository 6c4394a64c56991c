using RiskEngine.Numerics.QuasiRandom;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Sampling;

/// <summary>
/// Which draws take which dimensions of Sobol's points: what decides most comes first. The first dimensions are the portfolios at the
/// headline horizon, what every event and held private company comes to by then, and these companies' own moves; then when within the time
/// the portfolios moved, every factor and held instrument's own risk; then what happens again, the last and the other horizons, parameters,
/// and what factors share after an occurrence. What is left stays pseudo-random, which adds error but no bias.
/// </summary>
/// <remarks>Made from the base case alone, so that a case's draws do not depend on what is simulated beside it.</remarks>
internal sealed class SobolPlan
{
    // Further levels of the bridge decide little, and high dimensions are filled no better than by chance.
    private const int ShockLevels = 5;
    private const int OwnLevels = 3;
    private const int MostDimensions = 640;

    // On turned levels a portfolio has a coordinate of its own. Horizons come first in the bridge, then what tells when before the middle
    // one it moved.
    private const int MostRotated = 16;
    private const int EarlyLevels = 2;

    private readonly Dictionary<(StreamKey, int), int> dimensions = [];
    private readonly StreamKey[] decided;
    private readonly StreamKey[] shared;
    private readonly RandomStream scrambling;
    private readonly ScrambledSobol points;

    /// <summary>Assigns dimensions.</summary>
    /// <param name="plan">The base case.</param>
    /// <param name="sampling">The replicates.</param>
    /// <param name="scrambling">The stream of the scramblings' seeds.</param>
    public SobolPlan(CasePlan plan, PathSampling sampling, RandomStream scrambling)
    {
        this.scrambling = scrambling;
        Sampling = sampling;
        var years = plan.Grid.Years;
        double[] ends = [.. Enumerable.Range(1, plan.Grid.StepCount).Select(k => years[k])];
        var middle = plan.HorizonDates[Math.Min(1, plan.HorizonDates.Length - 1)];
        int[] horizons =
        [
            .. new[] { middle, plan.LastHorizonDate }.Concat(plan.HorizonDates).Where(d => d > 0).Select(d => d - 1).Distinct(),
        ];
        var early = new BrownianBridge(ends[..middle], [.. horizons.Where(k => k < middle)]).Placed;
        Own = new BrownianBridge(ends[..plan.LastHorizonDate], [.. horizons.Concat(early).Distinct()]);
        Shocks = new BrownianBridge(ends, [.. Own.Placed.Take(RotatedLevels)]);

        var instruments = plan
            .Portfolios.SelectMany(p => p.Instruments)
            .Concat(plan.Overlays.SelectMany(o => o.Legs.Select(l => l.Instrument)))
            .Distinct()
            .Where(i => plan.Instruments[i].OwnDeviation.Length > 0)
            .ToArray();
        int[] companies = [.. Enumerable.Range(0, plan.Companies.Length).Where(c => instruments.Contains(plan.Companies[c].Instrument))];
        ShockStreams = [.. plan.Factors.Select(f => f.Shocks)];
        OwnStreams = [.. instruments.Select(i => plan.Instruments[i].OwnShocks)];
        Directions = new PortfolioDirections(plan, instruments);
        double[][] levels = [.. Enumerable.Range(0, RotatedLevels).Select(Shocks.StepsOf)];
        OccurrenceRotations =
        [
            .. plan.Events.Where(OccurrenceRotation.IsFor).Select(e => new OccurrenceRotation(plan, e, Directions, levels)),
        ];
        shared = [.. OccurrenceRotations.SelectMany(t => t.Shared.Select(s => s.Key))];
        SaleRotations =
        [
            .. companies.Select(c => new SaleRotation(plan, c, Directions.Date, Array.IndexOf(instruments, plan.Companies[c].Instrument))),
        ];
        Outcomes = [.. OutcomesOf(plan, companies, middle)];
        decided = [.. Outcomes.SelectMany(o => o.Streams.Select(s => s.Key))];
        StreamKey[] shocks = [.. ShockStreams.Select(s => s.Key)];
        StreamKey[] held = [.. OwnStreams.Select(s => s.Key)];

        // After the turn the first few of a level are the portfolios; what happens to them comes right behind.
        var portfolios = shocks.Concat(held).Take(Directions.Found.Count).ToArray();
        Take(portfolios, 0);
        Take(plan.Events.Select(e => e.Occurrences.Key), 0);
        Take(plan.Events.Select(e => e.Severity.Key), 0);
        Take(
            companies
                .Select(c => plan.Companies[c])
                .SelectMany(c => new[] { c.ExitDraws.Key, c.RouteDraws.Key, c.MultipleDraws.Key, c.DownRoundDraws.Key }),
            0
        );
        Take(SaleRotations.Select(t => t.Own.Key), 0);
        foreach (var level in Enumerable.Range(1, RotatedLevels - 1).Where(l => Own.Placed[l] < Directions.Date).Take(EarlyLevels))
            Take(portfolios, level);
        Take(shocks, 0);
        Take(held, 0);
        Take(companies.Select(c => plan.Companies[c].DownMultipleDraws.Key), 1);
        Take(plan.Events.Where(e => e.Recurs).SelectMany(e => new[] { e.Occurrences.Key, e.Severity.Key }), 1);
        for (var level = 1; level < ShockLevels; level++)
        {
            Take(shocks, level);
            if (level < OwnLevels)
                Take(held, level);
            if (level == 1)
                Take(plan.Factors.SelectMany(f => f.Parameters.Where(p => !p.Quantile.IsConstant).Select(p => p.Stream.Key)), 0);
        }

        for (var step = 0; step < middle; step++)
            Take(shared, step);
        points = new ScrambledSobol(new SobolDirections(dimensions.Count));
    }

    /// <summary>The replicates.</summary>
    public PathSampling Sampling { get; }

    /// <summary>The streams of the factors' normals.</summary>
    public RandomStream[] ShockStreams { get; }

    /// <summary>The streams of held instruments' own normals.</summary>
    public RandomStream[] OwnStreams { get; }

    /// <summary>What is drawn together: an event's occurrence and severity, and whatever ends a held private company.</summary>
    public CompetingRiskDraw[] Outcomes { get; }

    /// <summary>
    /// How the portfolios' normals, and those that factors share, are turned after an occurrence that changes volatility or correlation.
    /// </summary>
    public OccurrenceRotation[] OccurrenceRotations { get; }

    /// <summary>How many streams of normals there are that factors share after an occurrence.</summary>
    public int SharedCount => shared.Length;

    /// <summary>How private companies' own normals are turned where they are sold.</summary>
    public SaleRotation[] SaleRotations { get; }

    /// <summary>How the first levels' normals are turned.</summary>
    public PortfolioDirections Directions { get; }

    /// <summary>How many levels are: on these the two bridges place the same dates.</summary>
    public int RotatedLevels => Math.Min(MostRotated, Own.Placed.Count);

    /// <summary>The bridge of the factors' normals, over the whole grid.</summary>
    public BrownianBridge Shocks { get; }

    /// <summary>The bridge of instruments' own normals, to the last horizon.</summary>
    public BrownianBridge Own { get; }

    /// <summary>
    /// The dimension of a stream's draw: the level of its bridge, the step of a shared normal, or how often it was drawn before; -1 for
    /// none.
    /// </summary>
    public int DimensionOf(RandomStream stream, int level) => dimensions.GetValueOrDefault((stream.Key, level), -1);

    /// <summary>
    /// The place of a stream among those that <see cref="Outcomes"/> draw, in their order; -1 for one that is drawn alone.
    /// </summary>
    public int PlaceOfDecided(RandomStream stream) => Array.IndexOf(decided, stream.Key);

    /// <summary>The place of a stream of shared normals, in the turns' order; -1 for none.</summary>
    public int PlaceOfShared(RandomStream stream) => Array.IndexOf(shared, stream.Key);

    /// <summary>Words of consecutive paths of one replicate.</summary>
    public void Fill(int dimension, long firstPath, Span<uint> words)
    {
        var (replicate, index) = Math.DivRem(firstPath, Sampling.PathsPerReplicate);
        points.Fill(dimension, scrambling.Word(dimension, (uint)replicate), (uint)index, words);
    }

    /// <summary>The word of one path.</summary>
    public uint Word(int dimension, long path)
    {
        var (replicate, index) = Math.DivRem(path, Sampling.PathsPerReplicate);
        return points.Word(dimension, scrambling.Word(dimension, (uint)replicate), (uint)index);
    }

    private static IEnumerable<CompetingRiskDraw> OutcomesOf(CasePlan plan, int[] companies, int steps)
    {
        foreach (var e in plan.Events.Where(e => e.Exit is null || !companies.Contains(e.Exit.Company)))
            yield return new CompetingRiskDraw(CompetingRisk.Occurrence(e, steps));
        foreach (var company in companies)
        {
            CompetingRisk[] causes = [.. CompetingRisk.EndingsOf(plan, company, steps).Where(c => c.Hazard.Any(h => h > 0))];
            if (causes.Length > 0)
                yield return new CompetingRiskDraw(causes);
        }
    }

    private void Take(IEnumerable<StreamKey> streams, int level)
    {
        foreach (var stream in streams)
        {
            if (dimensions.Count < MostDimensions)
                dimensions.TryAdd((stream, level), dimensions.Count);
        }
    }
}
