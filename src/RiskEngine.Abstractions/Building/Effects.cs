using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Abstractions.Building;

/// <summary>What risk events do, and what else an event may carry.</summary>
public static class Effects
{
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
            RecoveryHalfLife = Tenor.Parse(halfLife),
            RecoveryShare = share,
        };

    /// <summary>The same event, which multiplies the hazard of another for a time after it occurs.</summary>
    public static RiskEvent Triggering(this RiskEvent source, string other, double multiple, string during) =>
        source with
        {
            Triggers = [.. source.Triggers, new Trigger(new(other), multiple, Tenor.Parse(during))],
        };

    /// <summary>The same event, every occurrence of which adds to the hazard of another event, or to its own.</summary>
    public static RiskEvent Exciting(this RiskEvent source, string other, double offspring, string halfLife) =>
        source with
        {
            Excites = [.. source.Excites, new Excitation(new(other), offspring, Tenor.Parse(halfLife))],
        };

    /// <summary>The same event, which ends a private company.</summary>
    public static RiskEvent Ending(this RiskEvent source, string company, ExitRoute route, double multiple) =>
        source with
        {
            Exit = new ForcedExit(new(company), route, Parameter.Of(multiple)),
        };
}
