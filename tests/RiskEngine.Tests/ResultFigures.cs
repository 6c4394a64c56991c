using System.Collections;
using System.Reflection;
using RiskEngine.Abstractions.Measures;

namespace RiskEngine.Tests;

/// <summary>Every number, date and word of results, one after the other; not those of the scenario.</summary>
internal static class ResultFigures
{
    public static IEnumerable<object> Of(object? results) =>
        results switch
        {
            null => ["nothing"],
            ReadOnlyMemory<float> column => column.ToArray().Cast<object>(),
            string or DateOnly or Enum => [results],
            IEnumerable items => items.Cast<object?>().SelectMany(Of),
            _ when results.GetType().IsPrimitive => [results],
            Estimate or MeasureSet => Properties(results),
            _ when IsResult(results.GetType()) => Properties(results),
            _ => [],
        };

    private static bool IsResult(Type type) =>
        type.Namespace!.StartsWith("RiskEngine.Results", StringComparison.Ordinal)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));

    private static IEnumerable<object> Properties(object results) =>
        results
            .GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0)
            .SelectMany(p => Of(p.GetValue(results)));
}
