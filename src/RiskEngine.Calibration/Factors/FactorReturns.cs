using RiskEngine.Calibration.Estimators;
using RiskEngine.Calibration.Returns;

namespace RiskEngine.Calibration.Factors;

/// <summary>The market's returns and, where asked for, the part of a sector's returns that the market does not explain.</summary>
internal sealed class FactorReturns
{
    private readonly double[] market;
    private readonly double[]? sector;
    private readonly double periodsPerYear;
    private readonly int minimum;

    private FactorReturns(double[] market, double[]? sector, double yearly, CalibrationOptions options)
    {
        this.market = market;
        this.sector = sector;
        periodsPerYear = yearly;
        minimum = options.MinimumReturns;
        if (sector is not null)
            SectorVolatility = Volatility.Estimate(Array.FindAll(sector, double.IsFinite), periodsPerYear);
    }

    /// <summary>Volatility of the sector residual; null without a sector.</summary>
    public VolatilityEstimate? SectorVolatility { get; }

    /// <summary>The market's returns, one a period, NaN where missing.</summary>
    public double[] Market => market;

    /// <summary>The sector's residuals, likewise; null without a sector.</summary>
    public double[]? Sector => sector;

    /// <summary>The sector's own exposures: its beta to the market, and one to what that leaves; null without a sector.</summary>
    public FactorExposures? SectorExposures { get; private init; }

    /// <summary>The factors that the options name; null without a benchmark.</summary>
    public static FactorReturns? Of(ReturnSeries returns, CalibrationOptions options)
    {
        if (options.Benchmark is null)
        {
            return options.Sector is null
                ? null
                : throw new ArgumentException($"Expected a benchmark beside the sector '{options.Sector}', found none.", nameof(options));
        }

        var benchmark = returns.Of(options.Benchmark).ToArray();
        var yearly = returns.PeriodsPerYear(options.Benchmark);
        double[] present = Array.FindAll(benchmark, double.IsFinite);
        if (present.Length >= options.MinimumReturns && present.Distinct().Count() == 1)
            throw new ArgumentException($"Expected a benchmark that moves, found that '{options.Benchmark}' does not.", nameof(options));
        if (present.Length < options.MinimumReturns)
        {
            throw new ArgumentException(
                $"Expected {options.MinimumReturns} returns of the benchmark '{options.Benchmark}' or more, found fewer.",
                nameof(options)
            );
        }

        if (options.Sector is null)
            return new FactorReturns(benchmark, null, yearly, options);

        var index = returns.Of(options.Sector).ToArray();
        var rows = Common(index, benchmark);
        if (rows.Length < options.MinimumReturns)
        {
            throw new ArgumentException(
                $"Expected {options.MinimumReturns} common returns of '{options.Sector}' and '{options.Benchmark}', found {rows.Length}.",
                nameof(options)
            );
        }

        var fit = LinearRegression.Fit(Pick(index, rows), Pick(benchmark, rows));
        var residual = new double[index.Length];
        Array.Fill(residual, double.NaN);
        for (var k = 0; k < rows.Length; k++)
            residual[rows[k]] = fit.Residuals[k];
        return new FactorReturns(benchmark, residual, yearly, options)
        {
            SectorExposures = new FactorExposures(fit.Slopes[0], new ParameterEstimate(1, 0), new ParameterEstimate(0, 0), 1, rows.Length),
        };
    }

    /// <summary>
    /// Betas and own risk of an instrument over the periods in which it and all factors have a return; null where too few.
    /// </summary>
    public FactorExposures? ExposuresOf(ReadOnlySpan<double> instrument)
    {
        var y = instrument.ToArray();
        var rows = sector is null ? Common(y, market) : Common(y, market, sector);
        if (rows.Length < minimum || rows.All(t => market[t] == market[rows[0]]))
            return null;
        var fit = sector is null
            ? LinearRegression.Fit(Pick(y, rows), Pick(market, rows))
            : LinearRegression.Fit(Pick(y, rows), Pick(market, rows), Pick(sector, rows));

        // The error of the residual's volatility allows for its own kurtosis; its value keeps the regression's degrees of freedom.
        var spread = Volatility.Estimate([.. fit.Residuals], periodsPerYear).Annualised;
        var volatility = fit.ResidualDeviation * Math.Sqrt(periodsPerYear);
        return new FactorExposures(
            fit.Slopes[0],
            sector is null ? null : fit.Slopes[1],
            new ParameterEstimate(volatility, spread.StandardError),
            fit.RSquared,
            rows.Length
        );
    }

    /// <summary>What market and sector leave of an instrument's returns, one a period, NaN where one of them is missing.</summary>
    public double[] ResidualOf(ReadOnlySpan<double> instrument, FactorExposures? exposures)
    {
        var left = instrument.ToArray();
        for (var t = 0; exposures is not null && t < left.Length; t++)
            left[t] -= (exposures.Market.Value * market[t]) + (sector is null ? 0 : exposures.Sector!.Value * sector[t]);
        return left;
    }

    private static int[] Common(params double[][] columns) =>
        Enumerable.Range(0, columns[0].Length).Where(t => Array.TrueForAll(columns, column => double.IsFinite(column[t]))).ToArray();

    private static double[] Pick(double[] column, int[] rows) => Array.ConvertAll(rows, t => column[t]);
}
