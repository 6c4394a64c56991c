using System.Collections.Frozen;

namespace RiskEngine.Loading.Editing;

/// <summary>
/// What keys say, in Chinese, by what their specs say in English. Files and their tables are English; pages are read in both languages.
/// Parameters of factor kinds and terms of priced instruments bring their own Chinese.
/// </summary>
internal static class ChineseMeanings
{
    private static readonly FrozenDictionary<string, string> known = new Dictionary<string, string>
    {
        ["time from the as-of date"] = "自基准日起的时长",
        ["number of paths"] = "路径数",
        ["time step; at most 4,000 of them to the last date that something is settled on"] = "时间步长；至最后一个结算日最多 4,000 步",
        ["of all random streams"] = "所有随机数流的种子",
        ["a loss above this part of a portfolio counts as large"] = "损失超过组合的这一比例即算大额亏损",
        ["continuously compounded"] = "无风险利率，连续复利",
        ["the fewer, the more often factors are far out together"] = "自由度越低，各因子同时出现极端变动越频繁",
        ["what the verb tells to do"] = "该动词要求做什么",
        ["part of the portfolio to buy, or of the holding to reduce; 0 to watch"] = "买入占组合的比例，或减持占原持仓的比例；仅观察则为 0",
        ["prices, or simple returns"] = "价格，或简单收益率",
        ["of two factors of the group"] = "组内任意两个因子之间",
        ["of one factor of the group and one of another group"] = "本组一个因子与另一组一个因子之间",
        ["of two factors' shocks; none is given twice"] = "两个因子冲击之间的相关性；每对只给一次",
        ["what is added to its exposures"] = "加到其敞口上的数值",
        ["whether the article counts it among those who gain"] = "文章是否将其列为受益者",
        ["when it was announced"] = "公布日期",
        ["what it is worth"] = "交易金额",
        ["that it occurs within the window; 1 for a deal that is sure to come"] = "在时间窗内发生的概率；必然发生的交易为 1",
        ["window from the as-of date"] = "自基准日起的时间窗",
        ["first day of the window; beside `until` only"] = "时间窗的第一天；仅与 `until` 同用",
        ["last day of the window, after `from`; the same day for a deal that is sure to come on it"] =
            "时间窗的最后一天，晚于 `from`；若交易必在某日发生，则与之同日",
        ["how far, drawn each time it occurs"] = "幅度，每次发生时抽取",
        ["time in which half of what comes back has come back"] = "可恢复部分恢复一半所需的时间",
        ["the part that comes back; of relative sizes, of the logarithm"] = "最终恢复的比例；相对幅度按对数计",
        ["by how much"] = "放大的倍数",
        ["for how long"] = "持续多久",
        ["how many occurrences of it one occurrence brings about directly, on average (the branching ratio); chains must die out"] =
            "一次发生平均直接引发多少次（分支比）；连锁必须会终止",
        ["in which the added hazard halves"] = "新增风险率减半所需的时间",
        ["that it occurs at least once within the window, no trigger acting"] = "在时间窗内至少发生一次的概率（不计触发）",
        ["whether it may occur again in the window"] = "时间窗内是否可能再次发生",
        ["how far it is trusted: by half, it moves things half way"] = "信任程度：取一半时，影响也只走一半",
        ["of `quantile`, `var` and `es`, and of them alone"] = "仅用于 `quantile`、`var` 与 `es` 的水平",
        ["the figure that is to hold"] = "应当成立的数值",
        ["the figure that is at least to hold"] = "至少应当达到的数值",
        ["the figure that is at most to hold"] = "至多应当达到的数值",
        ["relative entropies of other models to this one, rising"] = "其他模型相对于本模型的相对熵，递增",
        ["draws of uncertain numbers, to see how far estimation, judgement and reading move the headline figures"] =
            "不确定数值的抽取次数，用于衡量估计、判断与理解方式对主要数字的影响",
        ["what it is"] = "资产类别",
        ["how it ends"] = "退出方式",
        ["when to measure; the second (or only) one is the middle horizon that headlines use"] =
            "衡量结果的期限；第二个（或唯一的一个）为主要数字所用的中间期限",
        ["how far judged numbers without a range of their own may be off, to both sides, as a part of them"] =
            "未给出范围的判断数值可能偏离的比例（上下对称）",
        ["the most of a portfolio that one instrument may be"] = "单一标的在组合中的最高占比",
        ["other caps for some instruments"] = "个别标的的不同上限",
        ["how many mean profits a least risk is found for"] = "对多少个平均收益求最低风险",
        ["the model's paths as they are, or weighted by the views"] = "按模型原有路径，或按观点加权",
        ["that it comes within the tenor if nothing else comes first (a constant hazard)"] =
            "若无其他结局先到，在该时长内到来的概率（恒定风险率）",
        ["what the stake is then worth, as a multiple of its mark"] = "届时股权价值，为账面估值的倍数",
        ["log return per unit of the factor's move; not of cash and priced kinds"] = "因子每变动一单位对应的对数收益；现金与定价类标的除外",
        ["overrides the verb's size; none for a verb that watches"] = "替代该动词的规模；仅观察的动词不设",
        ["to buy: weights, adding to 1 within 0.00001; to reduce: a list; to watch: none, or a list"] =
            "买入：各标的权重，合计为 1；减持：标的列表；观察：无或列表",
        ["when it is followed, after the as-of date"] = "自基准日起多久开始执行",
        ["when it is undone, after `from`"] = "何时撤销，晚于 `from`",
        ["cost of turning holdings into what a recommendation buys, sale and purchase together; paid again when it is undone"] =
            "把持仓换成建议标的的成本，买卖合计；撤销时再付一次",
        [
            "how random numbers are drawn: plain Monte Carlo, mirrored pairs of paths, or scrambled Sobol points over a Brownian bridge "
                + "(paths are rounded up to 16 times a power of two); errors of the last two come from independent replicates"
        ] = "随机数的抽取方式：普通蒙特卡洛、对偶路径，或布朗桥上的加扰 Sobol 点（路径数向上取到 16 乘 2 的幂）；后两种的误差取自独立重复",
        [
            "`level`: price or value, relative (-0.25 is a fall by a quarter; an amount for factors that move by level); `volatility`: of "
                + "factors, relative; `correlation`: among the factors named"
        ] =
            "`level`：价格或数值的相对变化（-0.25 为下跌四分之一；按水平变动的因子为变动量）；`volatility`：因子波动率的相对变化；`correlation`：所列因子之间",
        [
            "dated points; a calendar year's figure stands on its 31 December; between points the kind interpolates, after the last one "
                + "the value stays"
        ] = "带日期的点；年度数字记在当年 12 月 31 日；各点之间由该类过程插值，最后一点之后保持不变",
        [
            "part of the factor's expected move that prices know; of a factor with a `path`, part of that whole path's move, whatever "
                + "`realised` says"
        ] = "因子预期变动中价格已知的部分；有 `path` 的因子指整条路径变动的部分，与 `realised` 无关",
        [
            "of kinds of your own: `stop` the run when their code fails, or `drop` the factor, which then stays on its expected path in "
                + "all cases and moves no price"
        ] = "用于自定义种类：代码失败时停止运行（`stop`），或放弃该因子（`drop`），此后它在所有情景中停在预期路径上，不影响价格",
        ["of `regime-switching`: the state on the as-of date, or the probability of each, adding to 1"] =
            "用于 `regime-switching`：基准日所处状态，或各状态的概率，合计为 1",
        [
            "of the log return over one regular time step, whatever horizons there are, all risk but events; "
                + "what factors do not explain becomes own risk"
        ] = "一个常规时间步的对数收益波动率（折年），含事件以外的全部风险；因子未能解释的部分为自有风险",
        [
            "what owing it costs beside what it earns for its owner, where a portfolio's quantity is below 0: the fee for borrowing a "
                + "share, for cash what a loan costs over the risk-free rate"
        ] = "组合数量为负时，除标的本身收益外的借入成本：股票为借券费，现金为高于无风险利率的贷款成本",
        ["what pays for it: every position but private stakes, which can't be sold (sizes are of the portfolio without them), or cash"] =
            "资金来源：除不可出售的私有股权外的全部持仓（规模按不含私有股权的组合计），或现金",
        ["overrides `costs`"] = "替代 `costs`",
        ["expected return over the risk-free rate for an exposure of one"] = "敞口为 1 时高于无风险利率的预期收益",
        ["of `regime-switching`: makes the numbers under `to` probabilities for that time"] =
            "用于 `regime-switching`：使 `to` 下的数值成为该时段的概率",
    }.ToFrozenDictionary();

    /// <summary>The Chinese of a spec's sentence; null where it is not known.</summary>
    public static string? Of(string english) => known.GetValueOrDefault(english);
}
