using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>The answer in plain words, one for each portfolio, at the middle horizon of the base case.</summary>
internal static class AnswerSection
{
    private const int MostNamed = 3;

    public static Section Build(ReportContext context)
    {
        List<Block> blocks = [];
        if (context.Scenario.Summary.English.Length > 0)
            blocks.Add(new Paragraph(Words.Of(context.Scenario.Summary)));
        if (context.Results.Base.Case.Id != context.Scenario.Base.Id)
        {
            blocks.Add(new Paragraph(Prose.Strong(
                new Text("The base case was not simulated: all figures but the comparison of cases are ", "未模拟基准情景：除情景对比外，所有数字均为") + context.InTheCase + new Text(".", "的结果。"))));
        }

        foreach (var portfolio in context.Results.Base.Portfolios)
            blocks.Add(Answer(context, portfolio));
        blocks.Add(new Paragraph(Prose.Quiet(new(
            "Ranges in brackets are 95% intervals of sampling error: how far the figure would move with other random numbers. They do not cover "
            + "what the assumptions themselves may get wrong; the cases and the assumption ledger speak of that.",
            "括号内为抽样误差的 95% 区间：换一组随机数时数字可能的变动。它不包括假设本身的错误；后者请看各情景与假设清单。"))));
        return new("answer", new("The answer", "结论"), new("The answer", "结论"), blocks);
    }

    private static Answer Answer(ReportContext context, PortfolioResult portfolio)
    {
        var at = context.Middle;
        var held = portfolio.AsHeld.Horizons[at].Measures;
        var following = portfolio.FollowingAll.Horizons[at].Measures;
        var span = Words.Span(context.MiddleHorizon.Tenor);

        var opening = portfolio.IsChanged()
            ? new Text("If you followed ", "若按") + context.TheArticles + new Text(" with this portfolio: over ", "调整该组合：")
            : new Text("This portfolio, which no recommendation changes: over ", "没有任何建议改变该组合：");
        var headline = opening + span + new Text(" a median profit of ", "的收益中位数为 ")
            + Shown.Percent(following.Median, withPlus: true).Inline() + new Text(", and a 1 in 20 chance of ", "，并有二十分之一的概率")
            + Tail(following.Var95) + new Text(".", "。");

        List<Prose> points = [];
        if (portfolio.IsChanged())
        {
            points.Add(new Text("Left as it is: median ", "维持现状：中位数 ") + Shown.Percent(held.Median, withPlus: true).Inline()
                + new Text(", 1 in 20 chance of ", "，二十分之一的概率") + Tail(held.Var95) + new Text(".", "。"));
        }

        var beat = following[Abstractions.Measures.MeasureKinds.BeatUnchangedProbability];
        if (beat.IsAvailable)
        {
            points.Add(new Text("Following beats leaving it alone in ", "遵循建议优于维持现状的路径占 ") + Shown.Percent(beat).Inline()
                + new Text(" of the paths.", "。"));
        }

        Add(points, Carries(context, portfolio));
        Add(points, Hurts(context, portfolio));
        Add(points, AcrossCases(context, portfolio));
        return new(Words.Of(portfolio.Portfolio.Name), headline, points);
    }

    /// <summary>The loss that 1 path in 20 exceeds; told as a gain where even that path gains.</summary>
    private static Prose Tail(Abstractions.Measures.Estimate var95) => var95.Value >= 0
        ? new Text("losing more than ", "亏损超过 ") + Shown.Percent(var95).Inline()
        : new Text("ending below ", "收益低于 ") + Shown.Percent(var95.Negate(), withPlus: true).Inline();

    private static Prose? Carries(ReportContext context, PortfolioResult portfolio)
    {
        if (!portfolio.IsChanged())
            return null;
        var effects = portfolio.RecommendationEffects
            .Where(e => e.Horizon == context.MiddleHorizon && e.Last.Mean.IsAvailable)
            .OrderByDescending(e => e.Last.Mean.Value)
            .ToList();
        var gains = effects.Where(e => e.Last.Mean.Low > 0).Take(MostNamed).ToList();
        var drags = effects.Where(e => e.Last.Mean.High < 0).Reverse().Take(MostNamed).ToList();
        if (gains.Count == 0 && drags.Count == 0)
            return new Text("No recommendation changes the mean profit by more than sampling error.", "没有任何建议对平均收益的影响超出抽样误差。");
        var said = Prose.Empty;
        if (gains.Count > 0)
            said += new Text("What carries it, in percentage points of mean profit: ", "主要支撑（对平均收益的百分点影响）：") + Named(context, gains);
        if (gains.Count > 0 && drags.Count > 0)
            said += new Text(". ", "。");
        if (drags.Count > 0)
            said += new Text("What weighs on it: ", "主要拖累：") + Named(context, drags);
        return said + new Text(".", "。");
    }

    private static Prose Named(ReportContext context, IEnumerable<RecommendationEffect> effects) => Words.Join(
        effects.Select(e => Words.Of(e.Recommendation.Name) + Words.InBrackets(context.Place(e.Recommendation.Claims[0]))
            + Text.Same(" ") + Shown.Points(e.Last.Mean).Inline()),
        Words.Semicolon);

    private static Prose? Hurts(ReportContext context, PortfolioResult portfolio)
    {
        var worst = context.Results.EventEffects
            .Where(e => e.Portfolio.Id == portfolio.Portfolio.Id && e.Horizon == context.MiddleHorizon
                && e.Variant.Kind == VariantKind.FollowingAll && e.Effect.Mean.High < 0)
            .OrderBy(e => e.Effect.Mean.Value)
            .Take(MostNamed)
            .ToList();
        if (worst.Count == 0)
            return null;
        return new Text("Which risks cost most, in percentage points of mean profit: ", "代价最大的风险（对平均收益的百分点影响）：")
            + Words.Join(worst.Select(e => Words.Of(e.Event.Name) + Text.Same(" ") + Shown.Points(e.Effect.Mean).Inline()), Words.Semicolon)
            + new Text(".", "。");
    }

    private static Prose? AcrossCases(ReportContext context, PortfolioResult portfolio)
    {
        if (context.Results.Cases.Count < 2)
            return null;
        var ordered = context.Results.Cases
            .Select(c => (c.Case, Measures: c.Portfolios.First(p => p.Portfolio.Id == portfolio.Portfolio.Id).FollowingAll.Horizons[context.Middle].Measures))
            .OrderBy(c => c.Measures.Median.Value)
            .ToList();
        Prose One((Abstractions.Scenarios.Case Case, Abstractions.Measures.MeasureSet Measures) c) =>
            Shown.Percent(c.Measures.Median, withPlus: true).Inline() + Words.InBrackets(Words.Of(c.Case.Name));
        return new Text("Across the cases the median runs from ", "各情景下的中位数从 ") + One(ordered[0]) + new Text(" to ", " 到 ") + One(ordered[^1]) + new Text(".", "。");
    }

    private static void Add(List<Prose> points, Prose? point)
    {
        if (point is not null)
            points.Add(point);
    }
}
