using RiskEngine.Abstractions.Theses;
using RiskEngine.Articles.Claims;

namespace RiskEngine.Articles.Theses;

/// <summary>
/// How much of a portfolio or holding each piece of advice moves. Purchases are paid for by selling a part of every position; what is left
/// of a holding that is sold at the same time pays its part too. So purchases take at most <see cref="MostBought"/> of the portfolio
/// together, and sales of one holding leave as much of it as the purchases take: together they sell all of it, and no more.
/// </summary>
public static class AdviceSizes
{
    /// <summary>
    /// The most of a portfolio that all purchases together take: judgement, a portfolio that follows twenty articles stays its own.
    /// </summary>
    public const double MostBought = 0.8;

    private static readonly Dictionary<string, double> bySize = Conviction.Defaults.ToDictionary(c => c.Verb, c => c.Size);

    /// <summary>Sizes by key of the advice that is traded, of the portfolio for purchases, of the holding for sales.</summary>
    /// <param name="advice">Advice with keys of its own; the user's decisions are in it.</param>
    /// <param name="instruments">What can be traded.</param>
    public static IReadOnlyDictionary<string, double> Of(
        IReadOnlyList<(string Key, AdviceClaim Claim)> advice,
        IReadOnlySet<string> instruments
    )
    {
        ArgumentNullException.ThrowIfNull(advice);
        var traded = advice
            .Where(a => a.Claim.Direction != AdviceDirection.Watch)
            .Select(a => (a.Key, a.Claim.Direction, Verb: VerbOf(a.Claim), Targets: Known(a.Claim, instruments)))
            .Where(a => a.Targets.Count > 0)
            .ToList();
        var bought = traded.Where(a => a.Direction == AdviceDirection.Buy).Sum(a => bySize[a.Verb]);
        var scale = bought > MostBought ? MostBought / bought : 1;
        var left = 1 - bought * scale;
        var sold = traded
            .Where(a => a.Direction == AdviceDirection.Reduce)
            .SelectMany(a => a.Targets.Select(t => (Target: t, Size: bySize[a.Verb])))
            .GroupBy(t => t.Target)
            .ToDictionary(g => g.Key, g => g.Sum(t => t.Size));
        return traded.ToDictionary(
            a => a.Key,
            a => Floor(bySize[a.Verb] * (a.Direction == AdviceDirection.Buy ? scale : Math.Min(1, left / a.Targets.Max(t => sold[t]))))
        );
    }

    /// <summary>The verb of the reading that is most likely.</summary>
    internal static string VerbOf(AdviceClaim claim) => AdviceReadingLines.Merged(claim)[0].Verb;

    /// <summary>The size that a verb has by itself.</summary>
    internal static double SizeOf(string verb) => bySize[verb];

    private static List<string> Known(AdviceClaim claim, IReadOnlySet<string> instruments) =>
        [.. TargetResolver.Securities(claim.Targets).Where(instruments.Contains)];

    /// <summary>In the digits of the file, and never above.</summary>
    private static double Floor(double size) => Math.Floor(size * 10_000 + 1e-9) / 10_000;
}
