using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>The factors that follow an article's dated points: its forecast beside what is simulated.</summary>
internal static class ForecastSection
{
    public static Section? Build(ReportContext context)
    {
        var forecasts = context.Results.Base.Factors.Where(f => f.Factor.Path.Count > 0).ToList();
        if (forecasts.Count == 0)
            return null;
        List<Block> blocks =
        [
            new Paragraph(
                new LocalText(
                    "Filled diamonds are an article's figures, hollow ones are assumed where it gives none; the bands hold half and "
                        + "90% of the simulated paths around their median. The paths follow "
                        + "the forecast only as far as the scenario believes it: how much of the growth is realised is drawn anew on "
                        + "each path.",
                    "实心菱形为文章给出的数值，空心菱形为文章未给出而由情景假设的数值；色带分别包含一半与 90% 的模拟路径，线为中位数。路径只在情景相信的程度上跟随预测：增长实现多少，每条路径各抽一次。"
                )
            ),
        ];
        var given = forecasts.Where(f => f.Factor.Path.Any(p => IsFromArticle(context, f.Factor, p))).ToList();
        var assumed = forecasts.Except(given).ToList();
        if (given.Count > 0)
            blocks.Add(new Pairs([.. given.Select(f => Chart(context, f))]));
        if (assumed.Count > 0)
        {
            blocks.Add(
                new Fold(
                    Sentence.Plain(
                        "{count}: no article gives a number",
                        "{count}：文章未给出数值",
                        ("count", CommonTexts.Count(assumed.Count, "path that is assumed", "paths that are assumed", "条假设的路径"))
                    ),
                    [new Pairs([.. assumed.Select(f => Chart(context, f))])]
                )
            );
        }

        return new(
            "forecasts",
            new("Forecasts: as given and as simulated", "市场预测：文章数列与模拟"),
            new("Forecasts", "市场预测"),
            blocks
        );
    }

    private static Figure Chart(ReportContext context, FactorFan forecast)
    {
        var (factor, _, fan) = forecast;
        var format = FactorTexts.Axis(factor);
        var points = factor
            .Path.Where(p => p.Date >= context.Scenario.AsOf.AddYears(-4))
            .Select(p => new DatedPoint(p.Date, p.Value, IsFromArticle(context, factor, p)))
            .ToList();
        var (last, n) = (fan.Dates[^1], fan.Dates.Count - 1);
        LocalText N(double x) => FactorTexts.Bare(factor, x);
        var caption = Sentence.Plain(
            "{factor}: on {last} the simulated median is {median}, half of the paths lie between {q25} and {q75}{factor2}.",
            "{factor}：{last} 的模拟中位数为 {median}，一半路径介于 {q25} 与 {q75}{factor2}。",
            ("factor", factor.Name),
            ("last", $"{last:yyyy-MM-dd}"),
            ("median", N(fan.Median[n])),
            ("q25", N(fan.Q25[n])),
            ("q75", N(fan.Q75[n])),
            ("factor2", FactorTexts.Unit(factor))
        );
        if (factor.Path.LastOrDefault(p => p.Date <= last) is { Value: > 0 } given && given.Date > context.Scenario.AsOf)
        {
            var who = IsFromArticle(context, factor, given)
                ? new LocalText("The article gives", "文章给出")
                : new LocalText("The forecast path assumes", "预测路径假设");
            caption = Sentence.Plain(
                "{caption} {who} {given} for {date}.",
                "{caption}{who} {date} 为 {given}。",
                ("caption", caption),
                ("who", who),
                ("given", N(given.Value)),
                ("date", $"{given.Date:yyyy-MM-dd}")
            );
        }

        var bands = OutcomeFigures.Bands(factor.Name, fan);
        return new(new ForecastChart(format, fan.Dates, bands, points), caption);
    }

    /// <summary>The ledger knows each point's source, or one for the whole path.</summary>
    private static bool IsFromArticle(ReportContext context, RiskFactor factor, DatedValue point)
    {
        var path = $"factors.{factor.Id}.path";
        var source = context.Source($"{path}.{point.Date:yyyy-MM-dd}") ?? context.Source(path);
        return source is FromArticle;
    }
}
