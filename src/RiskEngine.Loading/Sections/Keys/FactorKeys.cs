using System.Globalization;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a factor: those of every kind, and those that a kind brings.</summary>
internal static class FactorKeys
{
    public static KeySpec<LocalTextValue> Name { get; } = new("name", new(), "for readers");

    public static KeySpec<LocalTextValue> Unit { get; } = new("unit", new(), "for readers") { Otherwise = "empty" };

    public static KeySpec<TextValue> Kind { get; } = new("kind", new("a kind"), "the process, see below");

    public static KeySpec<TableValue<NumberValue>> Path { get; } =
        new(
            "path",
            new("date", new(NumberRange.Any)),
            "dated points; a calendar year's figure stands on its 31 December; between points the kind interpolates, after the last one "
                + "the value stays"
        )
        {
            Condition = "dates rising",
            Otherwise = "by kind",
        };

    public static KeySpec<NumberValue> PricedIn { get; } =
        new(
            "pricedIn",
            new(NumberRange.Probability),
            "part of the factor's expected move that prices know; of a factor with a `path`, part of that whole path's move, whatever "
                + "`realised` says"
        )
        {
            Default = "1",
        };

    public static KeySpec<ChoiceValue<bool>> OnFailure { get; } =
        new(
            "onFailure",
            new([("stop", false), ("drop", true)]),
            "of kinds of your own: `stop` the run when their code fails, or `drop` the factor, which then stays on its expected path in "
                + "all cases and moves no price"
        )
        {
            Default = "stop",
        };

    public static KeySpec<NumberValue> Premium { get; } =
        new("premium", new(new(-0.5, 0.5)), "expected return over the risk-free rate for an exposure of one")
        {
            Unit = "a year",
            Default = "0",
        };

    public static KeySpec<ReferenceValue> History { get; } =
        new("history", new("id of a history"), "of kinds that take one: the joint history to draw from") { Otherwise = "by kind" };

    public static KeySpec<TextValue> Column { get; } =
        new("column", new("text"), "of kinds that take a history: the column of its file") { Otherwise = "the factor's id" };

    public static KeySpec<TableValue<MappingValue>> States { get; } =
        new("states", new("id", new(() => StateKeys.All)), "of `regime-switching`: the states it moves between, two or more")
        {
            Otherwise = "by kind",
        };

    public static KeySpec<EitherValue> Start { get; } =
        new(
            "start",
            new(new ReferenceValue("id of a state"), new TableValue<NumberValue>("state", new(NumberRange.Probability))),
            "of `regime-switching`: the state on the as-of date, or the probability of each, adding to 1"
        )
        {
            Otherwise = "the long-run shares",
        };

    public static KeySpec<TenorValue> Period { get; } =
        new("period", new(), "of `regime-switching`: makes the numbers under `to` probabilities for that time") { Otherwise = "none" };

    /// <summary>The keys of every kind, as scenarios/README.md shows them.</summary>
    public static KeySet All { get; } =
        new("factor", [Name, Unit, Kind, Path, PricedIn, OnFailure, Premium, History, Column, States, Start, Period, SourceKeys.Source])
        {
            HasOwnTable = true,
        };

    /// <summary>Names of the keys that some kinds bring beside their parameters.</summary>
    public static IReadOnlyList<string> ByKind { get; } = [Path, History, Column, States, Start, Period];

    /// <summary>A factor of any kind.</summary>
    public static KindValue Value { get; } = new("factor", d => d.Kinds.All.Select(kind => (kind.Name, Of(kind))));

    /// <summary>The keys of a factor of a kind.</summary>
    public static KeySet Of(FactorKind kind)
    {
        List<KeySpec> keys = [Name, Unit, Kind, .. kind.Parameters.Select(Parameter)];
        if (kind.Path != PathUse.None)
            keys.Add(kind.Path == PathUse.Required ? Path with { Otherwise = null } : Path);
        if (kind.TakesHistory)
            keys.AddRange([History with { Otherwise = null }, Column]);
        if (kind.TakesStates)
            keys.AddRange([States with { Otherwise = null }, Start, Period]);
        return new KeySet($"factor {kind.Name}", [.. keys, PricedIn, OnFailure, Premium, SourceKeys.Source]);
    }

    /// <summary>A parameter that a kind brings.</summary>
    public static KeySpec<ParameterValue> Parameter(ParameterSpec spec) =>
        new(spec.Name, new(NumberRange.Of(spec)), spec.Meaning.English)
        {
            Unit = spec.Unit,
            Default = spec.Default?.ToString("R", CultureInfo.InvariantCulture),
        };
}
