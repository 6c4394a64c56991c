using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Testing;

/// <summary>Risk events and their effects.</summary>
public static class Events
{
    /// <summary>An event in a window of tenors after the as-of date.</summary>
    public static RiskEvent Of(string id, double probability, string from, string until, params EventEffect[] effects) =>
        new()
        {
            Id = new(id),
            Name = LocalText.Same(id),
            Summary = LocalText.Same(""),
            Probability = probability,
            From = SmallScenario.After(from),
            Until = SmallScenario.After(until),
            Effects = effects,
        };

    /// <summary>An event that is sure to come on a day.</summary>
    public static RiskEvent Sure(string id, string on, params EventEffect[] effects) => Of(id, 1, "0d", on, effects);

    /// <summary>A relative move of instruments.</summary>
    public static EventEffect Hits(Parameter size, params string[] instruments) =>
        new()
        {
            Channel = EffectChannel.Level,
            Instruments = [.. instruments.Select(i => new Id<Instrument>(i))],
            Size = size,
        };

    /// <summary>A relative move of instruments.</summary>
    public static EventEffect Hits(double size, params string[] instruments) => Hits(Parameter.Of(size), instruments);

    /// <summary>A move of factors, or a change of their volatility or correlation.</summary>
    public static EventEffect Shifts(EffectChannel channel, Parameter size, params string[] factors) =>
        new()
        {
            Channel = channel,
            Factors = [.. factors.Select(f => new Id<RiskFactor>(f))],
            Size = size,
        };

    /// <summary>A move of factors, or a change of their volatility or correlation.</summary>
    public static EventEffect Shifts(EffectChannel channel, double size, params string[] factors) =>
        Shifts(channel, Parameter.Of(size), factors);

    /// <summary>The same effect, of which a share recovers with a half-life.</summary>
    public static EventEffect Recovering(this EventEffect effect, string halfLife, double share = 1) =>
        effect with
        {
            RecoveryHalfLife = Tenor.TryParse(halfLife, out var tenor)
                ? tenor
                : throw new ArgumentException($"'{halfLife}' is no tenor.", nameof(halfLife)),
            RecoveryShare = share,
        };

    /// <summary>The same event, which multiplies the hazard of another for a time after it strikes.</summary>
    public static RiskEvent Triggering(this RiskEvent source, string other, double multiple, string during) =>
        source with
        {
            Triggers =
            [
                .. source.Triggers,
                new Trigger(
                    new(other),
                    multiple,
                    Tenor.TryParse(during, out var tenor) ? tenor : throw new ArgumentException($"'{during}' is no tenor.", nameof(during))
                ),
            ],
        };

    /// <summary>The same event, which ends a private company.</summary>
    public static RiskEvent Ending(this RiskEvent source, string company, ExitRoute route, double multiple) =>
        source with
        {
            Exit = new ForcedExit(new(company), route, Parameter.Of(multiple)),
        };
}
