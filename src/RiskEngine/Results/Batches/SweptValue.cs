using System.Globalization;

namespace RiskEngine.Results.Batches;

/// <summary>A value that a job has in place of what the files say.</summary>
/// <param name="Path">Its path, as after <c>--set</c>.</param>
/// <param name="Value">The value as a file would write it.</param>
public readonly record struct SweptValue(string Path, string Value)
{
    /// <summary>The value as a number; null where it is none.</summary>
    public double? Number =>
        double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>As <c>--set</c> takes it: <c>PATH=VALUE</c>.</summary>
    public override string ToString() => $"{Path}={Value}";
}
