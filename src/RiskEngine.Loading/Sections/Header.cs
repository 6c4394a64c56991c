using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Loading.Sections;

/// <summary>The scenario's own keys, as far as they could be read.</summary>
/// <param name="Id">The scenario's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Summary">Its summary; may be empty.</param>
/// <param name="AsOf">The as-of date, or null after an error.</param>
/// <param name="Currency">Its currency, or null after an error.</param>
/// <param name="Horizons">The horizons in rising order.</param>
/// <param name="Simulation">How to simulate.</param>
/// <param name="LargeLoss">The loss above which it is large.</param>
internal sealed record Header(
    string Id,
    LocalText Name,
    LocalText Summary,
    DateOnly? AsOf,
    string? Currency,
    IReadOnlyList<Horizon> Horizons,
    SimulationOptions Simulation,
    double LargeLoss
)
{
    /// <summary>The as-of date, or a day that stands in for it so that reading can go on after an error.</summary>
    public DateOnly Start => AsOf ?? new DateOnly(2000, 1, 1);
}
