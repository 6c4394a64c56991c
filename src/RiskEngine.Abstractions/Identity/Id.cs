namespace RiskEngine.Abstractions.Identity;

/// <summary>
/// The name by which scenario files, code and reports refer to one thing of kind <typeparamref name="T"/>:
/// lower-case words of letters and digits joined by <c>-</c> or <c>.</c>, for example <c>inference-market</c>.
/// Ids of different kinds do not mix: the compiler tells a factor's id from an instrument's.
/// </summary>
/// <typeparam name="T">The kind of thing that is named.</typeparam>
/// <param name="Value">The id as it stands in the file. Compared ordinally.</param>
public readonly record struct Id<T>(string Value) : IComparable<Id<T>>
{
    /// <summary>Ordinal order of the ids' text.</summary>
    public int CompareTo(Id<T> other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The id as it stands in the file.</summary>
    public override string ToString() => Value;

    /// <summary>Ordinal order of the ids' text.</summary>
    public static bool operator <(Id<T> left, Id<T> right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order of the ids' text.</summary>
    public static bool operator >(Id<T> left, Id<T> right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order of the ids' text.</summary>
    public static bool operator <=(Id<T> left, Id<T> right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order of the ids' text.</summary>
    public static bool operator >=(Id<T> left, Id<T> right) => left.CompareTo(right) >= 0;
}
