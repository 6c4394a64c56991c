using RiskEngine.Abstractions.Risks;
using RiskEngine.Numerics.QuasiRandom;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Simulation.Planning;

/// <summary>
/// Which draws take which dimensions of Sobol's points: what decides most comes first. The first dimensions are the portfolios at the middle horizon, every event's
/// first strike and severity, and when within the time the portfolios moved; then every factor, held instrument's own risk and company; then the last and the other
/// horizons, and parameters. What is left stays pseudo-random, which adds error but no bias.
/// </summary>
/// <remarks>Made from the base case alone, so that a case's draws do not depend on what is simulated beside it.</remarks>
internal sealed class SobolPlan
{
    // Further levels of the bridge decide little, and high dimensions are filled no better than by chance.
    private const int ShockLevels = 5;
    private const int OwnLevels = 3;
    private const int MostDimensions = 640;

    // A portfolio's own coordinate on a level costs one dimension, and tells when within the time it moved: what an event does to volatility begins at its date.
    private const int MostTurned = 8;
    private const int EarlyLevels = 2;

    private readonly Dictionary<(StreamKey, int), int> dimensions = [];
    private readonly RandomStream scrambling;
    private readonly ScrambledSobol points;

    /// <summary>Assigns dimensions.</summary>
    /// <param name="plan">The base case.</param>
    /// <param name="sampling">The replicates.</param>
    /// <param name="scrambling">The stream of the scramblings' seeds.</param>
    public SobolPlan(WorldPlan plan, PathSampling sampling, RandomStream scrambling)
    {
        this.scrambling = scrambling;
        Sampling = sampling;
        var years = plan.Grid.Years;
        double[] ends = [.. Enumerable.Range(1, plan.Grid.StepCount).Select(k => years[k])];
        int[] first = [plan.HorizonDates[Math.Min(1, plan.HorizonDates.Length - 1)] - 1, plan.LastHorizonDate - 1, .. plan.HorizonDates.Select(d => d - 1)];
        first = [.. first.Where(k => k >= 0).Distinct()];
        Own = new BrownianBridge(ends[..plan.LastHorizonDate], first);
        Shocks = new BrownianBridge(ends, [.. Own.Placed.Take(TurnedLevels)]);

        var instruments = plan.Portfolios.SelectMany(p => p.Instruments).Concat(plan.Overlays.SelectMany(o => o.Legs.Select(l => l.Instrument))).Distinct()
            .Where(i => plan.Instruments[i].OwnDeviation.Length > 0).ToArray();
        ShockStreams = [.. plan.Factors.Select(f => f.Shocks)];
        OwnStreams = [.. instruments.Select(i => plan.Instruments[i].OwnShocks)];
        Directions = new PortfolioDirections(plan, instruments);
        SharedTurns = [.. plan.Events.SelectMany(e => e.Effects.Where(x => x.Channel == EffectChannel.Correlation).Select(x => new SharedTurn(plan, e, x, Directions)))];
        StreamKey[] shocks = [.. ShockStreams.Select(s => s.Key)];
        StreamKey[] held = [.. OwnStreams.Select(s => s.Key)];

        // After the turn the first few of a level are the portfolios; what strikes, and how hard, comes right behind them.
        var portfolios = shocks.Take(plan.Portfolios.Length).ToArray();
        Take(portfolios, 0);
        Take(plan.Events.Select(e => e.Strikes.Key), 0);
        Take(plan.Events.Select(e => e.Severity.Key), 0);
        Take(SharedTurns.Select(t => t.Shared.Key), 0);
        foreach (var level in Enumerable.Range(1, TurnedLevels - 1).Where(l => Own.Placed[l] < Directions.Date).Take(EarlyLevels)) Take(portfolios, level);
        Take(shocks, 0);
        Take(held, 0);
        Take(plan.Companies.SelectMany(c => new[] { c.ExitDraws.Key, c.RouteDraws.Key, c.MultipleDraws.Key, c.DownRoundDraws.Key }), 0);
        Take(plan.Companies.Select(c => c.DownMultipleDraws.Key), 1);
        for (var level = 1; level < ShockLevels; level++)
        {
            Take(shocks, level);
            if (level < OwnLevels) Take(held, level);
            if (level == 1) Take(plan.Factors.SelectMany(f => f.Parameters.Where(p => !p.Quantile.IsConstant).Select(p => p.Stream.Key)), 0);
        }

        points = new ScrambledSobol(new SobolDirections(dimensions.Count));
    }

    /// <summary>The replicates.</summary>
    public PathSampling Sampling { get; }

    /// <summary>The streams of the factors' normals.</summary>
    public RandomStream[] ShockStreams { get; }

    /// <summary>The streams of held instruments' own normals.</summary>
    public RandomStream[] OwnStreams { get; }

    /// <summary>How the normals are turned that factors share after an event raised their correlation.</summary>
    public SharedTurn[] SharedTurns { get; }

    /// <summary>How the first levels' normals are turned.</summary>
    public PortfolioDirections Directions { get; }

    /// <summary>How many levels are: on these the two bridges place the same dates.</summary>
    public int TurnedLevels => Math.Min(MostTurned, Own.Placed.Count);

    /// <summary>The bridge of the factors' normals, over the whole grid.</summary>
    public BrownianBridge Shocks { get; }

    /// <summary>The bridge of instruments' own normals, to the last horizon.</summary>
    public BrownianBridge Own { get; }

    /// <summary>The dimension of a stream's draw: the level of its bridge, 0 for what is drawn once a path; -1 for none.</summary>
    public int DimensionOf(RandomStream stream, int level) => dimensions.GetValueOrDefault((stream.Key, level), -1);

    /// <summary>Which turn draws a stream of shared normals; -1 for none.</summary>
    public int PlaceOf(RandomStream shared)
    {
        var place = SharedTurns.Length - 1;
        while (place >= 0 && SharedTurns[place].Shared.Key != shared.Key) place--;
        return place;
    }

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

    private void Take(IEnumerable<StreamKey> streams, int level)
    {
        foreach (var stream in streams)
        {
            if (dimensions.Count < MostDimensions) dimensions.TryAdd((stream, level), dimensions.Count);
        }
    }
}
