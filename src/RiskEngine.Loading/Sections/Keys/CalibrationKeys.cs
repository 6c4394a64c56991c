using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a calibration.</summary>
internal static class CalibrationKeys
{
    public static KeySpec<LocalTextValue> Data { get; } = new("data", new(), "which data");

    public static KeySpec<DateValue> From { get; } = new("from", new(), "first day of the window");

    public static KeySpec<DateValue> Until { get; } = new("until", new(), "last day of the window, after `from`");

    public static KeySpec<LocalTextValue> Method { get; } = new("method", new(), "estimator, sampling frequency and anything adjusted");

    public static KeySet All { get; } = new("calibration", [Data, From, Until, Method]);
}
