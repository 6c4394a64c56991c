using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Tests.Samples;

/// <summary>Made-up results of the sample scenario: the shape of the real thing, figures of no meaning.</summary>
internal static class SampleResults
{
    private const int Paths = 200;

    /// <summary>A name full of what HTML, scripts and Markdown could take for markup.</summary>
    public const string Hostile = "</script><script>alert(1)</script> <b>A|B</b> *x* [y](javascript:alert(2)) `z`\n# \"q\" & 'r'";

    public static RunDescription Run { get; } =
        new()
        {
            RunId = "3f9a21c0",
            Command = "dotnet run -c Release --project src/RiskEngine.Cli -- run scenarios/sample --seed 20260206",
            Started = new(2026, 11, 21, 18, 30, 0, TimeSpan.Zero),
            Options = new Dictionary<string, string> { ["--paths"] = "100000" },
        };

    public static RiskResults Make(LocalText? hostile = null, string id = "sample")
    {
        var scenario = SampleScenario.Make(hostile, id);
        var portfolio = scenario.Base.Model.Portfolios[0];
        var events = scenario.Base.Model.Events.ToList();
        CaseResult[] cases = [.. scenario.Cases.Select((c, i) => Case(scenario, c, -0.1 * i))];
        return new()
        {
            Scenario = scenario,
            EngineVersion = "0.1.0",
            Cases = cases,
            Views = SampleDecisions.Views(scenario, cases[0].Predictions, hostile),
            Uncertainty = SampleDecisions.Uncertainty(scenario),
            Optimiser = SampleDecisions.Optimiser(scenario),
            EventEffects =
            [
                .. from occurrence in events
                from horizon in scenario.Horizons
                from kind in new[] { VariantKind.AsHeld, VariantKind.FollowingAll }
                select new EventEffectResult(occurrence, portfolio, new(kind, null), horizon, Effect(-0.03)),
            ],
            Instruments = [.. scenario.Base.Model.Instruments.Select(Outlook)],
            Limits =
            [
                new(
                    new("es95", new("medium"), new("core"), HeadlineVariant.FollowingAll, new("base"), 0.6, null),
                    Estimate.Normal(0.45, 0.002),
                    true
                ),
                new(
                    new("sharpe", new("medium"), new("core"), HeadlineVariant.AsHeld, new("base"), null, 0.9),
                    Estimate.Normal(0.3, 0.002),
                    false
                ),
            ],
            Notices = [new(Severity.Notice, new("market.yaml", 3, 1), hostile?.English ?? "group 'gpu-board-makers' has no instrument")],
        };
    }

    /// <summary>As little as a run can find out: one case, not the base one, no articles, no risks.</summary>
    public static RiskResults Bare()
    {
        var full = Make();
        var model = full.Scenario.Base.Model with { Theses = [], Risks = [] };
        var tested = full.Cases[1];
        return full with
        {
            Scenario = full.Scenario with
            {
                Summary = LocalText.Same(""),
                Ledger = [],
                Calibrations = [],
                Inputs = [],
                Cases = [.. full.Scenario.Cases.Select(c => c with { Model = c.Model with { Theses = [] } })],
            },
            Cases =
            [
                tested with
                {
                    Case = tested.Case with { Model = model },
                    Portfolios =
                    [
                        tested.Portfolios[0] with
                        {
                            Variants = [tested.Portfolios[0].AsHeld with { Fan = null }],
                            FollowingEffects = [],
                            RecommendationEffects = [],
                        },
                    ],
                    Predictions = [],
                    Indicators = [],
                    Factors = [],
                    Events = [],
                    PrivateCompanies = [],
                },
            ],
            EventEffects = [],
            Instruments = [],
            Views = null,
            Uncertainty = null,
            Optimiser = null,
            Limits = [],
            Notices = [],
        };
    }

    private static CaseResult Case(Scenario scenario, Case tested, double shift)
    {
        var thesis = scenario.Base.Model.Theses[0];
        return new()
        {
            Case = tested,
            Portfolios = [Portfolio(scenario, shift)],
            Predictions =
            [
                new(thesis, SampleThesis.Reaches, Estimate.FromInterval(0.41 + shift, 0.407 + shift, 0.413 + shift), []),
                new(
                    thesis,
                    SampleThesis.Both,
                    Estimate.FromInterval(0.2, 0.198, 0.203),
                    [Estimate.Normal(0.4, 0.0015), Estimate.Normal(0.5, 0.0016)]
                ),
            ],
            Indicators =
            [
                new(
                    thesis,
                    thesis.Indicators[0],
                    Estimate.Normal(101.2, 0.24),
                    Estimate.Normal(0.51, 0.0016),
                    Estimate.Normal(0.08, 0.0009)
                ),
            ],
            Factors =
            [
                new(SampleScenario.Market, FactorScale.Log, Fan(68, 0.25)),
                new(SampleScenario.Share, FactorScale.Log, Fan(0.78, 0.1)),
            ],
            Events =
            [
                .. scenario.Base.Model.Events.Select(e => new EventResult(
                    e,
                    [.. scenario.Horizons.Select((_, i) => Estimate.Normal(0.1 * (i + 1), 0.001))],
                    Estimate.Normal(0.4, 0.0015)
                )),
            ],
            PrivateCompanies =
            [
                new(
                    SampleScenario.StartUp,
                    scenario.Horizons[1],
                    Estimate.Normal(0.2, 0.001),
                    Estimate.Normal(0.1, 0.001),
                    Estimate.Normal(0.1, 0.001),
                    Estimate.Normal(0.6, 0.001),
                    Estimate.Normal(0.15, 0.001)
                ),
                new(
                    SampleScenario.StartUp,
                    null,
                    Estimate.Normal(0.5, 0.001),
                    Estimate.Normal(0.2, 0.001),
                    Estimate.Normal(0.2, 0.001),
                    Estimate.Normal(0.1, 0.001),
                    Estimate.Normal(0.3, 0.001)
                ),
            ],
        };
    }

