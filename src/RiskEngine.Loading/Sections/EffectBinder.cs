using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Time;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds what an event does when it occurs.</summary>
internal static class EffectBinder
{
    public static IReadOnlyList<EventEffect> Bind(BindingScope scope, MappingReader owner)
    {
        var effects = new List<EventEffect>();
        var nodes = owner.Items(EventKeys.Effects);
        for (var i = 0; i < nodes.Count; i++)
        {
            var reader = owner.Read(nodes[i], n => MappingReader.Of(n, $"{owner.Subject}, 'effects.{i}'", scope.Diagnostics));
            if (reader is null)
                continue;
            if (Effect(scope, reader) is { } effect)
                effects.Add(effect);
            else
                owner.Fail();
        }

        return effects;
    }

    private static EventEffect? Effect(BindingScope scope, MappingReader reader)
    {
        var ids = scope.Ids;
        var on = reader.References(EffectKeys.On, ids.Names);
        var channel = reader.Choice(EffectKeys.Change);
        var factors = on.Where(ids.Factors.Contains).ToList();
        var groups = on.Where(ids.Groups.Contains).ToList();
        var hit = on.Where(ids.Instruments.Contains)
            .Select(i => new Id<Instrument>(i))
            .Concat(groups.SelectMany(scope.MembersOf))
            .Distinct()
            .ToList();
        if (channel != EffectChannel.Level && on.Count > factors.Count)
        {
            var other = on.First(o => !factors.Contains(o));
            reader.Refuse(
                EffectKeys.On,
                $"expected factors only, for only they have a {channel.ToString().ToLowerInvariant()} that moves, found '{other}'"
            );
        }

        if (channel == EffectChannel.Correlation && !reader.Failed && factors.Count < 2)
            reader.Refuse(EffectKeys.On, $"expected two factors or more, found {factors.Count}");
        var range = Range(scope, reader, channel, factors, on.Count > factors.Count);
        var size = reader.Parameter(EffectKeys.Size, range);
        var (halfLife, share) = Recovery(reader, channel);
        if (!reader.Finish())
            return null;
        return new EventEffect
        {
            Channel = channel,
            Instruments = hit,
            Groups = [.. groups.Select(g => new Id<InstrumentGroup>(g))],
            Factors = [.. factors.Select(f => new Id<RiskFactor>(f))],
            Size = size!,
            RecoveryHalfLife = halfLife,
            RecoveryShare = share,
        };
    }

    /// <summary>Relative sizes stay above -1; a size for factors that move by level is an amount, and cannot be both at once.</summary>
    private static NumberRange Range(
        BindingScope scope,
        MappingReader reader,
        EffectChannel channel,
        List<string> factors,
        bool hasInstruments
    )
    {
        if (channel != EffectChannel.Level)
            return channel == EffectChannel.Correlation ? EffectKeys.Correlations : EffectKeys.Relative;
        var scales = factors
            .Select(f => scope.Factors.FirstOrDefault(x => x.Id.Value == f))
            .OfType<RiskFactor>()
            .ToLookup(f => scope.Kinds.KindOf(f).Scale);
        var amounts = scales[FactorScale.Level].ToList();
        if (amounts.Count > 0 && (hasInstruments || scales[FactorScale.Log].Any()))
        {
            reader.Refuse(
                EffectKeys.On,
                $"expected targets whose size means the same: '{amounts[0].Id}' moves by an amount, the others by a part; write two effects"
            );
        }

        return amounts.Count > 0 ? EffectKeys.Size.Value.Range : EffectKeys.Relative;
    }

    private static (Tenor? HalfLife, double Share) Recovery(MappingReader reader, EffectChannel channel)
    {
        if (reader.Mapping(EffectKeys.Recovery) is not { } recovery)
            return (null, 0);
        var halfLife = recovery.Tenor(RecoveryKeys.HalfLife);
        var share = channel == EffectChannel.Level ? recovery.Number(RecoveryKeys.Share) : recovery.OptionalNumber(RecoveryKeys.Share) ?? 1;
        if (!recovery.Finish())
            reader.Fail();
        return (halfLife, share);
    }
}
