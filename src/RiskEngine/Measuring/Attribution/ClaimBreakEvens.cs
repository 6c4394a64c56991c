using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Measuring.Attribution;

/// <summary>
/// How probable it may be that a claim is false before an answer turns: the mean of what following all adds is (1 - p) times that of the
/// base case, plus p times that of the case in which the claim is false, so the bound is where a straight line meets zero. Its error is
/// that of a ratio of two means on the same paths (Cochran 1977, equation 2.46).
/// </summary>
internal static class ClaimBreakEvens
{
    public static IReadOnlyList<ClaimBreakEven> Of(BaseColumns columns, CaseOutcomes isFalse)
    {
        if (columns.Variants.HeadlineCount == 1)
            return [];
        return [.. columns.Model.Portfolios.Select((portfolio, p) => Of(columns, isFalse, portfolio, new PortfolioIndex(p)))];
    }

    private static ClaimBreakEven Of(BaseColumns columns, CaseOutcomes isFalse, Portfolio portfolio, PortfolioIndex p)
    {
        var (h, all) = (columns.Headline, columns.Variants.FollowingAll);
        var paths = isFalse.Paths;
        var held = columns.Profits(p, VariantSet.AsHeld, h);
        var followed = columns.Profits(p, all, h);
        var heldIfFalse = isFalse.Cube.Profits(p, VariantSet.AsHeld, h);

        // Where no advice is left to follow, following all is as held.
        var followedIfFalse = all.Value < isFalse.Cube.VariantCount ? isFalse.Cube.Profits(p, all, h) : heldIfFalse;
        var (adds, addsIfFalse) = (new double[paths], new double[paths]);
        for (var k = 0; k < paths; k++)
        {
            adds[k] = (double)followed[k] - held[k];
            addsIfFalse[k] = (double)followedIfFalse[k] - heldIfFalse[k];
        }

        var (advantage, other) = (MeanOf(adds), MeanOf(addsIfFalse));
        return new ClaimBreakEven(portfolio, advantage, other, Bound(adds, addsIfFalse, advantage.Value, other.Value));
    }

    private static Estimate Bound(double[] adds, double[] addsIfFalse, double advantage, double other)
    {
        var bound = advantage / (advantage - other);
        if (!(bound is >= 0 and <= 1))
            return Estimate.NotAvailable;
        var residual = new double[adds.Length];
        for (var k = 0; k < residual.Length; k++)
            residual[k] = (adds[k] * (1 - bound)) + (addsIfFalse[k] * bound);
        return Estimate.Normal(bound, MeanOf(residual).StandardError / Math.Abs(advantage - other));
    }

    private static Estimate MeanOf(double[] values)
    {
        var mean = values.Average();
        var squares = 0.0;
        foreach (var value in values)
            squares += (value - mean) * (value - mean);
        return Estimate.Normal(mean, Math.Sqrt(squares / (values.Length - 1) / values.Length));
    }
}
