using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>The picture of the worst models by how far they lie from this one.</summary>
internal static class WorstCasePicture
{
    /// <summary>The worst expected shortfall of every portfolio and variant by the distance of the model.</summary>
    public static Figure Chart(UncertaintyResults uncertainty)
    {
        var portfolios = uncertainty.WorstCases.Select(w => w.Portfolio).Distinct().ToList();
        return new(
            new CurvesChart(
                AxisFormat.Percent,
                new("Worst ES 95%", "最坏 95% ES"),
                AxisFormat.Number(new("standard deviations", "个标准差")),
                new("How far the model may be off, in standard deviations", "模型可能的偏差（标准差）"),
                [
                    .. uncertainty.WorstCases.Select(w => new Curve(
                        CommonTexts.Of(w.Portfolio, w.Variant),
                        [.. w.Es95.Select((e, i) => new CurvePoint(Math.Sqrt(2 * uncertainty.Radii[i]), e.Value))],
                        portfolios.IndexOf(w.Portfolio),
                        Joined: true,
                        Dashed: w.Variant.Kind == VariantKind.FollowingAll
                    )),
                ]
            ),
            Sentence.Plain(
                "The worst expected shortfall after {span} over all models within a distance of this one; at 0 stands the model "
                    + "itself.",
                "{span}后，在给定距离内所有模型中最坏的预期尾部损失；0 处为本模型。",
                ("span", CommonTexts.Span(uncertainty.Horizon.Tenor))
            )
        )
        {
            Title = uncertainty.WorstCases.MaxBy(w => w.Es95[^1].Value) is { } most
                ? Sentence.Plain(
                    "{name}: ES 95% of {first} may be {last} if the model is off by {deviations} standard deviations",
                    "{name}：若模型偏差 {deviations} 个标准差，{first} 的 95% ES 可达 {last}",
                    ("name", CommonTexts.Of(most.Portfolio, most.Variant)),
                    ("first", FormattedFigure.BriefPercent(most.Es95[0]).Value),
                    ("last", FormattedFigure.BriefPercent(most.Es95[^1]).Value),
                    ("deviations", Digits.Write(Math.Sqrt(2 * uncertainty.Radii[^1]), 2))
                )
                : null,
        };
    }
}
