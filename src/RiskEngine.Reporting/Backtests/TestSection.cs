using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results.Backtests;

namespace RiskEngine.Reporting.Backtests;

/// <summary>All tests of all models, with their statistics.</summary>
internal static class TestSection
{
    public static Section Build(BacktestResults results)
    {
        List<Block> blocks = [];
        foreach (var series in results.Series)
        {
            var table = Tests(series);
            if (results.Series.Count == 1)
                blocks.Add(table);
            else
                blocks.Add(new Fold(LocalText.Same(series.Name), [table]));
        }

        return new("tests", new("All tests", "全部检验"), new("Tests", "检验"), blocks);
    }

    private static Table Tests(BacktestSeries series)
    {
        List<IReadOnlyList<Cell>> rows =
        [
            Row(
                new("Breaches (expected)", "突破次数（预期）"),
                series,
                m => new Cell(LocalText.Same(m.Breaches.ToString("N0")), (Prose)LocalText.Same(Digits.Write(m.ExpectedBreaches, 1)))
            ),
            Row(new("Binomial, z", "二项检验，z"), series, m => Of(m.Binomial)),
            Row(new("Kupiec, proportion of failures, LR", "Kupiec 失败比例，LR"), series, m => Of(m.KupiecPof)),
            Row(new("Kupiec, time until first failure, LR", "Kupiec 首次失败时间，LR"), series, m => Of(m.KupiecTuff)),
            Row(new("Christoffersen, independence, LR", "Christoffersen 独立性，LR"), series, m => Of(m.Independence)),
            Row(new("Christoffersen, conditional coverage, LR", "Christoffersen 条件覆盖，LR"), series, m => Of(m.ConditionalCoverage)),
            Row(new("Breach after none / after a breach", "无突破后 / 突破后再突破"), series, After),
            Row(
                new(
                    "Acerbi-Szekely Z1, how bad breaches were (p; refused below)",
                    "Acerbi-Szekely Z1，突破的严重程度（p；低于此值即拒绝）"
                ),
                series,
                m => Of(m.ShortfallZ1)
            ),
            Row(
                new("Acerbi-Szekely Z2, how bad and how many (p; refused below)", "Acerbi-Szekely Z2，程度与次数（p；低于此值即拒绝）"),
                series,
                m => Of(m.ShortfallZ2)
            ),
            Row(new("Basel zone, all forecasts (cumulative probability)", "巴塞尔区，全部预测（累积概率）"), series, m => Light(m.Light)),
            Row(
                Sentence.Plain(
                    "Basel zone, last {days} (cumulative probability; added to the multiplier)",
                    "巴塞尔区，最近 {days} 次（累积概率；乘数附加）",
                    ("days", $"{series.Models[0].RecentLight.Days}")
                ),
                series,
                m => Light(m.RecentLight)
            ),
            Row(
                new("Fits made / failed", "拟合次数 / 失败"),
                series,
                m => m.Fits == 0 ? CommonTexts.None : LocalText.Same($"{m.Fits:N0} / {m.FailedFits:N0}")
            ),
        ];
        return new(
            [new LocalText("Test", "检验"), .. series.Models.Select(m => new Column(BacktestTexts.Name(m.Model), Numeric: true))],
            rows
        );
    }

    private static IReadOnlyList<Cell> Row(LocalText name, BacktestSeries series, Func<ModelBacktest, Cell> cell) =>
        [name, .. series.Models.Select(cell)];

    private static Cell Of(BacktestTest test)
    {
        if (double.IsNaN(test.PValue))
            return CommonTexts.NotAvailable;
        var note = double.IsNaN(test.CriticalValue)
            ? Sentence.Plain("p {p}", "p {p}", ("p", BacktestTexts.P(test)))
            : Sentence.Plain(
                "p {p}; {critical}",
                "p {p}; {critical}",
                ("p", BacktestTexts.P(test)),
                ("critical", Digits.Write(test.CriticalValue, 2))
            );
        var statistic = LocalText.Same(Digits.Write(test.Statistic, 2));
        return new Cell(test.IsRefused ? Prose.Strong(statistic) : statistic, (Prose)note);
    }

    private static Cell After(ModelBacktest model)
    {
        var n = model.Transitions;
        static string Share(int part, int whole) => whole == 0 ? "–" : Digits.Write(100.0 * part / whole, 1) + "%";
        return LocalText.Same($"{Share(n[1], n[0] + n[1])} / {Share(n[3], n[2] + n[3])}");
    }

    private static Cell Light(BaselLight light)
    {
        var cumulative = FormattedFigure.Known(light.Cumulative).English;
        var note = LocalText.Same(light.Multiplier is { } multiplier ? $"{cumulative}; +{multiplier:0.00}" : cumulative);
        return new Cell(BacktestTexts.Zone(light), (Prose)note);
    }
}
