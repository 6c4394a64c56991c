using FsCheck;
using FsCheck.Fluent;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Views;
using RiskEngine.Analysis.Views.Quantities;

namespace RiskEngine.Analysis.Tests.Views;

internal sealed class ViewLawsTests
{
    private static readonly double[] z = Samples.Normals(2_000, 401);
    private static readonly float[] first = Samples.Lognormal(z[..1_000], 0.05, 0.3);
    private static readonly float[] second = [.. first.Select((x, i) => (float)((0.5 * x) + (0.1 * z[1_000 + i])))];

    /// <summary>
    /// Whatever the views: a posterior adds to one, holds them, and is no nearer to the prior than the prior itself; a refusal names one of
    /// them.
    /// </summary>
    [FsCheck.NUnit.Property(Replay = "12345,67891", MaxTest = 60)]
    public Property A_posterior_is_a_distribution_that_holds_its_views(NonEmptyArray<(byte Kind, byte Relation, sbyte Size)> asked)
    {
        View[] views = [.. asked.Get.Take(6).Select((a, i) => Make(i, a.Kind % 7, (ViewRelation)(a.Relation % 3), a.Size / 127.0))];
        var result = EntropyPooling.Of(views, PathWeights.Equal, 0.02);
        if (result.Refusal is { } refusal)
            return views.Contains(refusal.View).ToProperty();
        var posterior = result.Posterior!;
        return (Math.Abs(posterior.Weights.Probabilities.ToArray().Sum() - 1) < 1e-9)
            .Label("adds to one")
            .And((posterior.RelativeEntropy >= 0).Label($"relative entropy {posterior.RelativeEntropy}"))
            .And(
                (posterior.EffectiveScenarios is >= 0.02 * 1_000 * 0.999 and <= 1_000 * 1.0000001).Label(
                    $"scenarios {posterior.EffectiveScenarios}"
                )
            )
            .And(
                posterior
                    .Views.All(v => v.View.Quantity is QuantileOf || v.View.Miss(v.Posterior) < 2e-4)
                    .Label(string.Join("; ", posterior.Views))
            );
    }

    private static View Make(int at, int kind, ViewRelation relation, double size)
    {
        ViewedQuantity quantity = kind switch
        {
            0 => new MeanOf(first),
            1 => new VolatilityOf(first),
            2 => QuantileOf.Losses(second, 0.95),
            3 => new ExpectedShortfallOf(first, 0.9),
            4 => new SkewnessOf(second),
            5 => new CorrelationOf(first, second),
            _ => new ProbabilityOf([.. second.Select(x => x < -0.05f)]),
        };
        var prior = quantity.Value([.. Enumerable.Repeat(1.0 / 1_000, 1_000)]);
        return new View($"view {at}", quantity, relation, prior + (size * (kind is 4 or 5 or 6 ? 0.2 : 0.15)));
    }
}
