using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Views;

/// <summary>What became of views: a posterior, or a refusal.</summary>
/// <param name="Posterior">The posterior; null where a view was refused.</param>
/// <param name="Refusal">The refusal; null where there is a posterior.</param>
public sealed record PoolingResult(ViewPosterior? Posterior, ViewRefusal? Refusal);

/// <summary>Path probabilities that hold the views.</summary>
/// <param name="Weights">The probabilities.</param>
/// <param name="RelativeEntropy">Of the posterior to the prior, sum p ln(p / q), in nats: 0 where views change nothing.</param>
/// <param name="EffectiveScenarios">exp of the posterior's entropy: as many equally probable paths would be as diverse (Meucci
/// 2012).</param>
/// <param name="Views">What became of each view, in order.</param>
public sealed record ViewPosterior(PathWeights Weights, double RelativeEntropy, double EffectiveScenarios, IReadOnlyList<HeldView> Views)
{
    internal static ViewPosterior Of(IReadOnlyList<View> views, double[] prior, double[] posterior) =>
        new(
            PathWeights.Of(posterior),
            Entropies.Relative(posterior, prior),
            Math.Exp(Entropies.Shannon(posterior)),
            [.. views.Select(v => new HeldView(v, v.Quantity.Value(prior), v.Quantity.Value(posterior)))]
        );
}

/// <summary>A view that was taken up.</summary>
/// <param name="View">The view.</param>
/// <param name="Prior">The quantity's value in the model.</param>
/// <param name="Posterior">Its value under the posterior; with full confidence the view holds for it.</param>
public sealed record HeldView(View View, double Prior, double Posterior);

/// <summary>A view that can't be held.</summary>
/// <param name="View">The view; those before it in the list can be held together.</param>
/// <param name="Low">The lowest value of its quantity that was possible.</param>
/// <param name="High">The highest value of its quantity that was possible.</param>
/// <param name="Alone">Whether no probabilities of the paths give it at all; else the views before it, or too few scenarios left, stand
/// against it.</param>
public sealed record ViewRefusal(View View, double Low, double High, bool Alone);
