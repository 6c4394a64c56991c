using System.Globalization;
using System.Text;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Calibration.Market;

/// <summary>Values as a market file writes them.</summary>
internal static class YamlText
{
    /// <summary>A text in double quotes, safe whatever is in it.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in PlainLine.Of(text))
        {
            if (character is '"' or '\\')
                quoted.Append('\\');
            quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A text in both languages, or plain where they are the same.</summary>
    public static string Quoted(LocalText text) =>
        text.English == text.Chinese ? Quoted(text.English) : $"{{ en: {Quoted(text.English)}, zh-CN: {Quoted(text.Chinese)} }}";

    /// <summary>A number as people write it: six decimal places at most, no exponent.</summary>
    public static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A standard error: two significant digits, and never rounded to nothing.</summary>
    public static string Error(double value)
    {
        if (!(value > 0))
            return "0";
        var places = Math.Clamp(1 - (int)Math.Floor(Math.Log10(value)), 0, 15);
        return Math.Round(value, places).ToString("0.###############", CultureInfo.InvariantCulture);
    }
}