    private static PortfolioResult Portfolio(Scenario scenario, double shift)
    {
        Variant[] variants =
        [
            new(VariantKind.AsHeld, null),
            new(VariantKind.FollowingAll, null),
            new(VariantKind.Only, SampleThesis.Buy),
            new(VariantKind.Without, SampleThesis.Buy),
        ];
        return new()
        {
            Portfolio = scenario.Base.Model.Portfolios[0],
            Variants = [.. variants.Select(v => Variant(scenario, v, shift))],
            FollowingEffects = [.. scenario.Horizons.Select(_ => Effect(0.005))],
            RecommendationEffects =
            [
                .. scenario.Horizons.Select(h => new RecommendationEffect(SampleThesis.Buy, h, Effect(0.005), Effect(0.005))),
            ],
        };
    }

    private static VariantResult Variant(Scenario scenario, Variant variant, double shift)
    {
        var isWhole = variant.Kind is VariantKind.AsHeld or VariantKind.FollowingAll;
        return new()
        {
            Variant = variant,
            Horizons = [.. scenario.Horizons.Select(h => Horizon(h, isWhole, variant.Kind == VariantKind.AsHeld, shift))],
            Fan = isWhole ? Fan(1, variant.Kind == VariantKind.AsHeld ? 0.3 : 0.34) : null,
        };
    }

    private static HorizonResult Horizon(Horizon horizon, bool isWhole, bool isHeld, double shift)
    {
        var sigma = (isHeld ? 0.3 : 0.34) * Math.Sqrt(horizon.Years);
        var profits = Enumerable.Range(0, Paths).Select(i => (float)(Math.Exp(shift + sigma * Normal((i + 0.5) / Paths)) - 1)).ToArray();
        var bins = new int[50];
        foreach (var profit in profits)
            bins[Math.Clamp((int)((profit + 1) / 0.08), 0, 49)]++;
        return new()
        {
            Horizon = horizon,
            Measures = Measures(sigma, shift, isHeld),
            Histogram = isWhole ? new Histogram(-1, 0.08, bins, 0, 0) : null,
            Profits = isWhole ? profits : default(ReadOnlyMemory<float>),
            Drawdowns = isWhole ? profits.Select(p => Math.Max(0, -p)).ToArray() : default(ReadOnlyMemory<float>),
        };
    }

    private static MeasureSet Measures(double sigma, double shift, bool isHeld) =>
        new(
            MeasureKinds.All.Select(kind =>
            {
                var value = kind.Id switch
                {
                    "var95" => 1 - Math.Exp(shift - 1.645 * sigma),
                    "es95" => 1 - Math.Exp(shift - 2.06 * sigma),
                    "median" => Math.Exp(shift) - 1 + 0.0631,
                    _ => 0.123 + shift,
                };
                return KeyValuePair.Create(
                    kind,
                    kind == MeasureKinds.BeatUnchangedProbability && isHeld ? Estimate.NotAvailable : Estimate.Normal(value, 0.0012)
                );
            })
        );

    internal static Effect Effect(double mean) =>
        new(Estimate.Normal(mean, 0.0002), Estimate.Normal(-2 * mean, 0.0005), Estimate.Normal(-mean, 0.0004));

    private static Fan Fan(double start, double sigma)
    {
        var dates = Enumerable.Range(0, 37).Select(m => SampleScenario.AsOf.AddMonths(m)).ToList();
        List<double> Quantile(double z) => [.. dates.Select((_, m) => start * Math.Exp(sigma * Math.Sqrt(m / 12.0) * z))];
        return new(dates, Quantile(-1.645), Quantile(-0.674), Quantile(0), Quantile(0.674), Quantile(1.645));
    }

    private static ReturnDecomposition Outlook(Abstractions.Market.Instrument instrument) =>
        new()
        {
            Instrument = instrument,
            RiskFree = 0.04,
            Premium = 0.05,
            NotPricedIn = 0.01,
            Events = Estimate.Normal(-0.02, 0.0004),
            Expected = Estimate.Normal(0.081, 0.0011),
            Volatility = instrument.Volatility,
            OwnVolatility = instrument.Volatility / 2,
            SimulatedVolatility = instrument.Volatility > 0.5 ? Estimate.NotAvailable : Estimate.Normal(0.41, 0.0012),
            Exposures = instrument.Exposures,
        };

    /// <summary>A rough normal quantile: the logistic one, scaled. Good enough for made-up paths.</summary>
    private static double Normal(double p) => Math.Log(p / (1 - p)) / 1.702;
}
