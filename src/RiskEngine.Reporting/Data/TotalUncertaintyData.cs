using RiskEngine.Results;

namespace RiskEngine.Reporting.Data;

/// <summary>How sure the headline figures are, all kinds of uncertainty together.</summary>
public sealed record TotalUncertaintyData(
    string Horizon,
    int Draws,
    int Refused,
    double JudgementSpread,
    IReadOnlyList<string> Held,
    IReadOnlyList<FigureUncertaintyData> Figures
)
{
    /// <summary>The data of results; null where nothing was studied.</summary>
    public static TotalUncertaintyData? From(TotalUncertaintyResults? results) =>
        results is null
            ? null
            : new(
                results.Horizon.Id.Value,
                results.Draws,
                results.Refused,
                results.JudgementSpread,
                results.Held,
                [
                    .. results.Figures.Select(f => new FigureUncertaintyData(
                        f.Portfolio.Id.Value,
                        f.Variant.Id,
                        f.Measure.Id,
                        FigureData.From(f.Figure),
                        FigureData.Known(f.HalfWidth),
                        [
                            .. f.Shares.Select(s => new UncertaintyShareData(
                                $"{s.Kind}".ToLowerInvariant(),
                                FigureData.Known(s.Variance),
                                FigureData.Known(s.HalfWidth),
                                FigureData.Known(f.ShareOf(s.Kind)),
                                s.Sources
                            )),
                        ]
                    )),
                ]
            );
}

/// <summary>How sure one figure is.</summary>
public sealed record FigureUncertaintyData(
    string Portfolio,
    string Variant,
    string Measure,
    FigureData Figure,
    double? HalfWidth,
    IReadOnlyList<UncertaintyShareData> Shares
);

/// <summary>What one kind of uncertainty makes of it.</summary>
public sealed record UncertaintyShareData(string Kind, double? Variance, double? HalfWidth, double? Share, int Sources);
