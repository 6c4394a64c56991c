using RiskEngine.Results.Backtests;

namespace RiskEngine.Reporting.Data;

/// <summary>What results.json of a backtest holds.</summary>
internal static class BacktestData
{
    private const int SchemaVersion = 1;

    /// <summary>The figures as JSON; what is no number is null.</summary>
    public static string Figures(BacktestResults results, RunDescription run) =>
        JsonText.Of(
            new
            {
                SchemaVersion,
                run.RunId,
                results.EngineVersion,
                results.Settings,
                results.Settings.Significance,
                results.Settings.Simulations,
                Series = results.Series.Select(series => new
                {
                    series.Name,
                    series.Holdings,
                    series.First,
                    series.Last,
                    series.LeftOut,
                    Models = series.Models.Select(Model),
                }),
                results.LeftOut,
                results.Notices,
            },
            ResultsFile.Indented
        );

    private static object Model(ModelBacktest model) =>
        new
        {
            Model = NameOf(model.Model),
            Forecasts = model.Points.Count,
            model.Breaches,
            model.ExpectedBreaches,
            Accepted = new { model.Accepted.Fewest, model.Accepted.Most },
            Transitions = new
            {
                N00 = model.Transitions[0],
                N01 = model.Transitions[1],
                N10 = model.Transitions[2],
                N11 = model.Transitions[3],
            },
            Binomial = Test(model.Binomial),
            KupiecPof = Test(model.KupiecPof),
            KupiecTuff = Test(model.KupiecTuff),
            Independence = Test(model.Independence),
            ConditionalCoverage = Test(model.ConditionalCoverage),
            ShortfallZ1 = Test(model.ShortfallZ1),
            ShortfallZ2 = Test(model.ShortfallZ2),
            Light = Light(model.Light),
            RecentLight = Light(model.RecentLight),
            model.ProbabilityCounts,
            model.Fits,
            model.FailedFits,
            model.Holds,
        };

    /// <summary>The model as options and files name it.</summary>
    public static string NameOf(BacktestModel model) =>
        model switch
        {
            BacktestModel.StudentT => "student-t",
            BacktestModel.FilteredHistorical => "filtered-historical",
            _ => model.ToString().ToLowerInvariant(),
        };

    private static object Test(BacktestTest test) =>
        new
        {
            Statistic = FigureData.Known(test.Statistic),
            PValue = FigureData.Known(test.PValue),
            CriticalValue = FigureData.Known(test.CriticalValue),
        };

    private static object Light(BaselLight light) =>
        new
        {
            Zone = light.Zone.ToString().ToLowerInvariant(),
            light.Days,
            light.Breaches,
            light.Cumulative,
            light.Multiplier,
        };
}
