using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Analysis.Allocation;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Views;
using RiskEngine.Results;

namespace RiskEngine.Measuring;

/// <summary>Holds the views on means against the formula that is exact where everything is normal.</summary>
internal static class GaussianChecking
{
    /// <summary>The check; null where no view on means binds, or where they repeat each other.</summary>
    /// <param name="views">The views on means that bind, with the columns whose means they speak of.</param>
    /// <param name="portfolios">The portfolios' profits on the same paths.</param>
    public static GaussianCheck? Of(
        IReadOnlyList<(StatedView Stated, View View, float[] Column)> views,
        IReadOnlyList<(Portfolio Portfolio, Variant Variant, float[] Profits)> portfolios
    )
    {
        if (
            views.Count == 0
            || EntropyPooling.Of([.. views.Select(v => v.View)], PathWeights.Equal, ViewMeasuring.SmallestShare).Posterior is not { } pooled
        )
        {
            return null;
        }

        float[][] columns = [.. views.Select(v => v.Column), .. portfolios.Select(p => p.Profits)];
        double[] means = [.. columns.Select(c => ColumnMoments.Of(c).Mean)];

        // The views speak of the outcomes themselves: their whole covariance is the prior's (tau of one).
        ReturnView[] told =
        [
            .. views.Select((v, at) => new ReturnView([.. columns.Select((_, j) => j == at ? 1.0 : 0)], v.View.Target, v.View.Confidence)),
        ];
        var formula = BlackLitterman.Posterior(means, Covariance.Of(columns), tau: 1, told).Returns;
        if (!formula.All(double.IsFinite))
            return null;
        return new GaussianCheck(
            [.. views.Select(v => v.Stated).Distinct()],
            [
                .. portfolios.Select(
                    (p, at) =>
                        new GaussianMean(
                            p.Portfolio,
                            p.Variant,
                            means[views.Count + at],
                            formula[views.Count + at],
                            ColumnMoments.Of(p.Profits, pooled.Weights).Mean
                        )
                ),
            ]
        );
    }
}
