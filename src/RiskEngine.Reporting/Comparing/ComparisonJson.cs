using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Data;
using RiskEngine.Reporting.Runs;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Comparing;

/// <summary>A comparison as comparison.json; reports/README.md says what each key means.</summary>
public static class ComparisonJson
{
    private const int SchemaVersion = 1;

    /// <summary>The comparison as JSON.</summary>
    public static string Write(RunComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return JsonText.Of(
            new
            {
                SchemaVersion,
                Before = Run(comparison.Before),
                After = Run(comparison.After),
                comparison.Inputs,
                comparison.Options,
                Figures = comparison.Figures.Select(f => new
                {
                    f.Case,
                    f.Portfolio,
                    Variant = f.Variant.Id(),
                    f.Horizon,
                    Measure = f.Measure.Id,
                    Before = FigureData.From(f.Before),
                    After = FigureData.From(f.After),
                    Difference = FigureData.From(f.Difference),
                    f.IsPaired,
                    f.IsNoise,
                }),
                Attribution = comparison.Attribution is { } found ? Attribution(found) : null,
                comparison.NotAttributed,
            },
            ResultsFile.Indented
        );
    }

    private static object Run(StoredRun run) =>
        new
        {
            run.Manifest.Scenario,
            run.Manifest.RunId,
            run.Manifest.EngineVersion,
            run.Manifest.Paths,
            run.Manifest.Seed,
        };

    private static object Attribution(InputAttributionResult found) =>
        new
        {
            Changed = found.Changed.Select(Name),
            found.Paths,
            found.Seed,
            Horizon = found.Horizon.Value,
            Parts = found.Parts.Select(p => p.Select(Name)),
            Shares = found.Shares.Select(s => new
            {
                Portfolio = s.Portfolio.Value,
                Variant = s.Variant.Id(),
                Total = CaseMapper.Effect(s.Total),
                Parts = s.Parts.Select(CaseMapper.Effect),
            }),
        };

    private static string Name(RiskEngine.Comparing.InputGroup group) => group.ToString().ToLowerInvariant();
}
