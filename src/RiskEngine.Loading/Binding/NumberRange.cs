using System.Globalization;

namespace RiskEngine.Loading.Binding;

/// <summary>The numbers that a key accepts; never larger in size than <see cref="MaxSize"/>.</summary>
/// <param name="Min">The least number; minus infinity for none.</param>
/// <param name="Max">The greatest number; infinity for none.</param>
/// <param name="MinIsOpen">Whether the least number itself is outside.</param>
/// <param name="MaxIsOpen">Whether the greatest number itself is outside.</param>
internal readonly record struct NumberRange(double Min, double Max, bool MinIsOpen = false, bool MaxIsOpen = false)
{
    /// <summary>Beyond it a mistake is likelier than a meaning, and what is computed from it may leave the range of numbers.</summary>
    public const double MaxSize = 1e18;

    public static NumberRange Any { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    public static NumberRange Positive { get; } = new(0, double.PositiveInfinity, MinIsOpen: true);

    public static NumberRange NotNegative { get; } = new(0, double.PositiveInfinity);

    public static NumberRange Probability { get; } = new(0, 1);

    public static NumberRange Correlation { get; } = new(-1, 1);

    public static NumberRange Of(Abstractions.Factors.ParameterSpec spec) => new(spec.Low, spec.High, spec.OpenLow, spec.OpenHigh);

    /// <summary>In words for a table: <c>0 to 1</c>, <c>above 0</c>; empty for any number.</summary>
    public string Brief
    {
        get
        {
            var least = double.IsFinite(Min) ? (MinIsOpen ? "above " : "") + Figure(Min) : "";
            var greatest = double.IsFinite(Max) ? (MaxIsOpen ? "below " : "") + Figure(Max) : "";
            return (least.Length > 0, greatest.Length > 0) switch
            {
                (true, true) => $"{least} to {greatest}",
                (true, false) => MinIsOpen ? least : $"{least} or more",
                (false, true) => MaxIsOpen ? greatest : $"{greatest} or less",
                _ => "",
            };
        }
    }

    public bool Contains(double value) =>
        Math.Abs(value) <= MaxSize && (MinIsOpen ? value > Min : value >= Min) && (MaxIsOpen ? value < Max : value <= Max);

    /// <summary>In words that follow "a number": <c>from 0 to 1</c>, <c>above 0</c>; empty for any number.</summary>
    public override string ToString()
    {
        var hasMin = double.IsFinite(Min);
        var hasMax = double.IsFinite(Max);
        if (hasMin && hasMax && !MinIsOpen && !MaxIsOpen)
            return $"from {Min:R} to {Max:R}";
        var least = MinIsOpen ? $"above {Min:R}" : $"of {Min:R} or more";
        var greatest = MaxIsOpen ? $"below {Max:R}" : $"of {Max:R} or less";
        return (hasMin, hasMax) switch
        {
            (true, true) => $"{least} and {greatest}",
            (true, false) => least,
            (false, true) => greatest,
            _ => "",
        };
    }

    private static string Figure(double value) =>
        Math.Abs(value) < 1e15
            ? value.ToString("#,0.######", CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture);
}
