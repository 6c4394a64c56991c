using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace RiskEngine.Tests.Architecture;

/// <summary>Nothing is remembered between runs: static fields are constants in all but name.</summary>
public sealed class StaticStateTests
{
    [TestCaseSource(typeof(Layout), nameof(Layout.Projects))]
    public void No_static_field_can_change(string project)
    {
        var mutable = StaticFieldsOf(project).Where(field => !field.IsLiteral && !field.IsInitOnly).Select(Named);

        Assert.That(mutable, Is.Empty);
    }

    [TestCaseSource(typeof(Layout), nameof(Layout.Projects))]
    public void What_a_static_field_holds_cannot_change(string project)
    {
        var mutable = StaticFieldsOf(project).Where(field => CanChange(field.FieldType) || IsSharedArray(field)).Select(Named);

        Assert.That(mutable, Is.Empty, "expected frozen, immutable or private read-only tables");
    }

    private static IEnumerable<FieldInfo> StaticFieldsOf(string project) =>
        Assembly.LoadFrom(Layout.AssemblyPathOf(project)).GetTypes()
            .Where(type => !type.Name.StartsWith('<') && !type.IsEnum) // what the compiler makes for lambdas and literals
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.Name.Contains("__Cached", StringComparison.Ordinal)
                && (!field.Name.StartsWith('<') || field.Name.EndsWith("k__BackingField", StringComparison.Ordinal)));

    private static bool CanChange(Type type) =>
        type.IsGenericType
            && (type.GetGenericTypeDefinition() is var generic)
            && (generic == typeof(List<>) || generic == typeof(Dictionary<,>) || generic == typeof(HashSet<>) || generic == typeof(ThreadLocal<>)
                || generic == typeof(ConditionalWeakTable<,>) || generic.Namespace == "System.Collections.Concurrent")
        || (typeof(IList).IsAssignableFrom(type) && !type.IsArray && type.Namespace == "System.Collections");

    /// <summary>An array can be written to by whoever sees it; a private one is a table of its class.</summary>
    private static bool IsSharedArray(FieldInfo field) => field.FieldType.IsArray && !field.IsPrivate;

    private static string Named(FieldInfo field) => $"{field.DeclaringType}.{field.Name} ({field.FieldType.Name})";
}
