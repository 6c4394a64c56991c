using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results.Backtests.Fans;

namespace RiskEngine.Reporting.Backtests.Fans;

/// <summary>Tables of scores, the same of all columns together and of each name.</summary>
internal static class FanTexts
{
    private const double Refused = 0.05;

    /// <summary>A row a horizon.</summary>
    public static Table Scores(IReadOnlyList<FanScore> scores) => new(Columns(null), [.. scores.Select(s => Row(s))]);

    /// <summary>The heads, after a first column where one is named.</summary>
    public static IReadOnlyList<Column> Columns(LocalText? first) =>
        [
            .. first is null ? Array.Empty<Column>() : [first],
            new LocalText("Horizon", "期限"),
            new(new("Forecasts", "预测次数"), Numeric: true),
            .. FanBacktestSettings.Levels.Select(level => new Column(
                Sentence.Plain("In the {level} band", "落入 {level} 区间", ("level", FormattedFigure.Known(level))),
                Numeric: true
            )),
            new(new("Evenly spread, p", "均匀性 p 值"), Numeric: true),
            new(new("CRPS, points", "CRPS，百分点"), Numeric: true),
            new(new("Skill over a random walk", "相对随机游走的技巧"), Numeric: true),
            new(new("Skill over historical simulation", "相对历史模拟的技巧"), Numeric: true),
        ];

    /// <summary>The cells of one score, after a name where one is given.</summary>
    public static IReadOnlyList<Cell> Row(FanScore score, string? name = null) =>
        [
            .. name is null ? Array.Empty<Cell>() : [LocalText.Same(name)],
            CommonTexts.Span(score.Horizon),
            LocalText.Same($"{score.Forecasts:N0}"),
            .. score.Bands.Select(band => new Cell(Stressed(FormattedFigure.Rounded(band.Covered), band.PValue), PNote(band.PValue))),
            new Cell(Stressed(P(score.UniformP), score.UniformP)),
            FormattedFigure.Number(100 * score.Crps, significant: 3),
            Skill(score.RandomWalkSkill),
            Skill(score.HistoricalSkill),
        ];

    /// <summary>A p-value.</summary>
    public static LocalText P(double p) => LocalText.Same(p < 0.0015 ? "≤ 0.001" : Digits.Write(p, 3));

    private static Prose PNote(double p) => Sentence.Plain("p {p}", "p {p}", ("p", P(p)));

    private static Prose Stressed(LocalText text, double p) => p < Refused ? Prose.Strong(text) : text;

    private static Cell Skill(Estimate skill) =>
        skill.IsAvailable ? FormattedFigure.Percent(skill, withPlus: true).AsCell() : CommonTexts.NotAvailable;
}
