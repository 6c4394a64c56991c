namespace RiskEngine.Loading.Binding;

/// <summary>A length of calendar time as it is written: <c>10d</c>, <c>6w</c>, <c>3m</c>, <c>2y</c>.</summary>
/// <param name="Count">How many units; 0 or more.</param>
/// <param name="Unit">One of <c>d</c>, <c>w</c>, <c>m</c>, <c>y</c>.</param>
internal readonly record struct Period(int Count, char Unit)
{
    /// <summary>The longest count that is read: far beyond any horizon, yet safe to add to any date.</summary>
    public const int MaxCount = 9999;

    /// <summary>The period of a text such as <c>3m</c>; null when it is none.</summary>
    public static Period? Parse(string text)
    {
        if (text.Length is < 2 or > 5 || !"dwmy".Contains(text[^1]))
            return null;
        foreach (var digit in text.AsSpan(0, text.Length - 1))
        {
            if (!char.IsAsciiDigit(digit))
                return null;
        }

        return new Period(int.Parse(text.AsSpan(0, text.Length - 1)), text[^1]);
    }

    public override string ToString() => $"{Count}{Unit}";
}
