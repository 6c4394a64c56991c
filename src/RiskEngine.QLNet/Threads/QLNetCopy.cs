using System.Reflection;
using System.Runtime.Loader;
using RiskEngine.Abstractions.Pricing;

namespace RiskEngine.QLNet.Threads;

/// <summary>
/// QLNet and this part of the engine with static state of their own: what is done in one copy is seen by no other. One thread at a time
/// uses a copy.
/// </summary>
/// <remarks>
/// QLNet keeps the valuation date by thread, but one static list of listeners hears all changes of it: a thread that moves its date makes
/// the curves of all threads move. A load context that loads QLNet's assembly anew has a list of its own. The contract
/// (RiskEngine.Abstractions) is loaded once, so that a kind from a copy is a kind everywhere.
/// </remarks>
internal sealed class QLNetCopy
{
    private readonly Assembly part;

    private QLNetCopy(int number, Assembly part)
    {
        Number = number;
        this.part = part;
    }

    /// <summary>Its place among the copies, from 0: the one that is loaded already.</summary>
    public int Number { get; }

    /// <summary>The copy of this number.</summary>
    public static QLNetCopy Of(int number) =>
        new(
            number,
            number == 0 ? typeof(QLNetCopy).Assembly : new Context(number).LoadFromAssemblyPath(typeof(QLNetCopy).Assembly.Location)
        );

    /// <summary>
    /// Whether there can be more than one: only where both assemblies are files. In a program that is a single file they are not.
    /// </summary>
    public static bool CanBeMany { get; } =
        typeof(QLNetCopy).Assembly.Location.Length > 0 && typeof(global::QLNet.Date).Assembly.Location.Length > 0;

    /// <summary>A kind of this copy.</summary>
    /// <param name="type">The kind's type in any copy.</param>
    public PricingKind Kind(Type type) => (PricingKind)Activator.CreateInstance(part.GetType(type.FullName!, throwOnError: true)!)!;

    /// <summary>Loads QLNet and this part anew, and shares the rest.</summary>
    private sealed class Context(int number) : AssemblyLoadContext($"QLNet {number}")
    {
        private static readonly AssemblyLoadContext shared = GetLoadContext(typeof(QLNetCopy).Assembly)!;

        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name == typeof(global::QLNet.Date).Assembly.GetName().Name
                ? LoadFromAssemblyPath(typeof(global::QLNet.Date).Assembly.Location)
                : shared.LoadFromAssemblyName(assemblyName);
    }
}
