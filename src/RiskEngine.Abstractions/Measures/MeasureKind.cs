using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Abstractions.Measures;

/// <summary>One kind of measure: what files, JSON, reports and screens know of it. The catalogue is <see cref="MeasureKinds"/>.</summary>
/// <remarks>Its function is registered with it in RiskEngine.Analysis, whose README shows how a measure is added.</remarks>
/// <param name="Id">The stable id, as used in limits and JSON: lower case letters, digits and hyphens.</param>
/// <param name="Name">The name as it stands within a sentence.</param>
/// <param name="Unit">What the number is counted in; says how to format it.</param>
/// <param name="HigherIsBetter">Whether an investor prefers the larger number.</param>
/// <param name="SignConvention">What positive and negative mean, or the range.</param>
/// <param name="Definition">One sentence of definition, in English.</param>
/// <param name="NotAvailableWhen">Why the value may not be a number, in a few words that a report prints beside "n/a"; null where it
/// always exists.</param>
public sealed record MeasureKind(
    string Id,
    LocalText Name,
    MeasureUnit Unit,
    bool HigherIsBetter,
    string SignConvention,
    string Definition,
    LocalText? NotAvailableWhen = null
)
{
    /// <summary>The name as it opens a heading: "Mean profit".</summary>
    public LocalText Title => new(char.ToUpperInvariant(Name.English[0]) + Name.English[1..], Name.Chinese);

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
