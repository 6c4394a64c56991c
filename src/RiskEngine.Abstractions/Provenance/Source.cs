using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;

namespace RiskEngine.Abstractions.Provenance;

/// <summary>Where a number of the scenario comes from. A number has exactly one source.</summary>
public abstract record Source
{
    private protected Source() { }
}

/// <summary>The number stands in an article.</summary>
/// <param name="Thesis">The thesis made from that article.</param>
/// <param name="Claim">The claim, which knows the article's line.</param>
public sealed record FromArticle(Id<Thesis> Thesis, Id<Claim> Claim) : Source;

/// <summary>The number was estimated from data.</summary>
/// <param name="Calibration">The calibration: data, window and method.</param>
public sealed record Calibrated(Id<CalibrationRecord> Calibration) : Source
{
    /// <summary>One standard error of the estimate in the number's own unit, 0 or more; null where the file does not say.</summary>
    public double? StandardError { get; init; }
}

/// <summary>The number is somebody's judgement.</summary>
/// <param name="Reason">Why this value.</param>
public sealed record Judgement(LocalText Reason) : Source;

/// <summary>The file does not say. Reports list such numbers first.</summary>
public sealed record NotStated : Source;
