namespace RiskEngine.Reporting.Document;

/// <summary>How many digits of an estimate are shown: as many as its 95% interval supports.</summary>
/// <remarks>One significant digit of the interval's half-width decides, two where that digit would be 1 (Taylor 1997, An Introduction to
/// Error Analysis, 2.2): 0.4462 ± 0.0069 shows as 0.446, ± 0.012 as 0.446, ± 0.04 as 0.45. Thousands are separated by commas; the minus
/// sign is U+2212.</remarks>
public static class Digits
{
    private const int MostPlaces = 12;

    /// <summary>The number of decimal places that a half-width leaves; negative for tens, hundreds... <see langword="null"/> when it
    /// is zero or no number, and so decides nothing.</summary>
    public static int? Places(double halfWidth)
    {
        if (!double.IsFinite(halfWidth) || halfWidth <= 0)
            return null;
        var exponent = (int)Math.Floor(Math.Log10(halfWidth));
        var digit = Math.Round(halfWidth / Math.Pow(10, exponent));
        if (digit >= 10) // 0.096 rounds to 0.10: the digit is 1, and one more is kept
            return Math.Clamp(-exponent, -MostPlaces, MostPlaces);
        return Math.Clamp(digit <= 1 ? 1 - exponent : -exponent, -MostPlaces, MostPlaces);
    }

    /// <summary>The places at which a number without an error shows so many significant digits.</summary>
    public static int PlacesFor(double value, int significant) =>
        !double.IsFinite(value) || value == 0
            ? 0
            : Math.Clamp(significant - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, MostPlaces);

    /// <summary>The number at so many decimal places; an en dash for what is no number.</summary>
    public static string Write(double value, int places, bool withPlus = false)
    {
        if (double.IsNaN(value))
            return "–";
        if (double.IsInfinity(value))
            return value > 0 ? "∞" : "−∞";
        if (places < 0)
        {
            var unit = Math.Pow(10, -places);
            value = Math.Round(value / unit) * unit;
            places = 0;
        }

        var magnitude = Math.Abs(value).ToString("N" + places);
        var isZero = magnitude.AsSpan().IndexOfAnyInRange('1', '9') < 0;
        if (isZero)
            return magnitude;
        return value < 0 ? "−" + magnitude
            : withPlus ? "+" + magnitude
            : magnitude;
    }
}
