using RiskEngine.Results;

namespace RiskEngine.Uncertainty;

/// <summary>A number of a scenario that might be another.</summary>
/// <param name="Path">Its path, as a setting names it.</param>
/// <param name="Kind">Why it is uncertain: estimated, or judged.</param>
/// <param name="At">What stands in the file for the quantile at a probability above 0 and below 1.</param>
internal sealed record UncertainNumber(string Path, UncertaintyKind Kind, Func<double, string> At)
{
    /// <summary>Whether it is a number of one item of a section.</summary>
    public bool IsOf(string section, string item) => Path.StartsWith($"{section}.{item}.", StringComparison.Ordinal);
}
