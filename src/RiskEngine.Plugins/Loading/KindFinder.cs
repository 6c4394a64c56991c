using System.Reflection;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Plugins.Checking;

namespace RiskEngine.Plugins.Loading;

/// <summary>Finds and makes the factor kinds of a loaded assembly.</summary>
internal static class KindFinder
{
    /// <summary>The kinds by name, each with its processes checked; empty after an error.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="at">Its file, and where errors stand in it.</param>
    /// <param name="runner">Runs its code.</param>
    /// <param name="diagnostics">Takes the errors.</param>
    public static IReadOnlyList<FactorKind> Find(Assembly assembly, SourceLocation at, CodeRunner runner, DiagnosticBag diagnostics)
    {
        var kinds = new SortedDictionary<string, FactorKind>(StringComparer.Ordinal);
        var errors = 0;
        foreach (var type in Types(assembly, at, diagnostics) ?? [])
        {
            if (Make(type, at.File, runner, out var problem) is not { } kind)
            {
                diagnostics.Error(at, $"{type.FullName}: {problem}");
                errors++;
            }
            else if (!kinds.TryAdd(kind.Name, kind))
            {
                diagnostics.Error(at, $"{type.FullName}: the name '{kind.Name}' belongs to another of its factor kinds already");
                errors++;
            }
        }

        return errors == 0 ? [.. kinds.Values] : [];
    }

    private static Type[]? Types(Assembly assembly, SourceLocation at, DiagnosticBag diagnostics)
    {
        try
        {
            var all = assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(FactorKind)) && !t.IsAbstract).ToArray();
            var open = all.Where(t => t.IsVisible && !t.ContainsGenericParameters).ToArray();
            if (open.Length > 0)
                return open;
            diagnostics.Error(
                at,
                all.Length > 0
                    ? $"expected a public class that derives from FactorKind, found {all[0].FullName}, which is not public or is generic"
                    : "expected a public class that derives from FactorKind, found none"
            );
        }
        catch (Exception e)
            when (e
                    is ReflectionTypeLoadException
                        or FileNotFoundException
                        or FileLoadException
                        or TypeLoadException
                        or BadImageFormatException
            )
        {
            var cause = e is ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } ? first : e;
            diagnostics.Error(at, $"its types cannot be loaded: {cause.Message}");
        }

        return null;
    }

    private static CheckedKind? Make(Type type, string name, CodeRunner runner, out string problem)
    {
        if (type.GetConstructor(Type.EmptyTypes) is null)
        {
            problem = "expected a public constructor without parameters, found none";
            return null;
        }

        try
        {
            var kind = runner.Run(
                $"class {type.FullName} ({name})",
                "its constructor and properties",
                () => new CheckedKind((FactorKind)Activator.CreateInstance(type)!, name, runner)
            );
            problem = KindDescription.Problem(kind) ?? "";
            return problem.Length == 0 ? kind : null;
        }
        catch (Exception e) // whatever a stranger's constructor and properties throw
        {
            problem = $"cannot be made: {Thrown.By(e is TargetInvocationException { InnerException: { } inner } ? inner : e)}";
            return null;
        }
    }
}
