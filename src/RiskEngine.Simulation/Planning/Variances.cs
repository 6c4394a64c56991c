using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.LinearAlgebra;
using RiskEngine.Simulation.Dependence;

namespace RiskEngine.Simulation.Planning;

/// <summary>
/// Covariances of the factors' x at every date, from the processes' loadings and the correlation of their normals: exact for processes
/// that are linear in their normals, to first order for the others; what each process has beside its loadings; and what regimes do to
/// volatilities, correlations and drifts, averaged over their states. Events and parameter uncertainty are not in them.
/// </summary>
public sealed class Variances
{
    private readonly IReadOnlyList<RiskFactor> factors;
    private readonly double[,] correlation;
    private readonly FactorCovariances covariances;
    private readonly double[,] residual; // date, factor
    private readonly RegimeDrifts regimeDrifts;
    private readonly RegimeCumulants regimeCumulants;
    private readonly Dictionary<Id<RiskFactor>, int> index;

    private Variances(
        IReadOnlyList<RiskFactor> factors,
        IReadOnlyList<FactorProcess> processes,
        double[,] correlation,
        ShockCovariance shocks,
        FactorCovariances covariances,
        double[,] residual,
        RegimeDrifts regimeDrifts,
        RegimeCumulants regimeCumulants
    )
    {
        Processes = processes;
        this.regimeDrifts = regimeDrifts;
        this.regimeCumulants = regimeCumulants;
        Shocks = shocks;
        this.factors = factors;
        this.correlation = correlation;
        this.covariances = covariances;
        this.residual = residual;
        index = factors.Select((f, at) => (f.Id, at)).ToDictionary(p => p.Id, p => p.at);
    }

    /// <summary>The factors' processes, in the model's order.</summary>
    internal IReadOnlyList<FactorProcess> Processes { get; }

    /// <summary>Covariances of the factors' shocks, step by step.</summary>
    internal ShockCovariance Shocks { get; }

    /// <summary>The covariances of a model's factors on a grid.</summary>
    public static Variances Of(Model model, FactorCatalogue kinds, TimeGrid grid)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentNullException.ThrowIfNull(grid);
        var n = model.Factors.Count;
        var matrix = FactorCorrelation.Of(model).Matrix;
        var processes = model.Factors.Select(f => kinds.KindOf(f).Create(f, grid)).ToArray();
        var copula = model.Copula.DegreesOfFreedom is { } nu ? new StudentCopula(nu) : null;
        var shocks = new ShockCovariance(model, matrix, copula, grid);
        var residuals = new double[grid.Dates.Count, n];
        for (var date = 1; date <= grid.StepCount; date++)
        {
            for (var f = 0; f < n; f++)
                residuals[date, f] = processes[f].ResidualVariance(date);
        }

        var drifts = RegimeDrifts.Of(model, processes, grid);
        return new Variances(
            model.Factors,
            processes,
            matrix,
            shocks,
            new FactorCovariances(processes, shocks, drifts, grid),
            residuals,
            drifts,
            new RegimeCumulants(model, processes, grid)
        );
    }

    /// <summary>Variance of an instrument's log return from its exposures, accumulated to every date.</summary>
    public double[] Of(IReadOnlyList<Exposure> exposures)
    {
        ArgumentNullException.ThrowIfNull(exposures);
        var variance = new double[residual.GetLength(0)];
        int[] at = [.. exposures.Select(IndexOf)];
        for (var a = 0; a < at.Length; a++)
        {
            for (var b = 0; b < at.Length; b++)
            {
                var (between, size) = (covariances.Of(at[a], at[b]), exposures[a].Size * exposures[b].Size);
                for (var date = 1; date < variance.Length; date++)
                    variance[date] += size * between[date];
            }
        }

        foreach (var exposure in exposures.GroupBy(IndexOf))
        {
            var size = exposure.Sum(e => e.Size);
            for (var date = 1; date < variance.Length; date++)
                variance[date] += size * size * residual[date, exposure.Key];
        }

        return variance;
    }

    /// <summary>
    /// For every date the logarithm of the mean of e^(exposures times deviations of x): half the variance, and for factors whose
    /// processes say more (jumps, fat tails, moving variances) or whose regimes do, what their higher cumulants add.
    /// </summary>
    public double[] Convexity(IReadOnlyList<Exposure> exposures)
    {
        var convexity = Of(exposures);
        for (var date = 1; date < convexity.Length; date++)
            convexity[date] /= 2;
        (int Factor, double Size)[] sizes = [.. exposures.GroupBy(IndexOf).Select(e => (e.Key, e.Sum(x => x.Size)))];
        foreach (var (factor, size) in sizes)
        {
            var process = Processes[factor];
            if (process.LogMeans(size) is not { } means)
                continue;
            for (var date = 1; date < convexity.Length; date++)
                convexity[date] += means[date] - size * size * OfProcess(process, date) / 2;
        }

        regimeCumulants.AddTo(sizes, convexity);
        return convexity;
    }

    /// <summary>Covariance of the returns from two sets of exposures through the factors' normals, accumulated to a date.</summary>
    public double Between(IReadOnlyList<Exposure> first, IReadOnlyList<Exposure> second, int date)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var sum = 0.0;
        foreach (var a in first)
        {
            foreach (var b in second)
            {
                sum += a.Size * b.Size * covariances.Of(IndexOf(a), IndexOf(b))[date];
            }
        }

        return sum;
    }

    /// <summary>The mean of what regimes' drifts have added to a factor's x by a date.</summary>
    internal double RegimeDrift(Id<RiskFactor> factor, int date) => regimeDrifts.Mean(index[factor], date);

    /// <summary>The lower Cholesky factor of the correlation, row by row.</summary>
    internal float[] Cholesky()
    {
        var n = factors.Count;
        if (n == 0)
            return [];
        var lower = CholeskyFactor.Lower(correlation);
        var flat = new float[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
                flat[i * n + j] = (float)lower[i, j];
        }

        return flat;
    }

    /// <summary>The variance of x at a date as its process has it, before any regime.</summary>
    internal static double OfProcess(FactorProcess process, int date)
    {
        var sum = process.ResidualVariance(date);
        for (var step = 0; step < date; step++)
            sum += process.Loading(step, date) * process.Loading(step, date);
        return sum;
    }

    private int IndexOf(Exposure exposure) =>
        index.TryGetValue(exposure.Factor, out var at)
            ? at
            : throw new ArgumentException($"Expected an exposure to a factor of the model, found '{exposure.Factor}'.", nameof(exposure));
}
