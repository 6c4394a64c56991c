namespace RiskEngine.Reporting.Document;

/// <summary>How many digits of an estimate are shown: as many as its standard error supports.</summary>
/// <remarks>Two significant digits of the error decide, as metrology does it (GUM, JCGM 100:2008, 7.2.6): 0.12341 with an
/// error of 0.0021 shows as 0.1234, with an error of 0.021 as 0.123. Thousands are separated by commas; the minus sign is U+2212.</remarks>
public static class Digits
{
    private const int MostPlaces = 12;

    /// <summary>The number of decimal places at which the error has two significant digits; negative for tens, hundreds...
    /// <see langword="null"/> when the error is zero or no number, and so decides nothing.</summary>
    public static int? Places(double error)
    {
        if (!double.IsFinite(error) || error <= 0)
            return null;
        var exponent = (int)Math.Floor(Math.Log10(error));
        if (Math.Round(error / Math.Pow(10, exponent - 1)) >= 100) // 0.0997 rounds to 0.10, not to 0.100
            exponent++;
        return Math.Clamp(1 - exponent, -MostPlaces, MostPlaces);
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
        return value < 0 ? "−" + magnitude : withPlus ? "+" + magnitude : magnitude;
    }
}
