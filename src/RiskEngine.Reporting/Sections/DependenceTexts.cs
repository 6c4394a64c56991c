using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Sections;

/// <summary>How factors hang together beyond their correlations, in words for the reading guide.</summary>
internal static class DependenceTexts
{
    /// <summary>A point for each of copula, states and joint histories that the scenario uses.</summary>
    public static IEnumerable<Prose> Of(ReportContext context)
    {
        var model = context.Scenario.Base.Model;
        if (model.Copula.DegreesOfFreedom is { } nu)
        {
            yield return Sentence.Plain(
                "The shocks of factors hang together by a Student-t copula of {nu} degrees of freedom: they are far out together "
                    + "more often than their correlations alone would have it.",
                "各因子的冲击以自由度为 {nu} 的 t Copula 相联：共同出现极端变动的频率高于仅由相关系数决定的情形。",
                ("nu", $"{nu:0.##}")
            );
        }

        foreach (var factor in model.Factors)
        {
            if (factor.Regimes is not { } regimes)
                continue;
            var states = CommonTexts.Join(regimes.States.Select(s => LocalText.Same(s.Id)), CommonTexts.Comma);
            var changed = model
                .Factors.Where(f =>
                    regimes.States.Any(s =>
                        s.Drift.ContainsKey(f.Id) || s.Volatility.ContainsKey(f.Id) || s.Correlation.Any(c => c.Factors.Contains(f.Id))
                    )
                )
                .Select(f => f.Name);
            yield return Sentence.Plain(
                "{factor} switches between the states {states}; while one lasts it may change drift, volatility and correlation "
                    + "of: {list}.",
                "{factor}在以下状态之间切换：{states}；各状态持续期间可改变以下因子的漂移、波动率与相关性：{list}。",
                ("factor", factor.Name),
                ("states", states),
                ("list", CommonTexts.Join(changed, CommonTexts.Comma))
            );
        }

        foreach (var history in model.Factors.Where(f => f.History is not null).GroupBy(f => f.History!.History))
        {
            var first = history.First().History!;
            yield return Sentence.Plain(
                "{list}: past returns in blocks of {blockLength} rows on average, taken from {logReturns}, the same rows for all "
                    + "of them; the past mean is taken out.",
                "{list}：从 {logReturns} 行历史收益率中按平均 {blockLength} 行的块抽取，各因子取相同的行；历史均值已剔除。",
                ("list", CommonTexts.Join(history.Select(f => f.Name), CommonTexts.Comma)),
                ("blockLength", $"{first.BlockLength:0.##}"),
                ("logReturns", $"{first.LogReturns.Count:N0}")
            );
        }
    }
}
