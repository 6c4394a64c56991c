using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;

namespace RiskEngine.Reporting.Tests.Samples;

/// <summary>A made-up thesis with one of everything.</summary>
internal static class SampleThesis
{
    private static readonly ClaimRef market = Ref("market");

    public static ClaimRef Ref(string claim) => new(new("inference-era"), new(claim));

    public static Thesis Make(LocalText? hostile) =>
        new()
        {
            Id = new("inference-era"),
            Article = new(
                hostile?.English ?? "The inference era",
                hostile?.English ?? "not named",
                new(2026, 2, 6),
                new("https://example.org/articles/1"),
                "a.txt"
            ),
            Summary = SampleScenario.Text("Inference overtakes training.", "推理超过训练。"),
            Claims =
            [
                new(
                    new("market"),
                    98,
                    SampleScenario.Text("Outlook", "展望"),
                    hostile ?? SampleScenario.Text("The market reaches 330 bn in 2030.", "市场 2030 年达 3300 亿。")
                ),
                new(
                    new("bubble"),
                    134,
                    SampleScenario.Text("Risks", "风险"),
                    SampleScenario.Text("Some valuations are too high.", "部分估值过高。")
                ),
            ],
            Recommendations = [Buy, Watch],
            Exposures =
            [
                new([new("chips")], new("chip-makers"), SampleScenario.Market.Id, 0.3, market, true),
                new([new("chips")], null, SampleScenario.Share.Id, -0.2, market, false),
            ],
            Predictions = [Reaches, Both],
            Indicators =
            [
                new(
                    new("size"),
                    SampleScenario.Text("Market size", "市场规模"),
                    market,
                    SampleScenario.Market.Id,
                    new(2026, 12, 31),
                    new(Side.Above, 100),
                    new(Side.Below, 80)
                ),
            ],
            Deals =
            [
                new(new("told"), SampleScenario.Text("A deal that is told", "一笔提到的交易"), market, null, 20, null),
                new(
                    new("closing"),
                    SampleScenario.Text("A deal that may close", "一笔可能完成的交易"),
                    market,
                    new(2026, 1, 5),
                    null,
                    SampleScenario.Supply with
                    {
                        Id = new("closing"),
                        Name = SampleScenario.Text("Closing", "完成"),
                    }
                ),
            ],
            Checks = [Sum, Statements],
        };

    public static Recommendation Buy { get; } =
        new()
        {
            Id = new("buy-chips"),
            Name = SampleScenario.Text("Buy chip makers", "买入芯片厂商"),
            Claims = [market],
            Horizon = new("medium"),
            Conviction = new("invest", Direction.Buy, 0.05),
            Size = 0.05,
            Targets = [new(new("chips"), 1)],
            From = SampleScenario.AsOf,
            Until = SampleScenario.AsOf.AddYears(1),
            Cost = 0.001,
        };

    public static Recommendation Watch { get; } =
        Buy with
        {
            Id = new("watch-rounds"),
            Name = SampleScenario.Text("Watch financing rounds", "关注融资动态"),
            Conviction = new("watch", Direction.Watch, 0),
            Size = 0,
            Targets = [],
        };

    public static Prediction Reaches { get; } =
        new(
            new("above-100"),
            SampleScenario.Text("Above 100 bn in 2026", "2026 年超 1000 亿"),
            market,
            new(2026, 12, 31),
            new FactorCondition(SampleScenario.Market.Id, Side.Above, 100)
        );

    public static Prediction Both { get; } =
        new(
            new("both"),
            SampleScenario.Text("330 bn and the leader below 55%", "3300 亿且龙头低于 55%"),
            market,
            new(2030, 12, 31),
            new AllCondition([
                new FactorCondition(SampleScenario.Market.Id, Side.Above, 330),
                new FactorCondition(SampleScenario.Share.Id, Side.Below, 0.55),
            ])
        );

    public static Check Sum { get; } =
        new(
            new("growth"),
            SampleScenario.Text("Growth claimed and growth in the table", "所称增长与表中增长"),
            [market],
            new(ArithmeticKind.Growth, [440, 680], 0.85, 0.01)
        );

    public static Check Statements { get; } =
        new(new("years"), SampleScenario.Text("A heading says 2026, the values are of 2025", "标题写 2026，数值属 2025"), [market], null);
}
