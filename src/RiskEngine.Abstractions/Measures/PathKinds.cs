using System.Collections.Immutable;

namespace RiskEngine.Abstractions.Measures;

/// <summary>
/// What whole paths tell of a portfolio, which its value at a horizon does not: falls from earlier peaks, at the dates of the simulation's
/// steps, from the start to the headline horizon. Indices are means over paths; ratios are those of the median path (Bacon 2008).
/// </summary>
public static class PathKinds
{
    private static readonly Identity.LocalText noFall = new("the median path never falls", "中位路径从不下跌");

    /// <summary>Mean depth below the last peak.</summary>
    public static MeasureKind PainIndex { get; } =
        new(
            "pain-index",
            new("pain index", "痛苦指数"),
            MeasureUnit.RelativeLoss,
            false,
            "0 to 1",
            "How far below its last peak the value is, on average over time and paths (Becker 2006)."
        );

    /// <summary>Root mean square depth below the last peak.</summary>
    public static MeasureKind UlcerIndex { get; } =
        new(
            "ulcer-index",
            new("ulcer index", "溃疡指数"),
            MeasureUnit.RelativeLoss,
            false,
            "0 to 1",
            "The root of the mean square over time of how far below its last peak the value is; mean over paths (Martin and McCann 1989)."
        );

    /// <summary>Excess return by the root of the squared losing runs.</summary>
    public static MeasureKind Burke { get; } =
        Ratio(
            "burke",
            new("Burke ratio", "伯克比率"),
            "The yearly return above the risk-free one, by the root of the sum of the squared falls over runs of losing steps (Burke 1994)."
        );

    /// <summary>Return by the worst drawdown and a tenth.</summary>
    public static MeasureKind Sterling { get; } =
        Ratio("sterling", new("Sterling ratio", "斯特林比率"), "The yearly return by the maximum drawdown and 10% on top (Kestner 1996).");

    /// <summary>Return by the worst drawdown.</summary>
    public static MeasureKind Calmar { get; } =
        Ratio("calmar", new("Calmar ratio", "卡玛比率"), "The yearly return by the maximum drawdown (Young 1991).");

    /// <summary>All kinds, in the order in which results list them.</summary>
    public static ImmutableArray<MeasureKind> All { get; } = [PainIndex, UlcerIndex, Burke, Sterling, Calmar];

    private static MeasureKind Ratio(string id, Identity.LocalText name, string definition) =>
        new(id, name, MeasureUnit.PlainNumber, true, "above zero where the median path earns something", definition, noFall);
}
