using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Comparing;
using RiskEngine.Reporting.Data;
using RiskEngine.Reporting.Runs;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Comparing;

/// <summary>Holds the figures of two runs against each other.</summary>
public static class RunComparer
{
    private static readonly MeasureKind[] measures = [MeasureKinds.Mean, MeasureKinds.Es95, MeasureKinds.LossProbability];

    /// <summary>The comparison, without attribution.</summary>
    /// <param name="before">The run that is compared with.</param>
    /// <param name="after">The run that is explained.</param>
    /// <param name="inputs">Files that differ.</param>
    public static RunComparison Compare(StoredRun before, StoredRun after, IReadOnlyList<InputChange> inputs)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new RunComparison
        {
            Before = before,
            After = after,
            Inputs = inputs,
            Options = [.. Options(before.Manifest, after.Manifest)],
            Figures = [.. Figures(before, after)],
        };
    }

    /// <summary>Of the number of paths and of where they lie nothing follows but how large the noise is.</summary>
    private static IEnumerable<OptionChange> Options(Manifest before, Manifest after)
    {
        IEnumerable<(string Name, string? From, string? To)> all =
        [
            ("engineVersion", before.EngineVersion, after.EngineVersion),
            ("machine", before.Machine, after.Machine),
            .. before
                .Options.Keys.Union(after.Options.Keys)
                .Order(StringComparer.Ordinal)
                .Select(k => (k, before.Options.GetValueOrDefault(k), after.Options.GetValueOrDefault(k))),
        ];
        return all.Where(o => o.From != o.To).Select(o => new OptionChange(o.Name, o.From, o.To));
    }

    private static IEnumerable<FigureChange> Figures(StoredRun before, StoredRun after)
    {
        var sampling = SharedSampling(before.Manifest, after.Manifest);
        var (first, second) = (new StoredOutcomes(before), new StoredOutcomes(after));
        var figures =
            from of in after.Results.Cases
            let other = before.Results.Cases.FirstOrDefault(c => c.Id == of.Id)
            where other is not null
            from portfolio in of.Portfolios
            from variant in Enum.GetValues<HeadlineVariant>()
            from at in Horizons(of, portfolio.Portfolio, variant)
            let then = Horizons(other, portfolio.Portfolio, variant).FirstOrDefault(h => h.Horizon == at.Horizon)
            where then is not null
            let paired = Paired(sampling, of.Id, portfolio.Portfolio, variant, at.Horizon)
            from measure in measures
            select Change(of.Id, portfolio.Portfolio, variant, measure, then, at, paired);
        return figures;

        Effect? Paired(SamplingMethod? method, string of, string portfolio, HeadlineVariant variant, string horizon) =>
            method is { } drawn
            && first.Profits(of, portfolio, variant, horizon) is { } left
            && second.Profits(of, portfolio, variant, horizon) is { } right
            && left.Length == right.Length
                ? ProfitDifference.Of(right, left, drawn)
                : null;
    }

    /// <summary>The way in which both drew the same random numbers; null where the paths of one are not those of the other.</summary>
    private static SamplingMethod? SharedSampling(Manifest before, Manifest after) =>
        before.Seed == after.Seed
        && before.Paths == after.Paths
        && before.Step == after.Step
        && before.Options.GetValueOrDefault("sampling") is { } method
        && method == after.Options.GetValueOrDefault("sampling")
        && Enum.TryParse<SamplingMethod>(method, ignoreCase: true, out var sampling)
            ? sampling
            : null;

    private static IReadOnlyList<HorizonFigures> Horizons(CaseData of, string portfolio, HeadlineVariant variant) =>
        of.Portfolios.FirstOrDefault(p => p.Portfolio == portfolio)?.Variants.FirstOrDefault(v => v.Variant == variant.Id())?.Horizons
        ?? [];

    private static FigureChange Change(
        string of,
        string portfolio,
        HeadlineVariant variant,
        MeasureKind measure,
        HorizonFigures before,
        HorizonFigures after,
        Effect? paired
    )
    {
        var (first, second) = (Figure(before, measure), Figure(after, measure));
        var difference = paired is null
            ? Estimate.Normal(second.Value - first.Value, Math.Sqrt(Square(first.StandardError) + Square(second.StandardError)))
            : Estimate.Normal(second.Value - first.Value, ErrorOf(measure, paired));
        return new FigureChange(of, portfolio, variant, after.Horizon, measure, first, second, difference, paired is not null);
    }

    private static Estimate Figure(HorizonFigures at, MeasureKind measure) =>
        at.Measures.TryGetValue(measure.Id, out var figure) ? figure.ToEstimate() : Estimate.NotAvailable;

    private static double ErrorOf(MeasureKind measure, Effect effect) =>
        measure == MeasureKinds.Mean ? effect.Mean.StandardError
        : measure == MeasureKinds.Es95 ? effect.Es95.StandardError
        : effect.LossProbability.StandardError;

    private static double Square(double value) => value * value;
}
