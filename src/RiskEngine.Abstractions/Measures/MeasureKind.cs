namespace RiskEngine.Abstractions.Measures;

/// <summary>One kind of measure: the words that files, JSON and reports share. The catalogue is <see cref="MeasureKinds"/>.</summary>
/// <param name="Id">The stable id, as used in limits and JSON: lower case letters, digits and hyphens.</param>
/// <param name="EnglishName">The name in English.</param>
/// <param name="ChineseName">The name in simplified Chinese.</param>
/// <param name="Unit">What the number is counted in; says how to format it.</param>
/// <param name="HigherIsBetter">Whether an investor prefers the larger number.</param>
/// <param name="SignConvention">What positive and negative mean, or the range.</param>
/// <param name="Definition">One sentence of definition, in English.</param>
/// <param name="NotAvailableWhen">When the value is not a number: the reason that a report prints beside "n/a"; null where it always
/// exists.</param>
public sealed record MeasureKind(
    string Id,
    string EnglishName,
    string ChineseName,
    MeasureUnit Unit,
    bool HigherIsBetter,
    string SignConvention,
    string Definition,
    string? NotAvailableWhen = null
)
{
    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
