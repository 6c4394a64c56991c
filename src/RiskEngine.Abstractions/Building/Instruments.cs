using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Parameters;

namespace RiskEngine.Abstractions.Building;

/// <summary>Instruments.</summary>
public static class Instruments
{
    /// <summary>A listed share with this volatility in all, and exposures.</summary>
    public static Instrument Equity(string id, double volatility, params (string Factor, double Size)[] exposures) =>
        Of(id, InstrumentKind.Equity, volatility, exposures);

    /// <summary>A listed share whose own risk is of a kind of its own, and exposures.</summary>
    public static Instrument Equity(string id, RiskFactor own, params (string Factor, double Size)[] exposures) =>
        Of(id, InstrumentKind.Equity, 0, exposures) with
        {
            Own = own,
        };

    /// <summary>Cash.</summary>
    public static Instrument Cash(string id) => Of(id, InstrumentKind.Cash, 0, []);

    /// <summary>A private company, in no group.</summary>
    public static Instrument Private(
        string id,
        double volatility,
        IReadOnlyList<PrivateExit> exits,
        params (string Factor, double Size)[] exposures
    ) => Of(id, InstrumentKind.Private, volatility, exposures) with { Exits = exits };

    /// <summary>A hazard of a private company with a constant multiple.</summary>
    public static PrivateExit Exit(ExitRoute route, double rate, double multiple = 1) => new(route, rate, Parameter.Of(multiple));

    private static Instrument Of(string id, InstrumentKind kind, double volatility, (string Factor, double Size)[] exposures) =>
        new()
        {
            Id = new(id),
            Name = LocalText.Same(id),
            Kind = kind,
            Volatility = volatility,
            Exposures = [.. exposures.Select(e => new Exposure(new(e.Factor), e.Size))],
        };
}
