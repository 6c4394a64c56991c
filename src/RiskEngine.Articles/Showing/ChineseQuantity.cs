using System.Globalization;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Showing;

/// <summary>A quantity in Chinese, with sizes of ten thousand: 1.6 万, 680 亿美元.</summary>
public static class ChineseQuantity
{
    /// <summary>The quantity as text.</summary>
    public static string Of(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        var sign = quantity.Bound switch
        {
            QuantityBound.AtLeast => "不少于 ",
            QuantityBound.AtMost => "不多于 ",
            QuantityBound.About => "约 ",
            _ => "",
        };
        var value = quantity.IsRange
            ? $"{Number(quantity.Low, quantity)} 至 {Number(quantity.High, quantity)}"
            : Number(quantity.Value, quantity);
        var unit = Unit(quantity.Unit);
        return $"{sign}{value}{(unit.Length > 0 && char.IsAsciiLetter(unit[0]) ? " " : "")}{unit}";
    }

    private static string Number(double value, Quantity quantity) =>
        quantity.Kind switch
        {
            QuantityKind.Percent => Text(value * 100, "0.##") + "%",
            QuantityKind.Points => Text(value * 100, "0.###") + " 个百分点",
            QuantityKind.Multiple => Text(value, "0.##") + " 倍",
            _ when Math.Abs(value) >= 1e12 => Text(value / 1e12, "0.###") + " 万亿",
            _ when Math.Abs(value) >= 1e8 => Text(value / 1e8, "0.###") + " 亿",
            _ when Math.Abs(value) >= 1e4 => Text(value / 1e4, "0.####") + " 万",
            _ => Text(value, "0.####"),
        };

    private static string Unit(string unit)
    {
        var parts = unit.Split('/', 2);
        var name = parts[0] switch
        {
            "USD" => "美元",
            "CNY" => "元",
            "HKD" => "港元",
            "TWD" => "新台币",
            "EUR" => "欧元",
            "GBP" => "英镑",
            "JPY" => "日元",
            _ => parts[0],
        };
        return parts.Length == 1 ? name : $"{name}/{parts[1]}";
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
