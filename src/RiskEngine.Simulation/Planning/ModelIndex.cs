using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Simulation.Planning;

/// <summary>From ids to the places that things have in a model's lists.</summary>
internal sealed class ModelIndex
{
    private readonly Dictionary<Id<RiskFactor>, int> factors;
    private readonly Dictionary<Id<Instrument>, int> instruments;
    private readonly Dictionary<Id<RiskEvent>, int> events;
    private readonly List<Instrument> companies;

    public ModelIndex(Model model)
    {
        factors = Index(model.Factors.Select(f => f.Id));
        instruments = Index(model.Instruments.Select(i => i.Id));
        events = Index(model.Events.Select(e => e.Id));
        companies = [.. model.Instruments.Where(i => i.Kind == InstrumentKind.Private)];
    }

    public IReadOnlyList<Instrument> Companies => companies;

    public int Factor(Id<RiskFactor> id) => factors[id];

    public int Instrument(Id<Instrument> id) => instruments[id];

    public int Event(Id<RiskEvent> id) => events[id];

    /// <summary>The place among the private companies; -1 for a listed instrument.</summary>
    public int Company(Id<Instrument> id) => companies.FindIndex(c => c.Id == id);

    private static Dictionary<Id<T>, int> Index<T>(IEnumerable<Id<T>> ids) =>
        ids.Select((id, at) => (id, at)).ToDictionary(p => p.id, p => p.at);
}
