using RiskEngine.Loading.Binding;

namespace RiskEngine.Loading.Sections;

/// <summary>All ids that the scenario's files declare, collected before anything is bound, so that order does not matter.</summary>
internal sealed class ScenarioIds
{
    /// <summary>Factors, instruments and groups together: they share one set of ids.</summary>
    public IdSet Names { get; } = new("factor, instrument or group");

    public IdSet Factors { get; } = new("factor");

    public IdSet Instruments { get; } = new("instrument");

    public IdSet Groups { get; } = new("group");

    public IdSet InstrumentsAndGroups { get; } = new("instrument or group");

    public IdSet Histories { get; } = new("history");

    public IdSet CorrelationGroups { get; } = new("correlation group");

    public IdSet Calibrations { get; } = new("calibration");

    public IdSet Theses { get; } = new("thesis");

    /// <summary>By thesis.</summary>
    public Dictionary<string, IdSet> Claims { get; } = [];

    public IdSet Exposures { get; } = new("exposure");

    public IdSet Recommendations { get; } = new("recommendation");

    public IdSet Predictions { get; } = new("prediction");

    public IdSet Indicators { get; } = new("indicator");

    public IdSet Deals { get; } = new("deal");

    public IdSet Checks { get; } = new("check");

    /// <summary>What may occur: the risks, and the deals that have a probability.</summary>
    public IdSet Events { get; } = new("risk");

    public IdSet Verbs { get; } = new("verb");

    public IdSet Horizons { get; } = new("horizon");

    public IdSet Views { get; } = new("view");

    public IdSet Portfolios { get; } = new("portfolio");

    public IdSet Cases { get; } = new("case");

    /// <summary>After a market file that could not be read.</summary>
    public void MarkMarketIncomplete() =>
        Mark(Names, Factors, Instruments, Groups, InstrumentsAndGroups, Calibrations, Histories, CorrelationGroups);

    /// <summary>After a thesis file that could not be read.</summary>
    public void MarkThesisIncomplete() =>
        Mark(Names, Factors, Theses, Exposures, Recommendations, Predictions, Indicators, Deals, Checks, Events);

    private static void Mark(params IdSet[] sets)
    {
        foreach (var set in sets)
            set.MarkIncomplete();
    }
}
