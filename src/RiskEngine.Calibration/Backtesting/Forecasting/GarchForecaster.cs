using RiskEngine.Calibration.Estimators;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Calibration.Backtesting.Forecasting;

/// <summary>
/// GARCH(1,1) with mean zero: with normal shocks, or with the window's own standardised shocks, drawn with equal chances (filtered
/// historical simulation: Barone-Adesi, Giannopoulos and Vosper 1999). Over several days each path's variance follows its own shocks.
/// </summary>
/// <param name="options">Horizon, refits and seed.</param>
/// <param name="name">Names the series' random stream.</param>
/// <param name="ownShocks">Whether shocks are the window's own.</param>
internal sealed class GarchForecaster(ForecastOptions options, string name, bool ownShocks) : IForecaster
{
    private readonly RandomStream stream = RandomStream.Create(
        options.Seed,
        $"backtest/{(ownShocks ? "filtered-historical" : "garch")}/{name}"
    );
    private GarchParameters? last;
    private double[] variances = [];

    /// <inheritdoc/>
    public FitCount Fits { get; private set; }

    /// <inheritdoc/>
    public ReturnForecast Forecast(ReadOnlySpan<double> window, int number)
    {
        if (number % options.Refit == 0 || last is null)
        {
            var fit = Garch.Parameters(window, last);
            Fits = new FitCount(Fits.Made + 1, Fits.Failed + (fit is null ? 1 : 0));
            last = fit ?? last;
        }

        var deviation = Moments.Deviation(window);
        var law = last ?? new GarchParameters(0, deviation * deviation, 0, 0);
        if (variances.Length != window.Length)
            variances = new double[window.Length];
        var next = law.Filter(window, deviation * deviation, variances);
        if (!ownShocks)
        {
            return options.Periods == 1
                ? new ReturnForecast(0, Math.Sqrt(next), NormalShape.Instance)
                : new ReturnForecast(0, 1, Paths(law, next, number, NormalShape.Instance));
        }

        var shocks = new double[window.Length];
        for (var t = 0; t < shocks.Length; t++)
            shocks[t] = (window[t] - law.Mean) / Math.Sqrt(variances[t]);
        var mean = Moments.Mean(shocks);
        for (var t = 0; t < shocks.Length; t++)
            shocks[t] -= mean;
        var shape = new EmpiricalShape(shocks);
        return options.Periods == 1
            ? new ReturnForecast(0, Math.Sqrt(next), shape)
            : new ReturnForecast(0, 1, Paths(law, next, number, shape));
    }

    private EmpiricalShape Paths(GarchParameters law, double next, int number, IReturnShape shape)
    {
        var sums = new double[SimulatedSums.Paths];
        var uniforms = new double[SimulatedSums.Paths];
        var h = new double[SimulatedSums.Paths];
        Array.Fill(h, next);
        for (var day = 0; day < options.Periods; day++)
        {
            stream.FillUniforms(0, (uint)((number * options.Periods) + day), uniforms);
            for (var path = 0; path < sums.Length; path++)
            {
                var move = Math.Sqrt(h[path]) * shape.Draw(uniforms[path]);
                sums[path] += move;
                h[path] = law.Next(h[path], law.Mean + move);
            }
        }

        return new EmpiricalShape(sums);
    }
}
