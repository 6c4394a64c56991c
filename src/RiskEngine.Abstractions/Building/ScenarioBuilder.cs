using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Abstractions.Building;

/// <summary>
/// A scenario made in code instead of files: for programs, notebooks and tests. Immutable: every method gives a new one. Monthly steps and
/// one horizon of a year unless told otherwise; one thesis with one claim, on which all advice, predictions and indicators rest.
/// </summary>
/// <example>
/// <code>
/// var scenario = new ScenarioBuilder("mine", new DateOnly(2026, 1, 1))
///     .With(Factors.Brownian("market", volatility: 0.16, premium: 0.045))
///     .With(Instruments.Equity("chips", 0.35, ("market", 1.4)))
///     .Hold("all-chips", ("chips", 1))
///     .Event("bust", 0.2, "0d", "1y", Effects.Hits(-0.3, "chips"))
///     .Build();
/// </code>
/// </example>
public sealed record ScenarioBuilder
{
    /// <summary>The one thesis that advice, predictions and indicators belong to.</summary>
    public static readonly Id<Thesis> ThesisId = new("thesis");

    /// <summary>The one claim that everything rests on.</summary>
    public static readonly ClaimRef Claim = new(ThesisId, new Id<Claim>("claim"));

    /// <summary>An empty scenario.</summary>
    /// <param name="id">Its id: lower case, digits and hyphens.</param>
    /// <param name="asOf">The day from which everything is simulated.</param>
    /// <param name="currency">ISO code of the currency of all prices.</param>
    /// <exception cref="ArgumentException">The id is none.</exception>
    public ScenarioBuilder(string id, DateOnly asOf, string currency = "USD")
    {
        Id = new(id);
        AsOf = asOf;
        Currency = currency;
    }

    /// <summary>The scenario's id.</summary>
    public Id<Scenario> Id { get; }

    /// <summary>The day from which everything is simulated.</summary>
    public DateOnly AsOf { get; }

    /// <summary>ISO code of the currency of all prices.</summary>
    public string Currency { get; }

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
    /// <exception cref="ArgumentException">It is no tenor (<c>5d</c>, <c>3m</c>, <c>1y</c>).</exception>
    public DateOnly After(string tenor) => Tenor.Parse(tenor).After(AsOf);

    /// <summary>ACT/365F years from the as-of date to a date so long after it.</summary>
    public double Years(string tenor) => DayCount.Years(AsOf, After(tenor));

    /// <summary>Another length of the time step.</summary>
    public ScenarioBuilder Every(string step) => this with { Step = step };

    /// <summary>Other horizons.</summary>
    public ScenarioBuilder Until(params string[] tenors) => this with { Tenors = tenors };

    /// <summary>A risk-free rate, continuously compounded.</summary>
    public ScenarioBuilder RiskFree(double rate) => this with { Model = Model with { RiskFreeRate = rate } };

    /// <summary>More factors.</summary>
    public ScenarioBuilder With(params RiskFactor[] more) => this with { Model = Model with { Factors = [.. Model.Factors, .. more] } };

    /// <summary>More instruments.</summary>
    public ScenarioBuilder With(params Instrument[] more) =>
        this with
        {
            Model = Model with { Instruments = [.. Model.Instruments, .. more] },
        };

    /// <summary>More risk events.</summary>
    public ScenarioBuilder With(params RiskEvent[] more) => this with { Model = Model with { Risks = [.. Model.Risks, .. more] } };

    /// <summary>More advice.</summary>
    public ScenarioBuilder With(params Recommendation[] more) =>
        this with
        {
            Thesis = Thesis with { Recommendations = [.. Thesis.Recommendations, .. more] },
        };

    /// <summary>More article exposures.</summary>
    public ScenarioBuilder With(params ThesisExposure[] more) =>
        this with
        {
            Thesis = Thesis with { Exposures = [.. Thesis.Exposures, .. more] },
        };

    /// <summary>A correlation of two factors.</summary>
    public ScenarioBuilder Correlate(string first, string second, double value) =>
        this with
        {
            Model = Model with { Correlations = [.. Model.Correlations, new Correlation(new(first), new(second), value)] },
        };

    /// <summary>A Student-t copula.</summary>
    public ScenarioBuilder Copula(double degreesOfFreedom) => this with { Model = Model with { Copula = new Copula(degreesOfFreedom) } };

    /// <summary>A portfolio of weights; they need not add to one. What is below zero is owed.</summary>
    public ScenarioBuilder Hold(string portfolio, params (string Instrument, double Weight)[] weights) =>
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

    /// <summary>The last portfolio with a ratio of equity below which its broker calls for margin.</summary>
    public ScenarioBuilder Maintaining(double ratio) =>
        this with
        {
            Model = Model with { Portfolios = [.. Model.Portfolios.SkipLast(1), Model.Portfolios[^1] with { Maintenance = ratio }] },
        };

