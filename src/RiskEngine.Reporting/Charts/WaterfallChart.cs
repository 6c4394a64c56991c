using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Charts;

/// <summary>A step of a waterfall.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">What it adds, or the total itself.</param>
/// <param name="IsTotal">Whether it is a total, drawn from zero; else it is drawn from where the steps before it have come to.</param>
public sealed record WaterfallStep(LocalText Name, double Value, bool IsTotal = false);

/// <summary>How one total becomes another, step by step: each bar begins where the one before it ends.</summary>
public sealed record WaterfallChart(AxisFormat Format, IReadOnlyList<WaterfallStep> Items) : ChartSpec(Format);
