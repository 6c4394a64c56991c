using System.Text.RegularExpressions;
using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Claims;

/// <summary>
/// Tells sentences that name a risk without a word of risk: what could do harm, what would if something fails, what remains a headwind,
/// 可能承压, 若需求不及预期.
/// </summary>
internal static partial class HarmSentences
{
    /// <summary>Whether a sentence does; what is certain, past, denied, asked, or said by nobody in particular does not count.</summary>
    public static bool IsOne(SentenceReading sentence)
    {
        var text = sentence.Text;
        if (text[^1] is '?' or '？' || Cues.IsAnonymous(text) || Cues.IsIrony(text) || Good().IsMatch(text))
            return false;
        var chinese = text.Any(Characters.IsChinese);
        var harm = chinese ? Chinese().Match(text) : English().Match(text);
        if (!harm.Success && !chinese && Cues.IsConditional(text))
            harm = Conditional().Match(text);
        if (!harm.Success || Cues.IsNegated(text, harm.Index, chinese))
            return false;
        // "A risk that must not be ignored" says nothing of what: its kind must be named.
        if (harm.Groups["vague"].Success)
            return RiskKinds.Of(text) != "other";
        // "Could hurt" says nothing of what: a kind of risk, a company or a stock must be named.
        return RiskKinds.Of(text) != "other" || sentence.Entities.Count > 0 || Subject().IsMatch(text);
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const string May =
        @"\b(could|may|might|would|can|(is|are)\slikely\sto|threatens?\sto|will\slikely|continues?\sto)\s(\w+ly\s)?(also\s|even\s)?";

    private const string Bad =
        @"(hurt|weigh\son|pressure|erode|squeeze|dent|derail|undermine|dampen|depress|compress|hamper|crimp|strain|jeopardi[sz]e"
        + @"|suffer|disappoint"
        + @"|fall\sshort|eat\sinto|drag\sdown|cap\sthe\supside|put\s(\w+\s)?pressure\son|come\sunder(\s\w+)?\spressure"
        + @"|(be\s)?hit\sby|take\sa\shit|(face|see)(\s\w+){0,2}\s(pressures?|headwinds|competition|outflows)|backfire|stall"
        + @"|(push\sback|postpone|delay)\s\w+"
        + @"|(lead\sto|trigger|spark|prompt|cause)\s(an?\s|further\s)?(\w+\s){0,2}(losses|sell-?off|correction|pullback|contraction"
        + @"|decline|delays?|defaults|writedowns?|slowdown|recession|(forced\s)?selling|outflows|redemptions))\b";

    [GeneratedRegex(
        May
            + Bad
            + @"|\bremains?\s(an?\s)?(\w+\s)?(headwind|overhang|concern|worry|threat)\b|\b(is"
            + @"|are)\s(also\s)?(an?\s)?(\w+\s)?(concerns?|headwinds?|overhang)\b"
            + @"|\b(key|main|biggest|major|chief|primary|one)\s(key\s)?(concern|worry|headwind|threat)s?\b[^.;]{0,40}\b(is|are"
            + @"|remains?|comes?)\b"
            + @"|\b(vulnerable|susceptible|exposed)\sto\b|\bat\srisk\s(of|from)\b|\bheadwinds\s(include|from)\b|\bwill\sbe\s(an?"
            + @"|another|yet\sanother)\s(\w+\s)?(deterrent|headwind|drag|burden)\s(for|on)\b",
        Options,
        20_000
    )]
    private static partial Regex English();

    /// <summary>"If adoption slows, shares could fall."</summary>
    [GeneratedRegex(
        @"\bif\b[^.;]{4,120}\b(could|would|may|might|will)\s(\w+ly\s)?(fall|drop|decline|slip|tumble|shrink|decrease|sink|slow"
            + @"|weaken|be\s(delayed|cut|lost))\b"
            + @"|\b(could|would|may|might|will)\s(\w+ly\s)?(fall|drop|decline|slip|tumble|shrink|sink|slow|weaken|be\s(delayed|cut"
            + @"|lost))\b[^.;]{0,80}\bif\b",
        Options,
        20_000
    )]
    private static partial Regex Conditional();

    private const string ChineseBad =
        "(承压|拖累|压制|侵蚀|压缩|挤压|蚕食|削弱|摊薄|打压|恶化|受损|受阻|亏损|违约|不及预期|低于预期|下修|回撤|流动性不足|受到?(影响|冲击|抑制|压制|拖累)|冲击|减值|(触发|引发|导致|造成|带来)"
        + "[^，。；]{0,16}(波动|抛售|回调|下跌|卖压|下滑|损失|亏损|延迟|压力|受损|收窄))";

    [GeneratedRegex(
        "(可能|或将|或会|或面临|恐将?|也许会|有可能)[^，。；]{0,20}"
            + ChineseBad
            + "|(若|如果|一旦|倘若|假如)[^。；]{2,40}(可能|或将?|恐|将会?|会|则)[^。；]{0,20}("
            + ChineseBad
            + "|下滑|下跌|回落|放缓|走弱|回调|减少)"
            + "|(需|应|须|要|值得)?(警惕|提防|警觉|谨防|防范)[^，。；]{0,24}(风险|回调|波动|下滑|恶化|反转|压力|回落|尾部)"
            + "|(开始|正在|逐步|持续)抑制[^，。；]{0,8}(需求|消费|订单)|(?<vague>(累积|积聚|酝酿)[^，。；]{0,8}(风险|压力)|(风险|压力)(巨大|加大|不容忽视|正在?上升|不小))",
        Options,
        20_000
    )]
    private static partial Regex Chinese();

    /// <summary>Harm to what one would like to see harmed, and harm that is over.</summary>
    [GeneratedRegex(
        @"\b(despite|even\sif|shrug(s|ged)?\soff|not\s(be\s)?(hurt|derail|affect)|unlikely\sto"
            + @"|but\s(help|benefit|boost|lift)s?)\b|(压力|风险)(释放|缓解|消退|出清|可控|有限)|(有望"
            + @"|已经?)[^，。；]{0,8}(缓解|改善|释放)",
        Options,
        20_000
    )]
    private static partial Regex Good();

    [GeneratedRegex(
        @"\b(stocks?|shares|company|profits?|profitability|earnings|revenue|sales|growth|prices?|investors)\b|公司|股价|业绩|盈利|利润|收入|价格"
            + @"|需求|销量|市场",
        Options,
        20_000
    )]
    private static partial Regex Subject();
}
