using RiskEngine.Calibration.Estimators;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Calibration.Backtesting.Forecasting;

/// <summary>Student-t returns with mean zero; over several days sums of independent draws, simulated.</summary>
/// <param name="options">Horizon, refits and seed.</param>
/// <param name="name">Names the series' random stream.</param>
internal sealed class StudentTForecaster(ForecastOptions options, string name) : IForecaster
{
    private readonly RandomStream stream = RandomStream.Create(options.Seed, $"backtest/student-t/{name}");
    private (double Scale, IReturnShape Shape)? last;

    /// <inheritdoc/>
    public FitCount Fits { get; private set; }

    /// <inheritdoc/>
    public ReturnForecast Forecast(ReadOnlySpan<double> window, int number)
    {
        if (number % options.Refit == 0 || last is null)
        {
            var fit = StudentT.Parameters(window);
            Fits = new FitCount(Fits.Made + 1, Fits.Failed + (fit is null ? 1 : 0));
            if (fit is { } found)
                last = (found.Scale, new StudentTShape(found.DegreesOfFreedom));
        }

        // Without a fit, ever: normal, until one comes.
        var (scale, shape) = last ?? (Moments.Deviation(window), NormalShape.Instance);
        return options.Periods == 1
            ? new ReturnForecast(0, scale, shape)
            : new ReturnForecast(0, scale, SimulatedSums.Of(stream, number, options.Periods, shape.Draw));
    }
}
