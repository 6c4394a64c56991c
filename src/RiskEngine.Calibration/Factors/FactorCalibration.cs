using RiskEngine.Calibration.Estimators;

namespace RiskEngine.Calibration.Factors;

/// <summary>The estimated parameters of one factor.</summary>
/// <param name="Role">What it stands for.</param>
/// <param name="Column">The column that it comes from; of a residual factor its name.</param>
/// <param name="Model">The kind that was fitted; geometric Brownian where the one asked for has no fit, which is then among the
/// skipped.</param>
/// <param name="Parameters">The kind's parameters under their names in market files, a year where they have a time.</param>
/// <param name="FirstReturn">End of the first period with a return.</param>
/// <param name="LastReturn">End of the last period with a return.</param>
/// <param name="Observations">How many returns were used.</param>
public sealed record FactorCalibration(
    FactorRole Role,
    string Column,
    FactorModel Model,
    IReadOnlyList<FittedParameter> Parameters,
    DateOnly FirstReturn,
    DateOnly LastReturn,
    int Observations
)
{
    /// <summary>Of GARCH: volatility of the coming period, on the last day, over the long-run one.</summary>
    public ParameterEstimate? LastRatio { get; init; }

    /// <summary>Returns a year, by which the volatility was annualised.</summary>
    public double PeriodsPerYear { get; init; }

    /// <summary>Of a residual factor: the columns that it moves most, the most moved first.</summary>
    public IReadOnlyList<string> Leading { get; init; } = [];

    /// <summary>Of a residual factor: what it moved by, one a period; not a number where that is not known.</summary>
    internal IReadOnlyList<double> Moves { get; init; } = [];

    /// <summary>The volatility a year.</summary>
    public ParameterEstimate Volatility => Parameters.First(parameter => parameter.Name == "volatility").Estimate;
}

/// <summary>One estimated parameter.</summary>
/// <param name="Name">Its key in market files.</param>
/// <param name="Estimate">The value and its standard error.</param>
public sealed record FittedParameter(string Name, ParameterEstimate Estimate);
