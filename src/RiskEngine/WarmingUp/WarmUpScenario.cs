using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.WarmingUp;

/// <summary>
/// A scenario without meaning that has one of each that scenarios usually have, so that simulating it calls what simulating them calls:
/// what is missing here is compiled when a scenario first needs it, and costs time there and nothing else.
/// </summary>
internal static class WarmUpScenario
{
    // A block: vectors are only used where there is enough to fill them.
    private const int Paths = 256;

    private static readonly DateOnly start = new(2026, 1, 1);
    private static readonly DateOnly middle = start.AddMonths(2);
    private static readonly DateOnly end = start.AddMonths(4);
    private static readonly ClaimRef claim = new(new("thesis"), new("claim"));
    private static readonly Id<InstrumentGroup> group = new("group");
    private static readonly Id<Instrument> share = new("share");
    private static readonly Id<Instrument> company = new("company");

    /// <summary>The scenario.</summary>
    public static Scenario Create() =>
        new()
        {
            Id = new("warm-up"),
            Name = Text("warm-up"),
            Summary = Text(""),
            AsOf = start,
            Currency = "USD",
            Horizons = [Horizon("short", 2), Horizon("long", 4)],
            Simulation = new SimulationOptions(Paths, new Tenor(1, TenorUnit.Month), Seed: 1),
            LargeLoss = 0.2,
            Cases =
            [
                new Case(new("base"), Text("base"), Text(""), [], Model()),
                new Case(new("other"), Text("other"), Text(""), [], Model()),
            ],
        };

    private static Model Model() =>
        new()
        {
            RiskFreeRate = 0.03,
            Factors =
            [
                Factor(
                    "index",
                    "geometric-brownian",
                    ("start", Parameter.Of(1)),
                    ("drift", Parameter.Of(0.05)),
                    ("volatility", Parameter.Of(0.2))
                ),
                Factor(
                    "level",
                    "ornstein-uhlenbeck",
                    ("start", Parameter.Of(0)),
                    ("mean", new Normal(0, 0.1)),
                    ("halfLife", Parameter.Of(1)),
                    ("volatility", Parameter.Of(0.2))
                ),
                Factor("sales", "forecast-path", ("realised", new Pert(0.2, 0.8, 1.2)), ("volatility", Parameter.Of(0.1))) with
                {
                    Path = Points(1, 2),
                },
                Factor(
                    "part",
                    "bounded-share",
                    ("lower", Parameter.Of(0)),
                    ("upper", Parameter.Of(1)),
                    ("realised", new Pert(0.2, 0.8, 1.2)),
                    ("volatility", Parameter.Of(0.3)),
                    ("halfLife", Parameter.Of(2))
                ) with
                {
                    Path = Points(0.2, 0.4),
                },
            ],
            Correlations = [new Correlation(new("index"), new("level"), 0.3)],
            Groups = [new InstrumentGroup(group, Text("group"))],
            Instruments =
            [
                new Instrument
                {
                    Id = share,
                    Name = Text("share"),
                    Kind = InstrumentKind.Equity,
                    Groups = [group],
                    Volatility = 0.5,
                    Exposures = [new Exposure(new("index"), 1), new Exposure(new("sales"), 0.5)],
                },
                new Instrument
                {
                    Id = company,
                    Name = Text("company"),
                    Kind = InstrumentKind.Private,
                    Groups = [group],
                    Volatility = 0.6,
                    Exposures = [new Exposure(new("index"), 1)],
                    Exits =
                    [
                        new PrivateExit(ExitRoute.Listing, 2, new Pert(0.8, 1.5, 3)),
                        new PrivateExit(ExitRoute.Failure, 1, Parameter.Of(0)),
                    ],
                },
                new Instrument
                {
                    Id = new("cash"),
                    Name = Text("cash"),
                    Kind = InstrumentKind.Cash,
                },
            ],
            Portfolios =
            [
                new Portfolio(
                    new("portfolio"),
                    Text("portfolio"),
                    [new Position(share, 1, 80), new Position(company, 1, 10), new Position(new("cash"), 10, 1)]
                ),
            ],
            Theses = [Thesis()],
            Risks =
            [
                Event(
                    "first",
                    [
                        Effect(EffectChannel.Level) with
                        {
                            Instruments = [share],
                            Factors = [new("part"), new("sales")],
                        },
                        Effect(EffectChannel.Level) with
                        {
                            Groups = [group],
                        },
                    ]
                ) with
                {
                    Triggers = [new Trigger(new("second"), 2, new Tenor(2, TenorUnit.Month))],
                },
                Event("second", [Effect(EffectChannel.Volatility) with { Factors = [new("index")] }, Effect(EffectChannel.Correlation)]),
            ],
        };

    private static Thesis Thesis() =>
        new()
        {
            Id = claim.Thesis,
            Article = new Article("article", "", null, null, null),
            Summary = Text(""),
            Claims = [new Claim(claim.Claim, 1, Text(""), Text(""))],
            Recommendations = [Advice("buy", Direction.Buy), Advice("reduce", Direction.Reduce)],
            Predictions =
            [
                new Prediction(new("above"), Text("above"), claim, middle, new FactorCondition(new("part"), Side.Above, 0.3)),
                new Prediction(new("listed"), Text("listed"), claim, end, new ListingsCondition(group, 1)),
            ],
            Indicators = [new Indicator(new("seen"), Text("seen"), claim, new("sales"), middle, new Threshold(Side.Above, 1.2), null)],
        };

    private static Recommendation Advice(string id, Direction direction) =>
        new()
        {
            Id = new(id),
            Name = Text(id),
            Claims = [claim],
            Horizon = new("long"),
            Conviction = new Conviction(id, direction, 0.1),
            Size = 0.1,
            Targets = [new Target(share, 1)],
            From = start,
            Until = end,
            Cost = 0.001,
        };

    private static RiskEvent Event(string id, IReadOnlyList<EventEffect> effects) =>
        new()
        {
            Id = new(id),
            Name = Text(id),
            Summary = Text(""),
            Claims = [claim],
            Probability = 0.6,
            From = start,
            Until = end,
            Effects = effects,
        };

    private static EventEffect Effect(EffectChannel channel) =>
        new()
        {
            Channel = channel,
            Size = new Pert(0.05, 0.1, 0.3),
            RecoveryHalfLife = new Tenor(2, TenorUnit.Month),
            RecoveryShare = 0.5,
        };

    private static RiskFactor Factor(string id, string kind, params (string Name, Parameter Value)[] parameters) =>
        new()
        {
            Id = new(id),
            Name = Text(id),
            Unit = Text(""),
            Kind = kind,
            Parameters = parameters.ToDictionary(p => p.Name, p => p.Value),
            PricedIn = 0.5,
        };

    private static IReadOnlyList<DatedValue> Points(double first, double last) => [new DatedValue(start, first), new DatedValue(end, last)];

    private static Horizon Horizon(string id, int months) =>
        new(new(id), Text(id), new Tenor(months, TenorUnit.Month), start.AddMonths(months), DayCount.Years(start, start.AddMonths(months)));

    private static LocalText Text(string text) => LocalText.Same(text);
}
