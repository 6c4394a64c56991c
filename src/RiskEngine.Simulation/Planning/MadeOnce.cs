namespace RiskEngine.Simulation.Planning;

/// <summary>What is worked out once for a key, whichever thread asks first; the others wait for it.</summary>
internal sealed class MadeOnce<TKey, TValue>(IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> made = new(comparer);

    /// <summary>The value of a key, made where there is none yet.</summary>
    /// <param name="key">The key.</param>
    /// <param name="make">Makes the value; it must depend on nothing but the key.</param>
    public TValue Of(TKey key, Func<TValue> make)
    {
        lock (made)
            return made.TryGetValue(key, out var known) ? known : made[key] = make();
    }
}
