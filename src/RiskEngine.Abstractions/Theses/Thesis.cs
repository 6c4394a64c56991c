using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Abstractions.Theses;

/// <summary>What one article says, statement by statement, in our own words.</summary>
public sealed record Thesis
{
    /// <summary>The thesis's id.</summary>
    public required Id<Thesis> Id { get; init; }

    /// <summary>The article.</summary>
    public required Article Article { get; init; }

    /// <summary>The article's argument in two or three sentences.</summary>
    public required LocalText Summary { get; init; }

    /// <summary>Every statement that anything in the scenario rests on.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>What it advises.</summary>
    public IReadOnlyList<Recommendation> Recommendations { get; init; } = [];

    /// <summary>Who gains and who loses from what, as signed exposures added to those of the market file.</summary>
    public IReadOnlyList<ThesisExposure> Exposures { get; init; } = [];

    /// <summary>What it says will have happened by when.</summary>
    public IReadOnlyList<Prediction> Predictions { get; init; } = [];

    /// <summary>What it tells readers to watch.</summary>
    public IReadOnlyList<Indicator> Indicators { get; init; } = [];

    /// <summary>Deals it reports.</summary>
    public IReadOnlyList<Deal> Deals { get; init; } = [];

    /// <summary>Its figures held against each other, and against other theses.</summary>
    public IReadOnlyList<Check> Checks { get; init; } = [];

    /// <summary>The claim with this id.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Claim Claim(Id<Claim> id) =>
        Claims.FirstOrDefault(c => c.Id == id) ?? throw new ArgumentException($"Thesis '{Id}' has no claim '{id}'.", nameof(id));
}
