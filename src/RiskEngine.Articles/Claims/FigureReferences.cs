using System.Text.RegularExpressions;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Claims;

/// <summary>Tells figures that a forecast only refers to: what it is compared with, what it was before, how much it changed.</summary>
internal static partial class FigureReferences
{
    private const int Near = 14;

    /// <summary>Whether a figure is such a reference and no forecast of its own.</summary>
    public static bool IsOne(Quantity quantity, string text)
    {
        var before = text[..quantity.Start];
        var after = text[(quantity.Start + quantity.Length)..];
        return Base().IsMatch(before[Math.Max(0, before.Length - Near)..])
            || Former().IsMatch(before)
            || Reference().IsMatch(after)
            || Earlier().IsMatch(before)
            || (Modifier().IsMatch(after) && !Move().IsMatch(after))
            || (quantity.Kind == QuantityKind.Multiple && Valuation().IsMatch(before))
            || (quantity.Kind == QuantityKind.Percent && Revision().IsMatch(before));
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    /// <summary>"From 12 GWh": not where "to" follows, for what comes after that is the forecast.</summary>
    [GeneratedRegex(
        @"(\bfrom|\bup from|\bdown from|\bagainst|\bversus|\bvs\.?|\bcompared with|\bafter|\bbased on|从|由|较|相比|对比|高于|"
            + @"去年的|原先的|原本的|此前的)(?![^,，;；]*(\bto\b|至|到))[^,，;；]{0,8}$",
        Options,
        20_000
    )]
    private static partial Regex Base();

    /// <summary>"(previously $8,000)".</summary>
    [GeneratedRegex(
        @"\((previously|prior|before|was|vs\.?|原值|前值|此前|原为|原)\b?[^)]*$|\b(below|above|than|beat"
            + @"|missed)\b[^,;]{0,24}(guidance|consensus|estimates?) of[^,;]{0,14}$|做的预测[^,，;；]{0,6}$|(仓位|比例控制|配置比例|占比控制)[^，。；;]{0,14}$",
        Options,
        20_000
    )]
    private static partial Regex Former();

    /// <summary>"The previous $144 target", 好于我们的预期 RMB1.45.</summary>
    [GeneratedRegex(
        @"\b(previous|prior|earlier|old|former)\s$|(好于|低于|高于|超|超出|不及|符合)[^，,。;；]{0,8}预期\s?$",
        Options,
        20_000
    )]
    private static partial Regex Earlier();

    [GeneratedRegex(@"^\s?(后[，,]|consensus|what|the (current|market|price)|市场一致预期|一致预期|相比)", Options, 20_000)]
    private static partial Regex Reference();

    [GeneratedRegex("^\\s?的", Options, 20_000)]
    private static partial Regex Modifier();

    /// <summary>"6%至9%的上涨空间" tells how far something is to move, and is a forecast all the same.</summary>
    [GeneratedRegex("^\\s?的[^，。；]{0,8}(空间|增长|增速|增幅|涨幅|升幅|上涨|回升|目标价|短缺|缺口|过剩)", Options, 20_000)]
    private static partial Regex Move();

    [GeneratedRegex(
        @"(市盈率|市净率|市销率|估值|(?<![A-Za-z])P[EBS](?![A-Za-z])|P/E|P/B|EV/EBITDA|valuation)[^，。；;]{0,24}$",
        Options,
        20_000
    )]
    private static partial Regex Valuation();

    /// <summary>"Price targets raised by 15%": the change of a forecast, which does not say what is forecast.</summary>
    [GeneratedRegex(
        @"(目标价[^，。；;]{0,6}(大?升|大?降|上涨|提高)|将[^，。；;]{0,18}预测[^，。；;]{0,12}(上升|下降|提高|降低)[^，。；;]{0,14}|(上调|下调|调高|调升|调降|上修"
            + @"|下修)([^，。；;至到由]{0,40}|[^。；;]{0,60}预测)|调幅(高达|达|逾)?|\b(raised|lowered|cut|lifted"
            + @"|trimmed)\b[^.;]{0,60}\bby\b[^.;]{0,14})$",
        Options,
        20_000
    )]
    private static partial Regex Revision();
}
