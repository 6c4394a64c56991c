using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;
using RiskEngine.Reporting.Comparing;
using RiskEngine.Reporting.Data;
using RiskEngine.Reporting.Runs;
using RiskEngine.Results;
using RiskEngine.Scoring;

namespace RiskEngine.Reporting.Scoring;

/// <summary>What a run's folder says of its base case.</summary>
public sealed class StoredForecast : IRunForecast
{
    private readonly CaseData of;
    private readonly StoredOutcomes outcomes;

    /// <summary>The base case of a run.</summary>
    /// <exception cref="InvalidDataException">The run has no base case.</exception>
    public StoredForecast(StoredRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        of =
            run.Results.Cases.FirstOrDefault(c => c.Id == "base")
            ?? throw new InvalidDataException(
                $"Expected a run with a base case, found {string.Join(", ", run.Results.Cases.Select(c => c.Id))}."
            );
        outcomes = new StoredOutcomes(run);
    }

    /// <inheritdoc/>
    public Fan Fan(Id<Portfolio> portfolio)
    {
        var fan = AsHeld(portfolio).Fan ?? throw Lacks($"a fan of the portfolio '{portfolio}'");
        return new Fan(fan.Dates, Known(fan.Q05), Known(fan.Q25), Known(fan.Median), Known(fan.Q75), Known(fan.Q95));
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<float> Profits(Id<Portfolio> portfolio, Id<Horizon> horizon) =>
        outcomes.Profits(of.Id, portfolio.Value, HeadlineVariant.AsHeld, horizon.Value);

    /// <inheritdoc/>
    public (double Median, double ValueAtRisk) Measures(Id<Portfolio> portfolio, Id<Horizon> horizon)
    {
        var at =
            AsHeld(portfolio).Horizons.FirstOrDefault(h => h.Horizon == horizon.Value)
            ?? throw Lacks($"the horizon '{horizon}' of the portfolio '{portfolio}'");
        return (Figure(at, MeasureKinds.Median), Figure(at, MeasureKinds.Var95));
    }

    /// <inheritdoc/>
    public double Probability(Id<Thesis> thesis, Id<Prediction> prediction) =>
        of.Predictions.FirstOrDefault(p => p.Thesis == thesis.Value && p.Id == prediction.Value)?.Probability.Value
        ?? throw Lacks($"the prediction '{thesis}', '{prediction}'");

    private VariantData AsHeld(Id<Portfolio> portfolio) =>
        of.Portfolios.FirstOrDefault(p => p.Portfolio == portfolio.Value)
            ?.Variants.FirstOrDefault(v => v.Variant == HeadlineVariant.AsHeld.Id())
        ?? throw Lacks($"the portfolio '{portfolio}' as held");

    private static double Figure(HorizonFigures at, MeasureKind measure) =>
        at.Measures.TryGetValue(measure.Id, out var figure) ? figure.Value ?? double.NaN : double.NaN;

    private static List<double> Known(IReadOnlyList<double?> values) => [.. values.Select(v => v ?? double.NaN)];

    private static InvalidDataException Lacks(string what) => new($"Expected figures with {what}, found none.");
}
