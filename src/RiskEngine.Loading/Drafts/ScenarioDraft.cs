using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;

namespace RiskEngine.Loading.Drafts;

/// <summary>
/// What a scenario is to say before it is written to files: plain data, made from holdings, a reference market or an article.
/// </summary>
/// <remarks>
/// Ids, ranges and units are those of scenarios/README.md. Nothing is checked here: <see cref="ScenarioReader"/> reads what
/// <see cref="DraftWriter"/> wrote and says what is wrong with it.
/// </remarks>
public sealed record ScenarioDraft
{
    /// <summary>Names the folder under reports; empty for the name of the scenario's folder.</summary>
    public string Id { get; init; } = "";

    /// <summary>For readers.</summary>
    public required LocalText Name { get; init; }

    /// <summary>For readers; may be empty.</summary>
    public LocalText Summary { get; init; } = LocalText.Same("");

    /// <summary>Comment lines at the head of <c>scenario.yaml</c>, without their number sign.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>Day of all prices and holdings.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Currency of all prices, three letters.</summary>
    public required string Currency { get; init; }

    /// <summary>Continuously compounded, a year.</summary>
    public required double RiskFreeRate { get; init; }

    /// <summary>Where <see cref="RiskFreeRate"/> comes from.</summary>
    public required Source RiskFreeRateSource { get; init; }

    /// <summary>Number of paths.</summary>
    public int Paths { get; init; } = 20_000;

    /// <summary>The estimations that sources refer to.</summary>
    public IReadOnlyList<CalibrationRecord> Calibrations { get; init; } = [];

    /// <summary>Risk factors.</summary>
    public IReadOnlyList<DraftFactor> Factors { get; init; } = [];

    /// <summary>Correlations of the factors' shocks; pairs not given are 0.</summary>
    public IReadOnlyList<DraftCorrelation> Correlations { get; init; } = [];

    /// <summary>Groups of instruments: id and name.</summary>
    public IReadOnlyList<(string Id, LocalText Name)> Groups { get; init; } = [];

    /// <summary>Instruments.</summary>
    public IReadOnlyList<DraftInstrument> Instruments { get; init; } = [];

    /// <summary>Risk events.</summary>
    public IReadOnlyList<DraftRisk> Risks { get; init; } = [];

    /// <summary>Cases beside <c>base</c>.</summary>
    public IReadOnlyList<DraftCase> Cases { get; init; } = [];

    /// <summary>Opinions that are to hold on top of the base case.</summary>
    public IReadOnlyList<DraftView> Views { get; init; } = [];

    /// <summary>How wrong the model is taken to be, and how often uncertain numbers are drawn; null where that is not asked.</summary>
    public UncertaintySettings? Uncertainty { get; init; }

    /// <summary>Theses, each the text of its file.</summary>
    public IReadOnlyList<DraftThesis> Theses { get; init; } = [];

    /// <summary>Portfolios.</summary>
    public required IReadOnlyList<DraftPortfolio> Portfolios { get; init; }
}
