using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Testing;

/// <summary>
/// A small scenario under construction. Immutable: every method gives a new one. Monthly steps and one horizon of a year unless told
/// otherwise.
/// </summary>
public sealed record SmallScenario
{
    /// <summary>The one thesis that advice, predictions and indicators belong to.</summary>
    public static readonly Id<Thesis> ThesisId = new("thesis");

    /// <summary>The one claim that everything rests on.</summary>
    public static readonly ClaimRef Claim = new(ThesisId, new Id<Claim>("claim"));

    /// <summary>The as-of date; a year later is exactly 365 days later.</summary>
    public static readonly DateOnly AsOf = new(2026, 1, 1);

    /// <summary>The model of the base case.</summary>
    public Model Model { get; init; } =
        new()
        {
            RiskFreeRate = 0,
            Factors = [],
            Correlations = [],
            Groups = [],
            Instruments = [],
            Portfolios = [],
            Theses = [],
            Risks = [],
        };

    private string Step { get; init; } = "1m";

    private string[] Tenors { get; init; } = ["1y"];

    private Thesis Thesis { get; init; } =
        new()
        {
            Id = ThesisId,
            Article = new Article("An article", "not named", null, null, null),
            Summary = LocalText.Same(""),
            Claims = [new Claim(Claim.Claim, 1, LocalText.Same(""), LocalText.Same(""))],
        };

    private IReadOnlyList<(string Id, Func<Model, Model> Change)> Variations { get; init; } = [];

    private IReadOnlyList<Limit> Limits { get; init; } = [];

    /// <summary>The date so long after the as-of date.</summary>
    public static DateOnly After(string tenor) =>
        Tenor.TryParse(tenor, out var span) ? span.After(AsOf) : throw new ArgumentException($"'{tenor}' is no tenor.", nameof(tenor));

    /// <summary>ACT/365F years from the as-of date to a date so long after it.</summary>
    public static double Years(string tenor) => DayCount.Years(AsOf, After(tenor));

    /// <summary>Another length of the time step.</summary>
    public SmallScenario Every(string step) => this with { Step = step };

    /// <summary>Other horizons.</summary>
    public SmallScenario Until(params string[] tenors) => this with { Tenors = tenors };

    /// <summary>A risk-free rate, continuously compounded.</summary>
    public SmallScenario RiskFree(double rate) => this with { Model = Model with { RiskFreeRate = rate } };

    /// <summary>More factors.</summary>
    public SmallScenario With(params RiskFactor[] more) => this with { Model = Model with { Factors = [.. Model.Factors, .. more] } };

    /// <summary>More instruments.</summary>
    public SmallScenario With(params Instrument[] more) =>
        this with
        {
            Model = Model with { Instruments = [.. Model.Instruments, .. more] },
        };

    /// <summary>More risk events.</summary>
    public SmallScenario With(params RiskEvent[] more) => this with { Model = Model with { Risks = [.. Model.Risks, .. more] } };

    /// <summary>More advice.</summary>
    public SmallScenario With(params Recommendation[] more) =>
        this with
        {
            Thesis = Thesis with { Recommendations = [.. Thesis.Recommendations, .. more] },
        };

    /// <summary>More article exposures.</summary>
    public SmallScenario With(params ThesisExposure[] more) =>
        this with
        {
            Thesis = Thesis with { Exposures = [.. Thesis.Exposures, .. more] },
        };

    /// <summary>A correlation of two factors.</summary>
    public SmallScenario Correlate(string first, string second, double value) =>
        this with
        {
            Model = Model with { Correlations = [.. Model.Correlations, new Correlation(new(first), new(second), value)] },
        };

    /// <summary>A Student-t copula.</summary>
    public SmallScenario Copula(double degreesOfFreedom) => this with { Model = Model with { Copula = new Copula(degreesOfFreedom) } };

    /// <summary>A portfolio of weights; they need not add to one.</summary>
    public SmallScenario Hold(string portfolio, params (string Instrument, double Weight)[] weights) =>
        this with
        {
            Model = Model with
            {
                Portfolios =
                [
                    .. Model.Portfolios,
                    new Portfolio(
                        new(portfolio),
                        LocalText.Same(portfolio),
                        [.. weights.Select(w => new Position(new(w.Instrument), w.Weight, 1))]
                    ),
                ],
            },
        };

    /// <summary>An indicator: the value of a factor so long after the as-of date.</summary>
    public SmallScenario Watch(string factor, string tenor, Threshold? confirms = null, Threshold? refutes = null) =>
        this with
        {
            Thesis = Thesis with
            {
                Indicators =
                [
                    .. Thesis.Indicators,
                    new Indicator(new($"{factor}.{tenor}"), LocalText.Same(factor), Claim, new(factor), After(tenor), confirms, refutes),
                ],
            },
        };

    /// <summary>A prediction for a day so long after the as-of date.</summary>
    public SmallScenario Predict(string id, string tenor, Condition condition) =>
        this with
        {
            Thesis = Thesis with
            {
                Predictions = [.. Thesis.Predictions, new Prediction(new(id), LocalText.Same(id), Claim, After(tenor), condition)],
            },
        };

    /// <summary>A deal that closes by an event.</summary>
    public SmallScenario Deal(string id, RiskEvent closes) =>
        this with
        {
            Thesis = Thesis with { Deals = [.. Thesis.Deals, new Deal(new(id), LocalText.Same(id), Claim, null, null, closes)] },
        };

    /// <summary>A bound on a measure at the first horizon.</summary>
    public SmallScenario Limit(
        string measure,
        string portfolio,
        double? below = null,
        double? above = null,
        string variant = "as-held",
        string @case = "base"
    ) => this with { Limits = [.. Limits, new Limit(measure, new(Tenors[0]), new(portfolio), variant, new(@case), below, above)] };

    /// <summary>A case that changes the model of the base case.</summary>
    public SmallScenario Case(string id, Func<Model, Model> change) => this with { Variations = [.. Variations, (id, change)] };

    /// <summary>The scenario.</summary>
    public Scenario Build(int paths = 200_000, ulong seed = 20260101)
    {
        var model = Model with { Theses = [Thesis] };
        return new Scenario
        {
            Id = new("small"),
            Name = LocalText.Same("small"),
            Summary = LocalText.Same(""),
            AsOf = AsOf,
            Currency = "USD",
            Horizons = [.. Tenors.Select(t => new Horizon(new(t), LocalText.Same(t), TenorOf(t), After(t), Years(t)))],
            Simulation = new SimulationOptions(paths, TenorOf(Step), seed),
            LargeLoss = 0.2,
            Cases =
            [
                new Case(new("base"), LocalText.Same("base"), LocalText.Same(""), [], model),
                .. Variations.Select(v => new Case(
                    new(v.Id),
                    LocalText.Same(v.Id),
                    LocalText.Same(""),
                    [new Override(v.Id, "", "")],
                    v.Change(model)
                )),
            ],
            Limits = Limits,
        };
    }

    private static Tenor TenorOf(string text) =>
        Tenor.TryParse(text, out var tenor) ? tenor : throw new ArgumentException($"'{text}' is no tenor.", nameof(text));
}
