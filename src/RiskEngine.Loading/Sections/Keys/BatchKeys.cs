using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of <c>batch.yaml</c>.</summary>
internal static class BatchKeys
{
    /// <summary>Paths of settings hold ids and keys, joined by dots.</summary>
    private const string PathPattern = "^[A-Za-z0-9]+([-.][A-Za-z0-9]+)*$";

    public static KeySpec<LocalTextValue> Name { get; } = new("name", new(), "for readers") { Otherwise = "the file's name" };

    public static KeySpec<ListValue<TextValue>> Scenarios { get; } =
        new("scenarios", new(new("folder")) { Least = 1 }, "scenario folders, or the files in them, seen from the batch's own folder");

    public static KeySpec<ListValue<ReferenceValue>> Cases { get; } =
        new("cases", new(new("id of a case")), "the cases, each in jobs of its own") { Otherwise = "`base`" };

    public static KeySpec<ListValue<ReferenceValue>> Portfolios { get; } =
        new("portfolios", new(new("id of a portfolio")), "the portfolios, each in jobs of its own")
        {
            Otherwise = "all of a scenario together in each job",
        };

    public static KeySpec<ListValue<WholeNumberValue>> Seeds { get; } =
        new("seeds", new(new(0, ulong.MaxValue)), "the seeds, each in jobs of its own") { Otherwise = "the scenario's" };

    public static KeySpec<WholeNumberValue> Paths { get; } =
        new("paths", new(1_000, 100_000_000), "number of paths of a job") { Otherwise = "the scenario's" };

    public static KeySpec<ChoiceValue<SamplingMethod>> Sampling { get; } =
        new("sampling", SimulationKeys.Sampling.Value, "how random numbers are drawn") { Otherwise = "the scenario's way" };

    public static KeySpec<ListValue<TextValue>> Measures { get; } =
        new("measures", new(new("id of a measure")), "what the table holds of each job, as held and following all, at every horizon")
        {
            Otherwise = "`mean`, `median`, `var95`, `es95`, `loss-probability`",
        };

    public static KeySpec<TableValue<EitherValue>> Sweep { get; } =
        new(
            "sweep",
            new(
                "path",
                new(
                    new ListValue<NumberValue>(new(NumberRange.Any)),
                    new MappingValue(() => RangeKeys.All),
                    new ParameterValue(NumberRange.Any)
                )
            )
            {
                Pattern = PathPattern,
            },
            "what is varied: paths as after `--set`, each with its values: a list, a range, or (in a design of points) a distribution"
        )
        {
            Otherwise = "nothing",
        };

    public static KeySpec<MappingValue> Design { get; } =
        new("design", new(() => DesignKeys.All), "how the values of several paths meet") { Otherwise = "`grid`" };

    public static KeySpec<MappingValue> Sensitivity { get; } =
        new("sensitivity", new(() => SensitivityKeys.All), "which numbers a figure depends on, in place of a sweep's table")
        {
            Otherwise = "not asked",
        };

    public static KeySet All { get; } =
        new("batch file", [Name, Scenarios, Cases, Portfolios, Seeds, Paths, Sampling, Measures, Sweep, Design, Sensitivity])
        {
            HasOwnTable = true,
        };
}
