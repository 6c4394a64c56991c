using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading;
using RiskEngine.Results;

namespace RiskEngine.Uncertainty;

/// <summary>
/// How far errors of estimation and judgement, and words that can be read in more than one way, move the headline figures of the base case:
/// it is simulated anew with its uncertain numbers drawn, those of one kind at a time, and with its advice read otherwise.
/// </summary>
/// <remarks>
/// Nested simulation on common random numbers. The paths of every draw are halved, and the variance that the numbers give a figure is the
/// covariance, over the draws, of the figure on the two halves: the halves' sampling errors are independent, so that they leave it unbiased
/// however few the paths (Gordy and Juneja 2010 correct for the same bias). That of readings is weighted by how likely each is:
/// the variance of the conditional figure in the law of total variance.
/// </remarks>
public static class UncertaintyStudy
{
    /// <summary>The measures whose uncertainty is told.</summary>
    public static IReadOnlyList<MeasureKind> Measures { get; } =
    [MeasureKinds.Mean, MeasureKinds.Var95, MeasureKinds.Es95, MeasureKinds.LossProbability];

    /// <summary>How many numbers of each kind the scenario says are uncertain, and how many recommendations read otherwise.</summary>
    public static IReadOnlyDictionary<UncertaintyKind, int> Sources(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var sources = UncertainNumbers
            .Of(scenario.Ledger, scenario.Uncertainty?.JudgementSpread ?? 0)
            .GroupBy(n => n.Kind)
            .ToDictionary(g => g.Key, g => g.Count());
        sources[UncertaintyKind.Reading] = ReadingMixture.Ambiguous(scenario).Count;
        return sources;
    }

    /// <summary>The study; null where the scenario does not ask for one, or the base case was not simulated.</summary>
    /// <param name="results">The run that it is about.</param>
    /// <param name="source">The scenario's files.</param>
    /// <param name="reading">What the scenario was read with.</param>
    /// <param name="threads">Number of threads, above zero; results do not depend on it.</param>
    /// <param name="cancel">Ends the work.</param>
    public static TotalUncertaintyResults? Of(
        RiskResults results,
        ScenarioSource source,
        ReadOptions reading,
        int threads,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(reading);
        var (scenario, settings) = (results.Scenario, results.Scenario.Uncertainty);
        if (settings?.Draws is not { } draws || results.Base.Case.Id != scenario.Base.Id)
            return null;
        var numbers = UncertainNumbers.Of(scenario.Ledger, settings.JudgementSpread);
        var drawing = new DrawnFigures(scenario, source, reading, new FactorCatalogue([.. reading.Kinds.All]));
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        UncertaintyKind[] kinds = [UncertaintyKind.Estimation, UncertaintyKind.Judgement, UncertaintyKind.Reading];
        var drawn = kinds.ToDictionary(
            kind => kind,
            kind =>
                kind == UncertaintyKind.Reading
                    ? Read(drawing, scenario, draws, options)
                    : Draw(drawing, [.. numbers.Where(n => n.Kind == kind)], draws, options)
        );
        var sources = Sources(scenario);
        FigureUncertainty Figure(int portfolio, Variant variant, int column, MeasureKind measure, int at)
        {
            var figure = results
                .Base.Portfolios[portfolio]
                .Variants.First(v => v.Variant.Id == variant.Id)
                .Horizons[scenario.HeadlineHorizonIndex.Value]
                .Measures[measure];
            UncertaintyShare sampling = new(UncertaintyKind.Sampling, figure.StandardError * figure.StandardError, 0);
            return new FigureUncertainty(
                results.Base.Portfolios[portfolio].Portfolio,
                variant,
                measure,
                figure,
                [
                    sampling,
                    .. kinds.Select(kind => new UncertaintyShare(
                        kind,
                        drawn[kind].Covariance((column * Measures.Count) + at),
                        sources.GetValueOrDefault(kind)
                    )),
                ]
            );
        }

        var columns =
            from p in Enumerable.Range(0, scenario.Base.Model.Portfolios.Count)
            from v in scenario.Base.Model.Variants.Headline
            select (p, scenario.Base.Model.Variants[v]);
        var figures = columns.Index().SelectMany(c => Measures.Select((m, at) => Figure(c.Item.p, c.Item.Item2, c.Index, m, at)));
        return new TotalUncertaintyResults(
            scenario.HeadlineHorizon,
            [.. figures],
            draws,
            drawn.Values.Sum(d => d.Figures.Count(f => f.Figures is null)),
            settings.JudgementSpread
        )
        {
            Held = [.. drawn.Values.SelectMany(d => d.Figures).SelectMany(f => f.Held).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private static DrawnSample Draw(DrawnFigures drawing, UncertainNumber[] numbers, int draws, ParallelOptions options)
    {
        var found = new DrawnFigure[numbers.Length == 0 ? 0 : draws];
        Parallel.For(0, found.Length, options, draw => found[draw] = drawing.Of(numbers, draw, options.CancellationToken));
        return DrawnSample.Even(found);
    }

    private static DrawnSample Read(DrawnFigures drawing, Scenario scenario, int draws, ParallelOptions options)
    {
        var (models, areDrawn) = ReadingMixture.Of(scenario, draws);
        var found = new DrawnFigure[models.Count];
        Parallel.For(0, found.Length, options, at => found[at] = drawing.Of(models[at].Model, options.CancellationToken));
        return areDrawn ? DrawnSample.Even(found) : new DrawnSample(found, [.. models.Select(m => m.Weight)], IsWhole: true);
    }
}
