using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Abstractions.Scenarios;

/// <summary>
/// Everything a run needs, read from one folder and checked: the cases with their markets, theses, portfolios and risks, and what to
/// measure when.
/// </summary>
public sealed record Scenario
{
    /// <summary>The scenario's id: the folder's name unless the file gives one. Names the folder under reports.</summary>
    public required Id<Scenario> Id { get; init; }

    /// <summary>Its name for readers.</summary>
    public required LocalText Name { get; init; }

    /// <summary>What it is about, in a few sentences; may be empty.</summary>
    public required LocalText Summary { get; init; }

    /// <summary>The day from which everything is simulated; prices and holdings are of this day.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>ISO code of the currency that all prices and values are in.</summary>
    public required string Currency { get; init; }

    /// <summary>When outcomes are measured, in rising order; at least one.</summary>
    public required IReadOnlyList<Horizon> Horizons { get; init; }

    /// <summary>How to simulate.</summary>
    public required SimulationOptions Simulation { get; init; }

    /// <summary>A loss larger than this part of the start value counts as large, 0 to 1.</summary>
    public required double LargeLoss { get; init; }

    /// <summary>The cases; the first is <c>base</c>, the market that prices know.</summary>
    public required IReadOnlyList<Case> Cases { get; init; }

    /// <summary>The base case with statements of articles read the other way, one a check that says how; may be empty.</summary>
    public IReadOnlyList<CheckReading> CheckReadings { get; init; } = [];

    /// <summary>Bounds that the measures must keep; a breached one ends the run with exit code 3.</summary>
    public IReadOnlyList<Limit> Limits { get; init; } = [];

    /// <summary>Which losses are looked at backwards.</summary>
    public ReverseStress ReverseStress { get; init; } = ReverseStress.Default;

    /// <summary>Opinions that are to hold on top of the base case; may be empty.</summary>
    public IReadOnlyList<StatedView> Views { get; init; } = [];

    /// <summary>How wrong the model is taken to be; null where that is not asked.</summary>
    public UncertaintySettings? Uncertainty { get; init; }

    /// <summary>What an optimiser may hold; null where that is not asked.</summary>
    public OptimiserSettings? Optimiser { get; init; }

    /// <summary>The estimations that numbers refer to.</summary>
    public IReadOnlyList<CalibrationRecord> Calibrations { get; init; } = [];

    /// <summary>Every number of the base case with its source.</summary>
    public IReadOnlyList<Assumption> Ledger { get; init; } = [];

    /// <summary>Every file that was read.</summary>
    public IReadOnlyList<InputFile> Inputs { get; init; } = [];

    /// <summary>Notices and warnings of reading: whatever was adjusted, ignored or taken as default.</summary>
    public IReadOnlyList<Diagnostic> Notices { get; init; } = [];

    /// <summary>The base case.</summary>
    public Case Base => Cases[0];

    /// <summary>Which horizon headlines speak of: the second, or the only one.</summary>
    public HorizonIndex HeadlineHorizonIndex => HeadlineOf(Horizons);

    /// <summary>The horizon that headlines speak of.</summary>
    public Horizon HeadlineHorizon => Horizons[HeadlineHorizonIndex.Value];

    /// <summary>Which of some horizons headlines speak of: the second, or the only one.</summary>
    public static HorizonIndex HeadlineOf(IReadOnlyCollection<Horizon> horizons)
    {
        ArgumentNullException.ThrowIfNull(horizons);
        return new HorizonIndex(horizons.Count > 1 ? 1 : 0);
    }
}

/// <summary>A file that was read.</summary>
/// <param name="Path">Relative to the scenario's folder, with forward slashes.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
public sealed record InputFile(string Path, string Sha256);
