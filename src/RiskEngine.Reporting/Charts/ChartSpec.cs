using System.Text.Json.Serialization;
using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Charts;

/// <summary>What a chart shows, as the page's script reads it (spec.ts has the same shapes under the same names).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(FanChart), "fan")]
[JsonDerivedType(typeof(ForecastChart), "forecast")]
[JsonDerivedType(typeof(HistogramChart), "histogram")]
[JsonDerivedType(typeof(EffectsChart), "effects")]
[JsonDerivedType(typeof(CasesChart), "cases")]
[JsonDerivedType(typeof(ProbabilitiesChart), "probabilities")]
[JsonDerivedType(typeof(BreachChart), "breaches")]
[JsonDerivedType(typeof(TimelineChart), "timeline")]
[JsonDerivedType(typeof(CurvesChart), "curves")]
[JsonDerivedType(typeof(HeatmapChart), "heatmap")]
[JsonDerivedType(typeof(DumbbellChart), "dumbbells")]
[JsonDerivedType(typeof(BarsChart), "bars")]
[JsonDerivedType(typeof(BoxesChart), "boxes")]
[JsonDerivedType(typeof(WaterfallChart), "waterfall")]
public abstract record ChartSpec(AxisFormat Format);

/// <summary>How the values of an axis read.</summary>
/// <param name="Style">"percent" takes 0.12 as 12%; "points" takes it as 12 of the unit, with its sign; "number" keeps the value.</param>
/// <param name="Unit">The unit; empty for percent.</param>
public sealed record AxisFormat(string Style, LocalText Unit)
{
    /// <summary>Fractions, read as percent.</summary>
    public static AxisFormat Percent { get; } = new("percent", LocalText.Same(""));

    /// <summary>Differences of fractions, read as percentage points.</summary>
    public static AxisFormat Points { get; } = new("points", new("percentage points", "百分点"));

    /// <summary>Numbers in a unit.</summary>
    public static AxisFormat Number(LocalText unit) => new("number", unit);
}
