using RiskEngine.Abstractions.Decisions;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Sections;

/// <summary>Views in words and figures.</summary>
internal static class ViewTexts
{
    /// <summary>What a view asks for: "mean profit of NVIDIA after 12 months: at least 10%".</summary>
    public static Text Of(ReportContext context, StatedView view)
    {
        var names = view.On.Select(id => Name(context, id)).ToList();
        var level = FormattedFigure.Known(view.Level);
        var quantity = view.Quantity switch
        {
            ViewQuantity.Mean => (
                IsInstrument(context, view.On[0]) ? new Text("mean profit of ", "平均收益：") : new Text("mean of ", "均值：")
            ) + names[0],
            ViewQuantity.Volatility => new Text("standard deviation of ", "标准差：") + names[0],
            ViewQuantity.Quantile => level + new Text(" quantile of ", " 分位数：") + names[0],
            ViewQuantity.ValueAtRisk => new Text("VaR ", "") + level + new Text(" of ", " VaR：") + names[0],
            ViewQuantity.ExpectedShortfall => new Text("ES ", "") + level + new Text(" of ", " ES：") + names[0],
            ViewQuantity.Skewness => new Text("skewness of ", "偏度：") + names[0],
            ViewQuantity.Correlation => new Text("correlation of ", "相关系数：") + CommonTexts.Join(names, new(" and ", "与")),
            ViewQuantity.Ranking => new Text("order of the means: ", "均值排序：")
                + CommonTexts.Join(names, new(" at or above ", "不低于")),
            _ => new Text("probability of “", "概率：“") + names[0] + new Text("”", "”"),
        };
        var isPrediction = context.Model.Predictions.Any(p => p.Id.Value == view.On[0]);
        var when = isPrediction
            ? Text.Same("")
            : CommonTexts.InBrackets(CommonTexts.Span(context.Scenario.Horizons.First(h => h.Id == view.Horizon).Tenor));
        return quantity + when;
    }

    /// <summary>The target with its relation; empty for a ranking.</summary>
    public static Text Target(ReportContext context, StatedView view) =>
        view.Quantity == ViewQuantity.Ranking ? new("in this order", "按此先后") : Bound(view.Bound) + Value(context, view, view.Target);

    /// <summary>A value of the viewed quantity in its unit; of a ranking the lead of each over the next.</summary>
    public static Text Value(ReportContext context, StatedView view, double value)
    {
        if (double.IsNaN(value))
            return Text.Same("–");
        if (view.Quantity is ViewQuantity.Skewness or ViewQuantity.Correlation)
            return Text.Same(Digits.Write(value, 2));
        var factor = context.Model.Factors.FirstOrDefault(f => f.Id.Value == view.On[0]);
        if (view.Quantity == ViewQuantity.Ranking)
        {
            return factor is null
                ? new Text(
                    $"lead {Digits.Write(100 * value, 1, withPlus: true)} points",
                    $"领先 {Digits.Write(100 * value, 1, withPlus: true)} 个百分点"
                )
                : new Text("lead ", "领先 ") + FormattedFigure.Number(value, 3);
        }

        var isPart = factor is null || FactorTexts.IsShare(factor) || view.Quantity == ViewQuantity.Probability;
        return isPart ? FormattedFigure.Rounded(value) : FormattedFigure.Number(value, 3);
    }

    /// <summary>Whether the model holds the view by itself.</summary>
    public static bool Holds(StatedView view, double model) =>
        view.Bound switch
        {
            ViewBound.AtLeast => model >= view.Target,
            ViewBound.AtMost => model <= view.Target,
            _ => false,
        };

    private static Text Bound(ViewBound bound) =>
        bound switch
        {
            ViewBound.AtLeast => new("at least ", "至少 "),
            ViewBound.AtMost => new("at most ", "至多 "),
            _ => Text.Same(""),
        };

    private static bool IsInstrument(ReportContext context, string id) => context.Model.Instruments.Any(i => i.Id.Value == id);

    private static Text Name(ReportContext context, string id) =>
        context.Model.Instruments.FirstOrDefault(i => i.Id.Value == id) is { } instrument ? CommonTexts.Of(instrument.Name)
        : context.Model.Factors.FirstOrDefault(f => f.Id.Value == id) is { } factor ? CommonTexts.Of(factor.Name)
        : context.Model.Predictions.FirstOrDefault(p => p.Id.Value == id) is { } prediction ? CommonTexts.Of(prediction.Name)
        : context.Model.Events.FirstOrDefault(e => e.Id.Value == id) is { } occurrence ? CommonTexts.Of(occurrence.Name)
        : Text.Same(id);
}
