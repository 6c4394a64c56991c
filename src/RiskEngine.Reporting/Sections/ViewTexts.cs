using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Sections;

/// <summary>Views in words and figures.</summary>
internal static class ViewTexts
{
    public static LocalText InModel { get; } = new("Model", "模型");

    public static LocalText WithViews { get; } = new("With the views", "加入观点");

    /// <summary>What a view asks for: "mean profit of NVIDIA after 12 months: at least 10%".</summary>
    public static LocalText Of(ReportContext context, StatedView view)
    {
        var names = view.On.Select(id => Name(context, id)).ToList();
        var level = FormattedFigure.Known(view.Level);
        var quantity = view.Quantity switch
        {
            ViewQuantity.Mean => Sentence.Plain(
                "{choice}{names}",
                "{choice}{names}",
                (
                    "choice",
                    IsInstrument(context, view.On[0]) ? new LocalText("mean profit of ", "平均收益：") : new LocalText("mean of ", "均值：")
                ),
                ("names", names[0])
            ),
            ViewQuantity.Volatility => Sentence.Plain("standard deviation of {names}", "标准差：{names}", ("names", names[0])),
            ViewQuantity.Quantile => Sentence.Plain(
                "{level} quantile of {names}",
                "{level} 分位数：{names}",
                ("level", level),
                ("names", names[0])
            ),
            ViewQuantity.ValueAtRisk => Sentence.Plain(
                "VaR {level} of {names}",
                "{level} VaR：{names}",
                ("level", level),
                ("names", names[0])
            ),
            ViewQuantity.ExpectedShortfall => Sentence.Plain(
                "ES {level} of {names}",
                "{level} ES：{names}",
                ("level", level),
                ("names", names[0])
            ),
            ViewQuantity.Skewness => Sentence.Plain("skewness of {names}", "偏度：{names}", ("names", names[0])),
            ViewQuantity.Kurtosis => Sentence.Plain("kurtosis of {names}", "峰度：{names}", ("names", names[0])),
            ViewQuantity.Correlation => Sentence.Plain(
                "correlation of {list}",
                "相关系数：{list}",
                ("list", CommonTexts.Join(names, new(" and ", "与")))
            ),
            ViewQuantity.Ranking => Sentence.Plain(
                "order of the means: {list}",
                "均值排序：{list}",
                ("list", CommonTexts.Join(names, new(" at or above ", "不低于")))
            ),
            _ => Sentence.Plain("probability of “{names}”", "概率：“{names}”", ("names", names[0])),
        };
        var isPrediction = context.Model.Predictions.Any(p => p.Id.Value == view.On[0]);
        var when = isPrediction
            ? LocalText.Same("")
            : CommonTexts.InBrackets(CommonTexts.Span(context.Scenario.Horizons.First(h => h.Id == view.Horizon).Tenor));
        return Sentence.Plain("{quantity}{when}", "{quantity}{when}", ("quantity", quantity), ("when", when));
    }

    /// <summary>The target with its relation; empty for a ranking.</summary>
    public static LocalText Target(ReportContext context, StatedView view) =>
        view.Quantity == ViewQuantity.Ranking
            ? new("in this order", "按此先后")
            : Sentence.Plain(
                "{bound}{context}",
                "{bound}{context}",
                ("bound", Bound(view.Bound)),
                ("context", Value(context, view, view.Target))
            );

    /// <summary>A value of the viewed quantity in its unit; of a ranking the lead of each over the next.</summary>
    public static LocalText Value(ReportContext context, StatedView view, double value)
    {
        if (double.IsNaN(value))
            return LocalText.Same("–");
        if (view.Quantity is ViewQuantity.Skewness or ViewQuantity.Kurtosis or ViewQuantity.Correlation)
            return LocalText.Same(Digits.Write(value, 2));
        var factor = context.Model.Factors.FirstOrDefault(f => f.Id.Value == view.On[0]);
        if (view.Quantity == ViewQuantity.Ranking)
        {
            return factor is null
                ? Sentence.Plain("lead {value} points", "领先 {value} 个百分点", ("value", Digits.Write(100 * value, 1, withPlus: true)))
                : Sentence.Plain("lead {value}", "领先 {value}", ("value", FormattedFigure.Number(value, 3)));
        }

        var isPart = factor is null || factor.IsShare || view.Quantity == ViewQuantity.Probability;
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

    private static LocalText Bound(ViewBound bound) =>
        bound switch
        {
            ViewBound.AtLeast => new("at least ", "至少 "),
            ViewBound.AtMost => new("at most ", "至多 "),
            _ => LocalText.Same(""),
        };

    private static bool IsInstrument(ReportContext context, string id) => context.Model.Instruments.Any(i => i.Id.Value == id);

    private static LocalText Name(ReportContext context, string id) =>
        context.Model.Instruments.FirstOrDefault(i => i.Id.Value == id) is { } instrument ? instrument.Name
        : context.Model.Factors.FirstOrDefault(f => f.Id.Value == id) is { } factor ? factor.Name
        : context.Model.Predictions.FirstOrDefault(p => p.Id.Value == id) is { } prediction ? prediction.Name
        : context.Model.Events.FirstOrDefault(e => e.Id.Value == id) is { } occurrence ? occurrence.Name
        : LocalText.Same(id);
}
