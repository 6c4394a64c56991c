using RiskEngine.Abstractions.Factors;

namespace RiskEngine.Simulation.Planning;

/// <summary>A pricer threw, or gave a price that is none; the run stops.</summary>
/// <param name="problem">Which instrument, when, and what was found.</param>
/// <param name="cause">What it threw; null when it threw nothing.</param>
public sealed class PricingFailedException(string problem, Exception? cause = null) : Exception(problem, cause)
{
    /// <summary>Does something with a pricer; whatever that throws becomes a failure of the instrument.</summary>
    internal static void Guard(string subject, DateOnly date, Action price)
    {
        try
        {
            price();
        }
        catch (Exception e) when (e is not (PricingFailedException or FactorFailedException)) // a pricer may be anybody's code
        {
            throw Of(subject, date, e);
        }
    }

    /// <summary>The failure of a pricer on a day.</summary>
    internal static PricingFailedException Of(string subject, DateOnly date, Exception cause) =>
        new($"{subject}: pricing it on {date:yyyy-MM-dd} threw {cause.GetType().Name}: {cause.Message}", cause);
}
