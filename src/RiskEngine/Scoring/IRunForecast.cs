using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;
using RiskEngine.Results;

namespace RiskEngine.Scoring;

/// <summary>What a run's base case said of portfolios as held and of predictions.</summary>
public interface IRunForecast
{
    /// <summary>A portfolio's value over time, by its value on the as-of date.</summary>
    public Fan Fan(Id<Portfolio> portfolio);

    /// <summary>A portfolio's relative profits, one a path; empty where the run kept none.</summary>
    public ReadOnlyMemory<float> Profits(Id<Portfolio> portfolio, Id<Horizon> horizon);

    /// <summary>The median of a portfolio's relative profits, and their VaR at 95%, a loss.</summary>
    public (double Median, double ValueAtRisk) Measures(Id<Portfolio> portfolio, Id<Horizon> horizon);

    /// <summary>A prediction's probability, 0 to 1.</summary>
    public double Probability(Id<Thesis> thesis, Id<Prediction> prediction);
}
