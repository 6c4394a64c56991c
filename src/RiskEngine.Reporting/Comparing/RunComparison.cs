using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Runs;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Comparing;

/// <summary>Two runs held against each other: what differs in what went in, what differs in what came out, and which of it is noise.</summary>
public sealed record RunComparison
{
    /// <summary>The run that is compared with.</summary>
    public required StoredRun Before { get; init; }

    /// <summary>The run that is explained.</summary>
    public required StoredRun After { get; init; }

    /// <summary>Files that differ, by name.</summary>
    public required IReadOnlyList<InputChange> Inputs { get; init; }

    /// <summary>Options, version and kind of machine that differ.</summary>
    public required IReadOnlyList<OptionChange> Options { get; init; }

    /// <summary>The figures that both have: mean, ES 95% and probability of loss of every case, portfolio and horizon, as held and following all.</summary>
    public required IReadOnlyList<FigureChange> Figures { get; init; }

    /// <summary>What each group of inputs does; null where that could not be worked out.</summary>
    public InputAttributionResult? Attribution { get; init; }

    /// <summary>What cannot be told, and why, in a sentence each.</summary>
    public IReadOnlyList<LocalText> NotAttributed { get; init; } = [];

    /// <summary>Whether nothing differs that went in.</summary>
    public bool HasSameInputs => Inputs.Count == 0 && Options.Count == 0;

    /// <summary>The horizon that headlines speak of: the second of the first run, or its only one.</summary>
    public string Headline => Before.Results.Scenario.Horizons[Math.Min(1, Before.Results.Scenario.Horizons.Count - 1)].Id;

    /// <summary>The change of one figure at the headline horizon in the first case that both have; null where there is none.</summary>
    public FigureChange? HeadlineOf(string portfolio, HeadlineVariant variant, MeasureKind measure) =>
        Figures.FirstOrDefault(f => f.Portfolio == portfolio && f.Variant == variant && f.Measure == measure && f.Horizon == Headline);

    /// <summary>The portfolios that both have, with their names in the second run.</summary>
    public IReadOnlyList<(string Id, LocalText Name)> Portfolios =>
        [
            .. After
                .Results.Scenario.Portfolios.Where(p => Before.Results.Scenario.Portfolios.Any(o => o.Id == p.Id))
                .Select(p => (p.Id, p.Name)),
        ];
}

/// <summary>A file that differs.</summary>
/// <param name="File">Its path in the scenario's folder.</param>
/// <param name="IsInBefore">Whether the first run read such a file.</param>
/// <param name="IsInAfter">Whether the second did.</param>
/// <param name="Values">The values that differ; null where the runs kept no copies, or the file is no YAML and no table.</param>
public sealed record InputChange(string File, bool IsInBefore, bool IsInAfter, IReadOnlyList<OptionChange>? Values);

/// <summary>A value that differs.</summary>
/// <param name="Name">What it is.</param>
/// <param name="From">What it is in the first run; null for nothing.</param>
/// <param name="To">What it is in the second run; null for nothing.</param>
public sealed record OptionChange(string Name, string? From, string? To);

/// <summary>One figure of two runs.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Portfolio">Id of the portfolio.</param>
/// <param name="Variant">As held, or following all.</param>
/// <param name="Horizon">Id of the horizon.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Before">In the first run.</param>
/// <param name="After">In the second run.</param>
/// <param name="Difference">The second less the first, with the error of the difference.</param>
/// <param name="IsPaired">
/// Whether the error is that of paired paths (same seed, same paths: noise that both runs share cancels); else that of independent runs.
/// </param>
public sealed record FigureChange(
    string Case,
    string Portfolio,
    HeadlineVariant Variant,
    string Horizon,
    MeasureKind Measure,
    Estimate Before,
    Estimate After,
    Estimate Difference,
    bool IsPaired
)
{
    /// <summary>Whether both are the same number.</summary>
    public bool IsSame => Difference.Value == 0;

    /// <summary>Whether the difference may be noise of sampling alone: its 95% interval holds zero.</summary>
    public bool IsNoise => !IsSame && Difference.HasError && Difference.Low <= 0 && Difference.High >= 0;
}
