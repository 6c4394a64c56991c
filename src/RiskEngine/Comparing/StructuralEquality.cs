using System.Collections;
using System.Reflection;
using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Comparing;

/// <summary>
/// Whether two pieces of a scenario say the same: records by their public properties, lists by their items. Where something stands in its
/// file does not count. What it does not know counts as different, so that nothing that changed goes unnoticed.
/// </summary>
internal static class StructuralEquality
{
    /// <summary>Whether both say the same.</summary>
    public static bool Holds(object? first, object? second)
    {
        if (ReferenceEquals(first, second) || first is SourceLocation && second is SourceLocation)
            return true;
        if (first is null || second is null || first.GetType() != second.GetType() && first is not IEnumerable)
            return false;
        if (first.Equals(second))
            return true;
        if (first is string || second is string)
            return false;
        if (first is IEnumerable left && second is IEnumerable right)
            return Items(left, right);
        return IsOurs(first.GetType()) && Properties(first).All(p => Holds(p.GetValue(first), p.GetValue(second)));
    }

    private static bool Items(IEnumerable first, IEnumerable second)
    {
        var (left, right) = (first.Cast<object?>().ToList(), second.Cast<object?>().ToList());
        return left.Count == right.Count && left.Zip(right).All(pair => Holds(pair.First, pair.Second));
    }

    private static IEnumerable<PropertyInfo> Properties(object of) =>
        of.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0);

    private static bool IsOurs(Type type) =>
        type.Namespace?.StartsWith("RiskEngine.", StringComparison.Ordinal) == true || IsKeyAndValue(type);

    private static bool IsKeyAndValue(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);
}
