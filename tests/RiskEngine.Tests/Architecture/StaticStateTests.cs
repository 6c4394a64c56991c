using System.Reflection;
using System.Text;

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
    public void What_a_static_field_holds_is_not_made_for_change(string project)
    {
        var changeable = StaticFieldsOf(project)
            .Where(field => IsMadeForChange(field.FieldType) || (IsTable(field.FieldType) && !field.IsPrivate))
            .Select(Named);

        Assert.That(changeable, Is.Empty, "expected frozen or immutable collections, or private read-only tables");
    }

    [Test]
    public void The_search_finds_what_it_looks_for()
    {
        var fields = typeof(Culprit).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);

        Assert.That(fields.Where(f => !f.IsLiteral && !f.IsInitOnly).Select(f => f.Name), Is.EqualTo(new[] { "counter" }));
        Assert.That(fields.Where(f => IsMadeForChange(f.FieldType)).Select(f => f.Name), Is.EqualTo(new[] { "cache" }));
        Assert.That(fields.Where(f => IsTable(f.FieldType) && !f.IsPrivate).Select(f => f.Name), Is.EqualTo(new[] { "Shared" }));
    }

    private static IEnumerable<FieldInfo> StaticFieldsOf(string project) =>
        Assembly
            .LoadFrom(Layout.AssemblyPathOf(project))
            .GetTypes()
            .Where(type => !type.Name.StartsWith('<') && !type.IsEnum) // what the compiler makes for lambdas and literals
            .SelectMany(type =>
                type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            )
            .Where(field =>
                !field.Name.Contains("__Cached", StringComparison.Ordinal)
                && (!field.Name.StartsWith('<') || field.Name.EndsWith("k__BackingField", StringComparison.Ordinal))
            );

    /// <summary>Caches and what belongs to one thread.</summary>
    private static bool IsMadeForChange(Type type)
    {
        var name = type.IsGenericType ? type.GetGenericTypeDefinition().FullName! : type.FullName!;
        return name.StartsWith("System.Collections.Concurrent.", StringComparison.Ordinal)
            || name.StartsWith("System.Threading.ThreadLocal", StringComparison.Ordinal)
            || name.StartsWith("System.Threading.AsyncLocal", StringComparison.Ordinal)
            || name.StartsWith("System.Runtime.CompilerServices.ConditionalWeakTable", StringComparison.Ordinal)
            || type == typeof(StringBuilder);
    }

    /// <summary>Whoever sees one of these can write to it; within one class it may be a table that nobody writes to.</summary>
    private static bool IsTable(Type type) =>
        type.IsArray
        || (
            type.IsGenericType
            && type.GetGenericTypeDefinition() is var generic
            && (generic == typeof(List<>) || generic == typeof(Dictionary<,>) || generic == typeof(HashSet<>))
        );

    private static string Named(FieldInfo field) => $"{field.DeclaringType}.{field.Name} ({field.FieldType.Name})";

    private static class Culprit
    {
        public static readonly double[] Shared = [1];
        private static readonly double[] table = [1];
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, int> cache = new();
        private static int counter;

        public static double Use() => Shared[0] + table[0] + cache.Count + counter++;
    }
}
