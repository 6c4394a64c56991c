using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the whole model of one case from its tree.</summary>
internal static class ModelBinder
{
    /// <summary>The model; whole only when the scope's diagnostics have no errors.</summary>
    public static Model Bind(BindingScope scope, ScenarioFiles files, IReadOnlyList<Portfolio> portfolios, MappingReader file)
    {
        var root = new MappingReader(scope.Tree, "scenario", scope.Diagnostics, file.Location);
        var riskFreeRate = root.Number(ScenarioKeys.RiskFreeRate);
        scope.Costs = root.Number(ScenarioKeys.Costs);
        root.Know(ScenarioKeys.LargeLoss);
        var copula = CopulaBinder.Bind(root);
        scope.Ledger?.Add("", "", root, ScenarioKeys.All, thesis: null);
        scope.Convictions = ConvictionBinder.Bind(scope);
        scope.Histories = HistoryBinder.Bind(scope, files);
        scope.Factors = FactorBinder.Bind(scope);
        var pairs = CorrelationBinder.Bind(scope);
        var groups = InstrumentBinder.Groups(scope, files.Markets);
        scope.Instruments = InstrumentBinder.Bind(scope);
        InstrumentBinder.NoticeEmptyGroups(scope, files.Markets);
        return new Model
        {
            RiskFreeRate = riskFreeRate,
            Factors = scope.Factors,
            Correlations = [.. pairs, .. CorrelationGroupBinder.Bind(scope, pairs)],
            Copula = copula,
            Groups = groups,
            Instruments = scope.Instruments,
            Portfolios = PortfolioBinder.WithMultipliers(portfolios, scope.Instruments),
            Theses = [.. files.Theses.Select(t => ThesisBinder.Bind(scope, t)).OfType<Thesis>()],
            Risks = RiskBinder.Bind(scope),
        };
    }
}
