using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of <c>scenario.yaml</c>.</summary>
internal static class ScenarioKeys
{
    public static KeySpec<TextValue> Id { get; } =
        new("id", new("id") { Pattern = SchemaText.IdPattern }, "names the folder under reports") { Otherwise = "the folder's name" };

    public static KeySpec<LocalTextValue> Name { get; } = new("name", new(), "for readers");

    public static KeySpec<LocalTextValue> Summary { get; } = new("summary", new(), "for readers") { Otherwise = "empty" };

    public static KeySpec<DateValue> AsOf { get; } =
        new("asOf", new(), "day of all prices and holdings") { Condition = "1900-01-01 to 2200-12-31" };

    public static KeySpec<TextValue> Currency { get; } = new("currency", new("ISO code") { Pattern = "^[A-Z]{3}$" }, "of all prices");

    public static KeySpec<TableValue<EitherValue>> Horizons { get; } =
        new(
            "horizons",
            new("id", new(new TenorValue(), new MappingValue(() => HorizonKeys.All))) { Declares = true },
            "when to measure; the second (or only) one is the middle horizon that headlines use"
        )
        {
            Settable = Settable.OnCommandLine,
            IsAssumption = false,
        };

    public static KeySpec<MappingValue> Simulation { get; } =
        new("simulation", new(() => SimulationKeys.All), "how to simulate")
        {
            Settable = Settable.OnCommandLine,
            IsAssumption = false,
            Otherwise = "as below",
        };

    public static KeySpec<NumberValue> LargeLoss { get; } =
        new("largeLoss", new(NumberRange.Probability), "a loss above this part of a portfolio counts as large")
        {
            Settable = Settable.OnCommandLine,
            Default = "0.2",
        };

    public static KeySpec<NumberValue> RiskFreeRate { get; } =
        new("riskFreeRate", new(new(-0.05, 0.5)), "continuously compounded") { Settable = Settable.InCases, Unit = "a year" };

    public static KeySpec<NumberValue> Costs { get; } =
        new(
            "costs",
            new(new(0, 0.2)),
            "cost of turning holdings into what a recommendation buys, sale and purchase together; paid again when it is undone"
        )
        {
            Settable = Settable.InCases,
            Unit = "part of what is turned",
            Default = "0.001",
        };

    public static KeySpec<MappingValue> Copula { get; } =
        new(
            "copula",
            new(() => CopulaKeys.All),
            "a Student-t copula for the factors' shocks, drawn anew at each step; each factor's own shock stays as it is, and correlations "
                + "of shocks come out a little nearer to 0 than those given"
        )
        {
            Settable = Settable.InCases,
            Otherwise = "Gaussian",
        };

    public static KeySpec<TableValue<MappingValue>> Convictions { get; } =
        new(
            "convictions",
            new("verb", new(() => ConvictionKeys.All)) { Declares = true },
            "what a verb of a recommendation means; rows given here replace or add to the default table, and may leave out what they keep"
        )
        {
            Settable = Settable.InCases,
            Otherwise = "watch 0; favour 0.02, position 0.04, invest 0.05, bet 0.06 of the portfolio; reduce 0.5, avoid 1 of the holding",
        };

    public static KeySpec<ListValue<TextValue>> Market { get; } =
        new("market", new(new("file")) { Least = 1 }, "the market files") { IsAssumption = false };

    public static KeySpec<ListValue<TextValue>> Theses { get; } =
        new("theses", new(new("file")), "the thesis files") { Otherwise = "none" };

    public static KeySpec<ListValue<TextValue>> Risks { get; } = new("risks", new(new("file")), "the risk files") { Otherwise = "none" };

    public static KeySpec<ListValue<EitherValue>> Portfolios { get; } =
        new(
            "portfolios",
            new(new(new TextValue("file"), new MappingValue(() => PortfolioKeys.All))) { Least = 1 },
            "the portfolios; one's id is its file's name without ending"
        );

    public static KeySpec<TableValue<MappingValue>> Cases { get; } =
        new(
            "cases",
            new("id", new(() => CaseKeys.All)) { Declares = true },
            "what to simulate beside the base case; `base` (no `set`) is added when absent and always comes first"
        )
        {
            IsAssumption = false,
            Otherwise = "only `base`",
        };

    public static KeySpec<ListValue<MappingValue>> Limits { get; } =
        new("limits", new(new(() => LimitKeys.All)), "bounds that measures are to keep, see below")
        {
            IsAssumption = false,
            Otherwise = "none",
        };

    public static KeySpec<MappingValue> ReverseStress { get; } =
        new("reverseStress", new(() => ReverseStressKeys.All), "which losses the report looks at backwards")
        {
            IsAssumption = false,
            Otherwise = "as below",
        };

    public static KeySpec<TableValue<MappingValue>> Views { get; } =
        new("views", new("id", new(() => ViewKeys.All)) { Declares = true }, "opinions that are to hold on top of the base case, see below")
        {
            Settable = Settable.OnCommandLine,
            Otherwise = "none",
        };

    public static KeySpec<MappingValue> Uncertainty { get; } =
        new("uncertainty", new(() => UncertaintyKeys.All), "how wrong the model may be, see below")
        {
            Settable = Settable.OnCommandLine,
            Otherwise = "not asked",
        };

    public static KeySpec<MappingValue> Optimise { get; } =
        new("optimise", new(() => OptimiserKeys.All), "what an optimiser may hold, see below")
        {
            Settable = Settable.OnCommandLine,
            Otherwise = "not asked",
        };

    public static KeySpec<ListValue<TextValue>> Plugins { get; } =
        new("plugins", new(new(".dll file")), "compiled libraries that define factor kinds, see below") { Otherwise = "none" };

    public static KeySet All { get; } =
        new(
            "scenario file",
            [
                Id,
                Name,
                Summary,
                AsOf,
                Currency,
                Horizons,
                Simulation,
                LargeLoss,
                RiskFreeRate,
                Costs,
                Copula,
                Convictions,
                Market,
                Theses,
                Risks,
                Portfolios,
                Cases,
                Limits,
                ReverseStress,
                Views,
                Uncertainty,
                Optimise,
                Plugins,
                SourceKeys.Source,
            ]
        )
        {
            HasOwnTable = true,
        };
}
