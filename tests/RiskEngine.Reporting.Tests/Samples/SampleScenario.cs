using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Reporting.Tests.Samples;

/// <summary>A small made-up scenario that has one of everything a report can show.</summary>
internal static class SampleScenario
{
    public static readonly DateOnly AsOf = new(2026, 2, 6);

    public static LocalText Text(string english, string chinese) => new(english, chinese);

    public static Horizon[] Horizons { get; } =
    [Horizon("short", "Short", "短期", 3), Horizon("medium", "Medium", "中期", 12), Horizon("long", "Long", "长期", 36)];

    public static RiskFactor Market { get; } =
        new()
        {
            Id = new("inference-market"),
            Name = Text("Inference chip market", "推理芯片市场"),
            Unit = Text("USD bn a year", "十亿美元/年"),
            Kind = "forecast-path",
            Parameters = new Dictionary<string, Parameter> { ["volatility"] = Parameter.Of(0.25) },
            Path = [new(new(2025, 12, 31), 68), new(new(2026, 12, 31), 100), new(new(2030, 12, 31), 330)],
            PricedIn = 0.8,
        };

    public static RiskFactor Share { get; } =
        new()
        {
            Id = new("gpu-share"),
            Name = Text("Share of the leader", "龙头份额"),
            Unit = Text("share", "份额"),
            Kind = "bounded-share",
            Parameters = new Dictionary<string, Parameter> { ["volatility"] = Parameter.Of(0.25) },
            Path = [new(new(2025, 12, 31), 0.78), new(new(2030, 12, 31), 0.55)],
        };

    public static Instrument Chips(LocalText name) =>
        new()
        {
            Id = new("chips"),
            Name = name,
            Kind = InstrumentKind.Equity,
            Symbol = "CHP",
            Groups = [new("chip-makers")],
            Volatility = 0.4,
            Exposures = [new(Market.Id, 0.3), new(Share.Id, -0.2)],
        };

    public static Instrument Cash { get; } =
        new()
        {
            Id = new("cash"),
            Name = Text("Cash", "现金"),
            Kind = InstrumentKind.Cash,
        };

    public static Instrument StartUp { get; } =
        new()
        {
            Id = new("start-up"),
            Name = Text("Start-up", "创业公司"),
            Kind = InstrumentKind.Private,
            Volatility = 0.8,
            Exits = [new(ExitRoute.Listing, 0.2, new Pert(0.5, 1.5, 5))],
        };

    public static RiskEvent Bubble { get; } =
        new()
        {
            Id = new("valuation-bubble"),
            Name = Text("Valuation bubble", "估值泡沫"),
            Summary = Text("Valuations fall back to what profits carry.", "估值回落至盈利所能支撑的水平。"),
            Claims = [new(new("inference-era"), new("bubble"))],
            Probability = 0.4,
            From = AsOf,
            Until = AsOf.AddYears(3),
            Recurs = true,
            Effects =
            [
                new()
                {
                    Channel = EffectChannel.Level,
                    Instruments = [new("chips")],
                    Groups = [new("chip-makers")],
                    Size = new Pert(-0.6, -0.3, -0.1),
                    RecoveryHalfLife = new(9, TenorUnit.Month),
                    RecoveryShare = 0.4,
                },
                new()
                {
                    Channel = EffectChannel.Volatility,
                    Factors = [Market.Id],
                    Size = Parameter.Of(0.5),
                },
            ],
            Triggers = [new(new("supply-chain"), 2, new(6, TenorUnit.Month))],
        };

    public static RiskEvent Supply { get; } =
        new()
        {
            Id = new("supply-chain"),
            Name = Text("Supply chain", "供应链"),
            Summary = Text("Capacity falls short.", "产能不足。"),
            Probability = 0.3,
            From = AsOf,
            Until = AsOf.AddYears(1),
            Effects =
            [
                new()
                {
                    Channel = EffectChannel.Level,
                    Instruments = [new("chips")],
                    Size = new Uniform(-0.3, -0.05),
                },
            ],
        };

    public static Scenario Make(LocalText? hostile = null, string id = "sample")
    {
        var chips = Chips(hostile ?? Text("Chip maker", "芯片厂商"));
        var portfolio = new Portfolio(
            new("core"),
            hostile ?? Text("Core technology", "核心科技"),
            [new(chips.Id, 1000, 120), new(Cash.Id, 30000, 1)]
        );
        var model = new Model
        {
            RiskFreeRate = 0.04,
            Factors = [Market, Share],
            Correlations = [],
            Groups = [new(new("chip-makers"), Text("Chip makers", "芯片厂商"))],
            Instruments = [chips, Cash, StartUp],
            Portfolios = [portfolio],
            Theses = [SampleThesis.Make(hostile)],
            Risks = [Bubble, Supply],
        };
        var bust = model with { RiskFreeRate = 0.05 };
        return new()
        {
            Id = new(id),
            Name = hostile ?? Text("A sample", "样例"),
            Summary = Text("What an article says, simulated.", "一篇文章的说法，模拟之。"),
            AsOf = AsOf,
            Currency = "USD",
            Horizons = Horizons,
            Simulation = new(100_000, new(1, TenorUnit.Month), 20260206),
            LargeLoss = 0.2,
            Cases =
            [
                new(new("base"), Text("Base", "基准"), Text("", ""), [], model),
                new(
                    new("bust"),
                    Text("Bust", "破裂"),
                    Text("The bubble bursts.", "泡沫破裂。"),
                    [new("risks.valuation-bubble.probability", "0.4", "0.8")],
                    bust
                ),
            ],
            Calibrations =
            [
                new(
                    new("weekly"),
                    Text("Weekly closes", "周收盘价"),
                    new(2021, 1, 1),
                    new(2026, 1, 30),
                    Text("Sample deviation", "样本标准差")
                ),
            ],
            Ledger =
            [
                new(
                    "factors",
                    "inference-market",
                    "path.2030-12-31",
                    "330",
                    new FromArticle(new("inference-era"), new("market")),
                    "theses/a.yaml",
                    12
                ),
                new("instruments", "chips", "volatility", "0.4", new Calibrated(new("weekly")), "market.yaml", 40),
                new(
                    "risks",
                    "valuation-bubble",
                    "probability",
                    "0.4",
                    new Judgement(hostile ?? Text("Twice in ten years", "十年两次")),
                    "risks.yaml",
                    3
                ),
                new("", "", "riskFreeRate", "0.04", new NotStated(), "scenario.yaml", 9),
            ],
            Inputs = [new("scenario.yaml", new string('a', 64))],
        };
    }

    private static Horizon Horizon(string id, string english, string chinese, int months)
    {
        var tenor = new Tenor(months, TenorUnit.Month);
        var date = tenor.After(AsOf);
        return new(new(id), Text(english, chinese), tenor, date, DayCount.Years(AsOf, date));
    }
}
