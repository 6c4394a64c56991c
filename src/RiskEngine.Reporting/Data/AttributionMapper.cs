using System.Text.Json;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Data;

/// <summary>Turns what carries the answer into what results.json holds.</summary>
internal static class AttributionMapper
{
    public static AttributionData Map(AttributionResults results) =>
        new(
            [.. results.Contributions.Select(Contribution)],
            [.. results.ContributionsWithViews.Select(Contribution)],
            [
                .. results.Shapley.Select(s => new ShapleyData(
                    Name(s.Over),
                    s.Portfolio.Id.Value,
                    s.Variant.Id,
                    s.Horizon.Id.Value,
                    s.Paths,
                    s.IsExact,
                    [.. s.Shares.Select(p => new ShapleyShareData(p.Id, CaseMapper.Effect(p.Share)))],
                    [.. s.Pairs.Select(p => new ShapleyPairData(p.First, p.Second, FigureData.From(p.Mean), FigureData.From(p.Es95)))]
                )),
            ],
            [.. results.Claims.Select(Claim)],
            [
                .. results.PredictionTimings.Select(p => new PredictionTimingData(
                    p.Thesis.Id.Value,
                    p.Prediction.Id.Value,
                    p.Dates,
                    Figures(p.Probabilities)
                )),
            ],
            [
                .. results.Indicators.Select(i => new IndicatorInformationData(
                    i.Thesis.Id.Value,
                    i.Indicator.Id.Value,
                    [.. i.Judged.Select(p => p.Id.Value)],
                    FigureData.From(i.ThesisTrue),
                    i.Horizon.Id.Value,
                    [.. i.Readings.Select(r => new IndicatorReadingData(Name(r.Kind), r.Level, Side(r.Above), Side(r.Below)))]
                )),
            ],
            [.. results.ReverseStress.Select(Stress)],
            [.. results.TailDependence.Select(t => Pair(t, i => i.Id.Value))],
            [.. results.FactorTailDependence.Select(t => Pair(t, f => f.Id.Value))]
        );

    private static TailDependenceData Pair<T>(TailDependenceResult<T> t, Func<T, string> id) =>
        new(
            id(t.First),
            id(t.Second),
            FigureData.Known(t.Correlation),
            FigureData.From(t.Worst5),
            FigureData.From(t.Worst1),
            FigureData.From(t.Best5)
        );

    private static ContributionData Contribution(ContributionResult c) =>
        new(
            c.Portfolio.Id.Value,
            c.Variant.Id,
            c.Horizon.Id.Value,
            c.Paths,
            new RiskTotalsData(c.Total.Volatility, c.Total.Var95, c.Total.Es95),
            Parts(c.Positions),
            Parts(c.Groups),
            Parts(c.Factors),
            c.RSquared
        );

    private static List<RiskPartData> Parts(IReadOnlyList<RiskPart> parts) =>
        [
            .. parts.Select(p => new RiskPartData(
                Name(p.Kind),
                p.Id,
                p.Weight,
                FigureData.From(p.Volatility),
                FigureData.From(p.Var95),
                FigureData.From(p.Es95),
                p.MarginalEs95,
                p.Presence is null ? null : CaseMapper.Effect(p.Presence)
            )),
        ];

    private static ClaimData Claim(ClaimResult c) =>
        new(
            new ClaimRef(c.Thesis.Id, c.Claim.Id).ToString(),
            c.Claim.Line,
            c.Claim.Says,
            [.. c.Uses.Select(u => new ClaimUseData(Name(u.Kind), u.Id))],
            [
                .. c.Effects.Select(e => new ClaimEffectData(
                    e.Portfolio.Id.Value,
                    e.Variant.Id,
                    e.Horizon.Id.Value,
                    CaseMapper.Effect(e.Change)
                )),
            ],
            [
                .. c.BreakEvens.Select(b => new ClaimBreakEvenData(
                    b.Portfolio.Id.Value,
                    FigureData.From(b.Advantage),
                    FigureData.From(b.IfFalse),
                    FigureData.From(b.Probability)
                )),
            ],
            c.Paths
        );

    private static ReadingSideData Side(ReadingSide side) =>
        new(
            FigureData.From(side.Probability),
            FigureData.From(side.ThesisTrue),
            [
                .. side.Profits.Select(p => new ConditionalProfitData(
                    p.Portfolio.Id.Value,
                    FigureData.From(p.AsHeld),
                    FigureData.From(p.FollowingAdds)
                )),
            ]
        );

    private static ReverseStressData Stress(ReverseStressResult s) =>
        new(
            s.Portfolio.Id.Value,
            s.Variant.Id,
            s.Horizon.Id.Value,
            s.Loss,
            s.IsNamed,
            FigureData.From(s.Probability),
            s.TailPaths,
            s.WorstLoss,
            FigureData.Known(s.GaussianDistance),
            [.. s.Moves.Select(m => new StressMoveData(m.Factor.Id.Value, m.Usual, m.Bad, FigureData.From(m.Deviations), m.MostLikely))],
            FigureData.Known(s.OwnRisk),
            [
                .. s.Occurrences.Select(h => new StressOccurrenceData(
                    Name(h.Kind),
                    h.Id,
                    FigureData.From(h.Among),
                    FigureData.From(h.Elsewhere),
                    FigureData.From(h.Ratio)
                )),
            ],
            [
                .. s.Claims.Select(c => new StressClaimData(
                    [.. c.Claims.Select(r => r.ToString())],
                    Name(c.Fails),
                    FigureData.From(c.Among),
                    FigureData.From(c.Elsewhere),
                    FigureData.From(c.Ratio)
                )),
            ],
            new StressTogetherData(s.Together.Claims, s.Together.Among, s.Together.Overall),
            s.Representative is null ? null : new RepresentativePathData(s.Representative.Path, [.. s.Representative.Entries.Select(Entry)])
        );

    private static PathEntryData Entry(PathEntry e) =>
        new(
            e.Date,
            FigureData.Known(e.Value),
            [.. e.Occurrences.Select(h => new PathOccurrenceData(Name(h.Kind), h.Name))],
            [.. e.Factors.Select(f => new PathFactorMoveData(f.Factor.Id.Value, f.Value, f.Deviations))]
        );

    private static List<FigureData> Figures(IReadOnlyList<Estimate> estimates) => [.. estimates.Select(FigureData.From)];

    /// <summary>The word of an enumeration as files write it: <c>most-informative</c>.</summary>
    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
