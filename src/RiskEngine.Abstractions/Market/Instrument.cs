using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Pricing;

namespace RiskEngine.Abstractions.Market;

/// <summary>What an instrument is, which decides how it moves.</summary>
public enum InstrumentKind
{
    /// <summary>A listed share.</summary>
    Equity,

    /// <summary>A listed fund of shares or bonds.</summary>
    Fund,

    /// <summary>Money at the risk-free rate; moved by nothing else.</summary>
    Cash,

    /// <summary>A stake in a private company: marked by its exposures, not tradable until it is listed, sold or has failed.</summary>
    Private,

    /// <summary>
    /// Priced anew at every date from factors and other instruments, by its <see cref="Instrument.Pricing"/>: a bond, an option, a holding
    /// in a foreign currency.
    /// </summary>
    Priced,
}

/// <summary>
/// Something a portfolio can hold. Its log return is the sum of exposure times factor surprise, plus its own risk, plus risk events;
/// its expected return is the risk-free rate plus exposures times premiums plus what is not priced in plus expected event losses.
/// </summary>
public sealed record Instrument
{
    /// <summary>The instrument's id.</summary>
    public required Id<Instrument> Id { get; init; }

    /// <summary>Its name for readers.</summary>
    public required LocalText Name { get; init; }

    /// <summary>What it is.</summary>
    public required InstrumentKind Kind { get; init; }

    /// <summary>Ticker or other outside name; empty when it has none.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>Groups it belongs to.</summary>
    public IReadOnlyList<Id<InstrumentGroup>> Groups { get; init; } = [];

    /// <summary>
    /// Standard deviation of its log return a year, all risk but events, 0 to 5. What the factors do not explain is its own risk,
    /// independent of everything else. Zero for cash, and where <see cref="Own"/> says what its own risk is.
    /// </summary>
    public double Volatility { get; init; }

    /// <summary>
    /// What moves its log return beyond its factors, as a factor that nothing else is exposed to: of any kind that moves by percentages and
    /// takes neither path, history nor states. Its drift changes nothing, for prices know it. Null where the own risk is normal, of the
    /// size that the factors leave of <see cref="Volatility"/>.
    /// </summary>
    public RiskFactor? Own { get; init; }

    /// <summary>
    /// What owing it costs a year, beside what it earns for its owner: a share's borrow fee, a loan's rate over the risk-free one.
    /// Continuously compounded, paid in more of the instrument. 0 to 5; null where nothing is said, and owing it costs nothing more.
    /// </summary>
    public double? BorrowCost { get; init; }

    /// <summary>
    /// Log return per unit of factor move on the factor's scale, at most one entry a factor; article exposures are separate.
    /// </summary>
    public IReadOnlyList<Exposure> Exposures { get; init; } = [];

    /// <summary>Ways in which a private company's stake ends or is marked down; empty for all other kinds.</summary>
    public IReadOnlyList<PrivateExit> Exits { get; init; } = [];

    /// <summary>
    /// How a priced instrument is priced; null for all other kinds. What has one has neither volatility, exposures nor groups of its own.
    /// </summary>
    public PricingDefinition? Pricing { get; init; }
}

/// <summary>An exposure to one factor.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Size">Log return per unit of the factor's move on its scale.</param>
public sealed record Exposure(Id<RiskFactor> Factor, double Size);

/// <summary>A named set of instruments that articles and risks speak of together.</summary>
/// <param name="Id">The group's id.</param>
/// <param name="Name">Its name for readers.</param>
public sealed record InstrumentGroup(Id<InstrumentGroup> Id, LocalText Name);
