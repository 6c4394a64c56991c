using System.Reflection;
using System.Text.RegularExpressions;

namespace RiskEngine.Abstractions.Tests;

/// <summary>The public members of an assembly as lines of text, in a stable order: <c>Type: member</c>.</summary>
internal static partial class PublicApi
{
    private const BindingFlags Visible =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string[] Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(type => Members(type).Prepend(Head(type))).Distinct().Order(StringComparer.Ordinal)];

    private static string Head(Type type)
    {
        var kind =
            type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? "struct"
            : type.IsAbstract && type.IsSealed ? "static class"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";
        var bases =
            type.IsEnum || type.IsValueType || type.BaseType == typeof(object) || type.BaseType is null ? "" : $" : {Name(type.BaseType)}";
        return $"{Name(type)}: {kind}{bases}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{Name(type)}: {name} = {Convert.ToInt64(Enum.Parse(type, name))}");
        return type.GetMembers(Visible)
            .Where(member => !IsMadeByTheCompiler(member))
            .Select(Line)
            .OfType<string>()
            .Select(line => $"{Name(type)}: {line}");
    }

    /// <summary>The member as a line, or null when plug-ins do not see it.</summary>
    private static string? Line(MemberInfo member) =>
        member switch
        {
            ConstructorInfo made when IsVisible(made) => $"new({Parameters(made)})",
            MethodInfo method when IsVisible(method) && !method.IsSpecialName =>
                $"{Modifiers(method)}{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
            MethodInfo method when IsVisible(method) && method.Name.StartsWith("op_", StringComparison.Ordinal) =>
                $"{Modifiers(method)}{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
            PropertyInfo property when property.GetMethod is { } get && IsVisible(get) =>
                $"{Modifiers(get)}{Name(property.PropertyType)} {property.Name} {{ get; {Setter(property)}}}",
            FieldInfo field when field.IsPublic || field.IsFamily => $"{(field.IsStatic ? "static " : "")}{Name(field.FieldType)} "
                + $"{field.Name}{(field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "")}",
            _ => null,
        };

    private static string Setter(PropertyInfo property)
    {
        if (property.SetMethod is not { } set || !IsVisible(set))
            return "";
        return set.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit") ? "init; " : "set; ";
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    /// <summary>What records and the compiler add to every type of their sort says nothing.</summary>
    private static bool IsMadeByTheCompiler(MemberInfo member) =>
        member.Name.StartsWith('<')
        || member.Name
            is "EqualityContract"
                or "PrintMembers"
                or "GetHashCode"
                or "Equals"
                or "ToString"
                or "op_Equality"
                or "op_Inequality"
                or "Deconstruct"
        || (
            member is ConstructorInfo { IsFamily: true } copy
            && copy.GetParameters() is [var one]
            && one.ParameterType == member.DeclaringType
        );

    private static string Modifiers(MethodInfo method) =>
        method.IsStatic ? "static "
        : method.IsAbstract ? "abstract "
        : method.IsVirtual && !method.IsFinal && !method.DeclaringType!.IsSealed ? "virtual "
        : "";

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(p =>
                    $"{(p.IsIn ? "in " : p.IsOut ? "out " : "")}{Name(p.ParameterType)} "
                    + $"{p.Name}{(p.HasDefaultValue ? $" = {p.RawDefaultValue ?? "null"}" : "")}"
                )
        );

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!);
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[]";
        if (type.IsGenericParameter)
            return type.Name;
        var name = Arity()
            .Replace(
                (
                    type.DeclaringType is { } outer ? $"{Name(outer)}."
                    : type.Namespace!.StartsWith("RiskEngine", StringComparison.Ordinal)
                        ? $"{type.Namespace["RiskEngine.Abstractions.".Length..]}."
                    : ""
                ) + type.Name,
                ""
            );
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }

    [GeneratedRegex("`[0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Arity();
}
