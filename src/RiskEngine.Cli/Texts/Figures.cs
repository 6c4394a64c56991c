using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Cli.Texts;

/// <summary>Numbers as the screens show them.</summary>
internal static class Figures
{
    /// <summary>The most decimal places on a screen; the files have all of them.</summary>
    private const int MostPlaces = 2;

    /// <summary>
    /// <c>12.3% ±0.4</c>: value and half the width of its 95% interval, at the places where that width has one digit (two when it is 1).
    /// Breaks before the sign only.
    /// </summary>
    public static string Percent(Estimate estimate)
    {
        if (!estimate.IsAvailable)
            return "n/a";
        var half = 100 * (estimate.High - estimate.Low) / 2;
        if (PlacesOf(half) is not { } places)
            return Percent(estimate.Value);
        return $"{Digits.Write(100 * estimate.Value, places)}% ±{Digits.Write(half, places)}";
    }

    /// <summary><c>+1.2 ±0.4</c>: a difference of fractions in percentage points, with its sign.</summary>
    public static string Points(Estimate difference)
    {
        if (!difference.IsAvailable)
            return "n/a";
        var half = 100 * (difference.High - difference.Low) / 2;
        return PlacesOf(half) is { } places
            ? $"{Digits.Write(100 * difference.Value, places, withPlus: true)} ±{Digits.Write(half, places)}"
            : Digits.Write(100 * difference.Value, MostPlaces, withPlus: true);
    }

    /// <summary><c>1.23 ±0.04</c>, likewise.</summary>
    public static string Number(Estimate estimate)
    {
        if (!estimate.IsAvailable)
            return "n/a";
        var half = (estimate.High - estimate.Low) / 2;
        return PlacesOf(half) is { } places
            ? $"{Digits.Write(estimate.Value, places)} ±{Digits.Write(half, places)}"
            : Digits.Write(estimate.Value, MostPlaces);
    }

    /// <summary><c>12.3%</c>.</summary>
    public static string Percent(double value, int places = 1) => double.IsNaN(value) ? "n/a" : Digits.Write(100 * value, places) + "%";

    /// <summary><c>−0.25</c>: a number at so many decimal places.</summary>
    public static string Places(double value, int places) => Digits.Write(value, places);

    /// <summary><c>100,000</c>.</summary>
    public static string Count(long count) => count.ToString("N0");

    /// <summary><c>1 case</c>, <c>8 cases</c>, <c>2 theses</c>.</summary>
    public static string Counted(long count, string one, string? many = null) => $"{Count(count)} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>A number as people write it in a file: <c>0.25</c>, <c>1000000</c>.</summary>
    public static string Plain(double value) => value.ToString("0.############");

    /// <summary>The places that half an interval leaves, the same as in reports; null where there is no interval.</summary>
    private static int? PlacesOf(double half) => Digits.Places(half) is { } places ? Math.Clamp(places, 0, MostPlaces) : null;
}
