using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results.Backtests;

namespace RiskEngine.Reporting.Backtests;

/// <summary>The breaches on a chart, and the worst of them.</summary>
internal static class BreachSection
{
    private const int Worst = 5;

    public static Section Build(BacktestResults results)
    {
        List<Block> blocks = [];
        foreach (var series in results.Series)
        {
            if (results.Series.Count > 1)
                blocks.Add(new Subheading(LocalText.Same(series.Name)));
            var best = BacktestTexts.Best(series);
            blocks.Add(Chart(best, results.Settings));
            if (best.Breaches > 0)
                blocks.Add(Table(best));
            foreach (var other in series.Models.Where(model => model != best))
            {
                blocks.Add(
                    new Fold(
                        Sentence.Plain(
                            "{series}: {model}, {count}",
                            "{series}：{model}、{count}",
                            ("series", series.Name),
                            ("model", BacktestTexts.Name(other.Model)),
                            ("count", CommonTexts.Count(other.Breaches, "breach", "breaches", "次突破"))
                        ),
                        other.Breaches > 0 ? [Chart(other, results.Settings), Table(other)] : [Chart(other, results.Settings)]
                    )
                );
            }
        }

        return new("breaches", new("The breaches over time", "突破的时间分布"), new("Breaches", "突破"), blocks);
    }

    private static Figure Chart(ModelBacktest model, BacktestSettings settings)
    {
        var points = model.Points;
        var start = points[0].Date;
        var chart = new BreachChart(
            AxisFormat.Percent,
            [new("Return", "收益"), new("Limit set before (minus VaR)", "事先的限额（负 VaR）"), new("Breach", "突破")],
            start,
            [.. points.Select(point => point.Date.DayNumber - start.DayNumber)],
            [.. points.Select(point => Math.Round(point.Return, 5))],
            [.. points.Select(point => Math.Round(-point.ValueAtRisk, 5))],
            [.. Enumerable.Range(0, points.Count).Where(i => points[i].IsBreach)]
        );
        return new Figure(chart, Caption(model, settings));
    }

    private static LocalText Caption(ModelBacktest model, BacktestSettings settings)
    {
        var name = BacktestTexts.Name(model.Model);
        var span = BacktestTexts.Span(settings);
        var caption = Sentence.Plain(
            "{name}. Grey: the returns of {span}. Line: the loss that the model, before each, said would be exceeded once in "
                + "{settings}. Dots: where it was exceeded, {breaches} in {points}",
            "{name}。灰线：{span}的收益。曲线：模型事先给出的、每 {settings} 次才会超过一次的亏损。圆点：实际超过之处，{points} 次中 {breaches} 次",
            ("name", name),
            ("span", span),
            ("settings", BacktestTexts.OneIn(settings)),
            ("breaches", $"{model.Breaches:N0}"),
            ("points", $"{model.Points.Count:N0}")
        );
        if (model.Breaches == 0)
            return Sentence.Plain("{caption}.", "{caption}。", ("caption", caption));
        var worst = model.Points.Where(point => point.IsBreach).MinBy(point => point.Return);
        return Sentence.Plain(
            "{caption}; the worst on {date}, {return} against a limit of {percent}.",
            "{caption}；最严重的是 {date}，{return}，限额为 {percent}。",
            ("caption", caption),
            ("date", $"{worst.Date:yyyy-MM-dd}"),
            ("return", Percent(worst.Return)),
            ("percent", Percent(-worst.ValueAtRisk))
        );
    }

    private static Table Table(ModelBacktest model) =>
        new(
            [
                new LocalText("Worst breaches", "最严重的突破"),
                new Column(new("Return", "收益"), Numeric: true),
                new Column(new("Limit (VaR)", "限额（VaR）"), Numeric: true),
                new Column(new("ES then", "当时的 ES"), Numeric: true),
                new Column(new("Loss, in times VaR", "亏损 / VaR（倍）"), Numeric: true),
            ],
            [
                .. model
                    .Points.Where(point => point.IsBreach)
                    .OrderBy(point => point.Return)
                    .Take(Worst)
                    .Select(point =>
                        (IReadOnlyList<Cell>)
                            [
                                CommonTexts.Date(point.Date),
                                LocalText.Same(Percent(point.Return)),
                                LocalText.Same(Percent(-point.ValueAtRisk)),
                                LocalText.Same(Percent(-point.ExpectedShortfall)),
                                LocalText.Same(Digits.Write(-point.Return / point.ValueAtRisk, 1)),
                            ]
                    ),
            ]
        );

    private static string Percent(double value) => Digits.Write(100 * value, 1) + "%";
}
