using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds risks, and what deals have in common with them: probability, window, effects and triggers.</summary>
internal static class RiskBinder
{
    public static IReadOnlyList<RiskEvent> Bind(BindingScope scope)
    {
        var risks = new List<RiskEvent>();
        foreach (var (id, reader) in scope.Section(RiskFileKeys.Risks, "risk"))
        {
            var name = reader.LocalText(RiskKeys.Name);
            var summary = reader.LocalText(RiskKeys.Summary);
            var claims = ClaimReader.Several(reader, RiskKeys.Claims, thesis: null, scope);
            var recurs = reader.Boolean(RiskKeys.Recurs);
            var excites = Excites(scope, id, reader, recurs);
            var risk = Event(scope, id, reader, RiskKeys.Probability, name, summary, claims);
            scope.Source(RiskFileKeys.Risks, id, reader, RiskKeys.All);
            if (reader.Finish())
                risks.Add(risk with { Recurs = recurs, Excites = excites });
        }

        return risks;
    }

    /// <summary>The event of a risk or deal; of no use when the reader has failed by then.</summary>
    public static RiskEvent Event(
        BindingScope scope,
        string id,
        MappingReader reader,
        KeySpec<NumberValue> probabilityKey,
        LocalText name,
        LocalText summary,
        IReadOnlyList<ClaimRef> claims
    )
    {
        var probability = reader.Number(probabilityKey);
        var (from, until) = Window(scope, reader, probability);
        return new RiskEvent
        {
            Id = new Id<RiskEvent>(id),
            Name = name,
            Summary = summary,
            Claims = claims,
            Probability = probability,
            From = from,
            Until = until,
            Effects = EffectBinder.Bind(scope, reader),
            Triggers = Triggers(scope, id, reader),
        };
    }

    /// <summary>A window of a single day, for an event that is sure to come on it, begins the day before.</summary>
    private static (DateOnly From, DateOnly Until) Window(BindingScope scope, MappingReader reader, double probability)
    {
        var start = scope.Header.Start;
        var (hasDates, hasTenor) = (reader.Has(EventKeys.From) || reader.Has(EventKeys.Until), reader.Has(EventKeys.Within));
        if (hasDates && hasTenor)
            reader.Refuse(EventKeys.Within, "expected either within, or from and until, found both");
        if (!hasDates)
        {
            reader.Know(EventKeys.From, EventKeys.Until);
            return (start, reader.Tenor(EventKeys.Within).After(start));
        }

        reader.Know(EventKeys.Within);
        var (from, until) = (reader.Date(EventKeys.From), reader.Date(EventKeys.Until));
        if (!scope.Header.AsOf.HasValue || reader.Failed)
            return (from, until);
        scope.RequireFuture(reader, EventKeys.Until, until);
        if (from < start)
            reader.Refuse(EventKeys.From, $"expected the as-of date {start:yyyy-MM-dd} or later, found {from:yyyy-MM-dd}");
        if (from == until && probability == 1)
            return (until.AddDays(-1), until);
        if (from >= until)
            reader.Refuse(EventKeys.Until, $"expected a date after 'from' {from:yyyy-MM-dd}, found {until:yyyy-MM-dd}");
        return (from, until);
    }

    private static List<Excitation> Excites(BindingScope scope, string id, MappingReader owner, bool recurs)
    {
        var excitations = new List<Excitation>();
        var nodes = owner.Items(EventKeys.Excites);
        for (var i = 0; i < nodes.Count; i++)
        {
            var reader = owner.Read(nodes[i], n => MappingReader.Of(n, $"{owner.Subject}, 'excites.{i}'", scope.Diagnostics));
            if (reader is null)
                continue;
            var other = reader.Reference(ExcitationKeys.Event, scope.Ids.Events);
            var excitation = new Excitation(
                new Id<RiskEvent>(other),
                reader.Number(ExcitationKeys.Offspring),
                reader.Tenor(ExcitationKeys.HalfLife)
            );
            if (other == id && !recurs)
                reader.Refuse(ExcitationKeys.Event, "expected another risk, or 'recurs: true' for one that brings itself about again");
            if (reader.Finish())
                excitations.Add(excitation);
            else
                owner.Fail();
        }

        return excitations;
    }

    private static List<Trigger> Triggers(BindingScope scope, string id, MappingReader owner)
    {
        var triggers = new List<Trigger>();
        var nodes = owner.Items(EventKeys.Triggers);
        for (var i = 0; i < nodes.Count; i++)
        {
            var reader = owner.Read(nodes[i], n => MappingReader.Of(n, $"{owner.Subject}, 'triggers.{i}'", scope.Diagnostics));
            if (reader is null)
                continue;
            var other = reader.Reference(TriggerKeys.Event, scope.Ids.Events);
            var trigger = new Trigger(new Id<RiskEvent>(other), reader.Number(TriggerKeys.HazardMultiple), reader.Tenor(TriggerKeys.For));
            if (other == id)
                reader.Refuse(TriggerKeys.Event, "expected another risk, found the risk itself (use recurs for one that may come again)");
            if (reader.Finish())
                triggers.Add(trigger);
            else
                owner.Fail();
        }

        return triggers;
    }
}