    /// <summary>An event in a window of tenors after the as-of date, to be added by <see cref="With(RiskEvent[])"/>.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="probability">That it occurs in the window, 0 to 1.</param>
    /// <param name="from">Start of the window, a tenor.</param>
    /// <param name="until">Its end, a tenor.</param>
    /// <param name="effects">What it does.</param>
    public RiskEvent EventOf(string id, double probability, string from, string until, params EventEffect[] effects) =>
        new()
        {
            Id = new(id),
            Name = LocalText.Same(id),
            Summary = LocalText.Same(""),
            Probability = probability,
            From = After(from),
            Until = After(until),
            Effects = effects,
        };

    /// <summary>One more risk event, in a window of tenors after the as-of date.</summary>
    public ScenarioBuilder Event(string id, double probability, string from, string until, params EventEffect[] effects) =>
        With(EventOf(id, probability, from, until, effects));

    /// <summary>Advice to buy targets with a part of the portfolio, to be added by <see cref="With(Recommendation[])"/>.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="size">The part of the portfolio, 0 to 1.</param>
    /// <param name="from">When to buy, a tenor after the as-of date.</param>
    /// <param name="until">When to end the trade, a tenor.</param>
    /// <param name="targets">What to buy, with weights.</param>
    public Recommendation BuyOf(string id, double size, string from, string until, params (string Instrument, double Weight)[] targets) =>
        Advice(id, Direction.Buy, size, from, until, [.. targets.Select(t => new Target(new(t.Instrument), t.Weight))]);

    /// <summary>Advice to sell a part of each target holding, to be added by <see cref="With(Recommendation[])"/>.</summary>
    public Recommendation ReduceOf(string id, double size, string from, string until, params string[] targets) =>
        Advice(id, Direction.Reduce, size, from, until, [.. targets.Select(t => new Target(new(t), 1))]);

    /// <summary>More advice: to buy targets with a part of the portfolio.</summary>
    public ScenarioBuilder Buy(string id, double size, string from, string until, params (string Instrument, double Weight)[] targets) =>
        With(BuyOf(id, size, from, until, targets));

    /// <summary>More advice: to sell a part of each target holding.</summary>
    public ScenarioBuilder Reduce(string id, double size, string from, string until, params string[] targets) =>
        With(ReduceOf(id, size, from, until, targets));

    /// <summary>An indicator: the value of a factor so long after the as-of date.</summary>
    public ScenarioBuilder Watch(string factor, string tenor, Threshold? confirms = null, Threshold? refutes = null) =>
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
    public ScenarioBuilder Predict(string id, string tenor, Condition condition) =>
        this with
        {
            Thesis = Thesis with
            {
                Predictions = [.. Thesis.Predictions, new Prediction(new(id), LocalText.Same(id), Claim, After(tenor), condition)],
            },
        };

    /// <summary>A deal that closes by an event.</summary>
    public ScenarioBuilder Deal(string id, RiskEvent closes) =>
        this with
        {
            Thesis = Thesis with { Deals = [.. Thesis.Deals, new Deal(new(id), LocalText.Same(id), Claim, null, null, closes)] },
        };

    /// <summary>A bound on a measure at the first horizon.</summary>
    public ScenarioBuilder Limit(
        string measure,
        string portfolio,
        double? below = null,
        double? above = null,
        HeadlineVariant variant = HeadlineVariant.AsHeld,
        string @case = "base"
    ) => this with { Limits = [.. Limits, new Limit(measure, new(Tenors[0]), new(portfolio), variant, new(@case), below, above)] };

    /// <summary>A case that changes the model of the base case.</summary>
    public ScenarioBuilder Case(string id, Func<Model, Model> change) => this with { Variations = [.. Variations, (id, change)] };

    /// <summary>The scenario.</summary>
    public Scenario Build(int paths = 200_000, ulong seed = 20260101)
    {
        var model = Model with { Theses = [Thesis] };
        return new Scenario
        {
            Id = Id,
            Name = LocalText.Same(Id.Value),
            Summary = LocalText.Same(""),
            AsOf = AsOf,
            Currency = Currency,
            Horizons = [.. Tenors.Select(t => new Horizon(new(t), LocalText.Same(t), Tenor.Parse(t), After(t), Years(t)))],
            Simulation = new SimulationOptions(paths, Tenor.Parse(Step), seed),
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

    private Recommendation Advice(string id, Direction direction, double size, string from, string until, Target[] targets) =>
        new()
        {
            Id = new(id),
            Name = LocalText.Same(id),
            Claims = [Claim],
            Horizon = new(Tenors[^1]),
            Conviction = new Conviction(direction == Direction.Buy ? "invest" : "reduce", direction, size),
            Size = size,
            Targets = targets,
            From = After(from),
            Until = After(until),
        };
}
