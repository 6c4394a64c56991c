using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;

namespace RiskEngine.Abstractions.Pricing;

/// <summary>The terms of one priced instrument, by name.</summary>
public sealed record PricingTerms
{
    /// <summary>Numbers.</summary>
    public IReadOnlyDictionary<string, double> Numbers { get; init; } = new Dictionary<string, double>();

    /// <summary>Dates.</summary>
    public IReadOnlyDictionary<string, DateOnly> Dates { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>Words.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();

    /// <summary>Factors.</summary>
    public IReadOnlyDictionary<string, Id<RiskFactor>> Factors { get; init; } = new Dictionary<string, Id<RiskFactor>>();

    /// <summary>Instruments.</summary>
    public IReadOnlyDictionary<string, Id<Instrument>> Instruments { get; init; } = new Dictionary<string, Id<Instrument>>();

    /// <summary>The number of this name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public double Number(string name) => Of(Numbers, name, "number");

    /// <summary>The date of this name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public DateOnly Date(string name) => Of(Dates, name, "date");

    /// <summary>The word of this name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public string Word(string name) => Of(Words, name, "word");

    /// <summary>The factor of this name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Id<RiskFactor> Factor(string name) => Of(Factors, name, "factor");

    /// <summary>The instrument of this name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Id<Instrument> Instrument(string name) => Of(Instruments, name, "instrument");

    private static T Of<T>(IReadOnlyDictionary<string, T> values, string name, string type) =>
        values.TryGetValue(name, out var value)
            ? value
            : throw new ArgumentException(
                $"Expected a {type} '{name}' among the terms, found {(values.Count == 0 ? "none" : string.Join(", ", values.Keys))}.",
                nameof(name)
            );
}
