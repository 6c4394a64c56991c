using System.Text.RegularExpressions;
using RiskEngine.Abstractions.Factors;

namespace RiskEngine.Plugins.Checking;

/// <summary>What a kind says about itself must be whole before files may use it.</summary>
internal static partial class KindDescription
{
    /// <summary>What is wrong with it, or null.</summary>
    public static string? Problem(FactorKind kind)
    {
        if (kind.Name is null || !KebabCase().IsMatch(kind.Name))
            return $"Name: expected lower-case words joined by '-', found '{kind.Name}'";
        if (!Enum.IsDefined(kind.Scale))
            return $"Scale: expected Level or Log, found {kind.Scale}";
        if (!Enum.IsDefined(kind.Path))
            return $"Path: expected None, Optional or Required, found {kind.Path}";
        if (kind.Summary is null || string.IsNullOrWhiteSpace(kind.Summary.English))
            return "Summary: expected a sentence, found nothing";
        if (string.IsNullOrWhiteSpace(kind.Equation))
            return "Equation: expected the process's equation, found nothing";
        if (string.IsNullOrWhiteSpace(kind.Reference))
            return "Reference: expected where the process is from, found nothing";
        return kind.Parameters.Select(Problem).FirstOrDefault(p => p is not null)
            ?? kind.Parameters.GroupBy(p => p.Name)
                .Where(g => g.Count() > 1)
                .Select(g => $"Parameters: the name '{g.Key}' stands twice")
                .FirstOrDefault();
    }

    private static string? Problem(ParameterSpec parameter)
    {
        if (parameter.Name is null || !CamelCase().IsMatch(parameter.Name))
            return $"Parameters: expected names in camelCase, found '{parameter.Name}'";
        if (!(parameter.Low <= parameter.High))
            return $"Parameters: '{parameter.Name}' has the range {parameter.Low} to {parameter.High}";
        return parameter.Default is { } value && !(value >= parameter.Low && value <= parameter.High)
            ? $"Parameters: '{parameter.Name}' has the default {value} outside its range {parameter.Low} to {parameter.High}"
            : null;
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 20_000)]
    private static partial Regex KebabCase();

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 20_000)]
    private static partial Regex CamelCase();
}
