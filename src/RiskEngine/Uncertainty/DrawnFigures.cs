using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Analysis.Columns;
using RiskEngine.Loading;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Uncertainty;

/// <summary>Reads and simulates the base case with drawn numbers.</summary>
/// <param name="scenario">The scenario as it was run.</param>
/// <param name="source">Its files.</param>
/// <param name="reading">What it was read with.</param>
/// <param name="kinds">Its factor kinds.</param>
internal sealed class DrawnFigures(Scenario scenario, ScenarioSource source, ReadOptions reading, FactorCatalogue kinds)
{
    private const int MostAttempts = 5;
    private const string CommandLine = "--set ";

    private readonly BaseAgain again = new(scenario, kinds);

    /// <summary>The figures of a draw.</summary>
    /// <param name="numbers">The numbers that are drawn; the others keep their values.</param>
    /// <param name="draw">Which draw, from 0.</param>
    /// <param name="cancel">Ends the work.</param>
    public DrawnFigure Of(IReadOnlyList<UncertainNumber> numbers, int draw, CancellationToken cancel)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var free = numbers.Where(n => !held.Contains(n.Path)).ToArray();
            var (@checked, errors) = Read([.. free.Select(n => $"{n.Path}={n.At(Uniform(n.Path, draw))}")]);
            if (errors.Length == 0)
                return new DrawnFigure(Simulate(@checked!, cancel), [.. held]);
            var refused = errors.SelectMany(e => Refused(e.Location, free)).ToArray();
            if (refused.Length == 0)
                break;
            held.UnionWith(refused);
        }

        return new DrawnFigure(null, [.. held]);
    }

    /// <summary>The figures of the base case as another model says it; none where that does not fit together.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancel">Ends the work.</param>
    public DrawnFigure Of(Model model, CancellationToken cancel)
    {
        var check = again.Check(model);
        return new DrawnFigure(check.Errors.Any() ? null : Simulate(check, cancel), []);
    }

    private (CheckedScenario? Checked, Diagnostic[] Errors) Read(IReadOnlyList<string> drawn)
    {
        var read = ScenarioReader.Read(source, reading with { Settings = [.. reading.Settings, .. drawn], Cases = [] });
        if (read.Scenario is not { } found)
            return (null, [.. read.Errors]);
        var check = again.Check(WithOwnRisk(found));
        return (check, [.. check.Errors]);
    }

    private double Uniform(string path, int draw) => RandomStream.Create(scenario.Simulation.Seed, $"uncertainty/{path}").Uniform(draw, 0);

    /// <summary>
    /// Paths of the drawn numbers that an error is about: the one that left its range, or, where an item's numbers do not fit together (a
    /// forecast outside its bounds), all of that item.
    /// </summary>
    private IEnumerable<string> Refused(SourceLocation place, UncertainNumber[] free)
    {
        if (place.File.StartsWith(CommandLine, StringComparison.Ordinal))
        {
            var path = place.File[CommandLine.Length..].Split('=')[0];
            return free.Select(n => n.Path).Where(p => p == path);
        }

        var near = scenario.Ledger.Where(a => a.File == place.File && a.Line >= place.Line).MinBy(a => a.Line);
        return near is { Item.Length: > 0 } ? free.Where(n => n.IsOf(near.Section, near.Item)).Select(n => n.Path) : [];
    }

    private List<(double First, double Second)> Simulate(CheckedScenario check, CancellationToken cancel)
    {
        var drawn = check.Scenario;
        var scratch = new float[SortedColumn.ScratchLength(again.Paths)];
        var figures = new List<(double, double)>();
        foreach (var (held, following) in again.Profits(check, cancel))
        {
            // The variants of the run: where its advice trades, following it counts even where a draw trades nothing.
            foreach (var variant in scenario.Base.Model.Variants.Headline)
            {
                var profits = variant == VariantSet.AsHeld ? held : following;
                var half = profits.Length / 2;
                figures.AddRange(Measured(profits.AsSpan(0, half)).Zip(Measured(profits.AsSpan(half))));
            }
        }

        return figures;

        double[] Measured(ReadOnlySpan<float> profits)
        {
            var measures = HeadlineMeasures.Of(drawn, profits, scratch);
            return [.. UncertaintyStudy.Measures.Select(m => measures[m].Value)];
        }
    }

    /// <summary>An instrument whose drawn volatility is less than what its drawn exposures explain has no own risk.</summary>
    private Scenario WithOwnRisk(Scenario drawn)
    {
        var explained = OwnRisk
            .Of(drawn.Base.Model, kinds, ResolutionDates.FirstPeriod(drawn))
            .Where(risk => risk.Stated is null && risk.Explained > risk.Instrument.Volatility)
            .ToDictionary(risk => risk.Instrument.Id, risk => risk.Explained);
        var model = drawn.Base.Model with
        {
            Instruments =
            [
                .. drawn.Base.Model.Instruments.Select(i => explained.TryGetValue(i.Id, out var most) ? i with { Volatility = most } : i),
            ],
        };
        return drawn with { Cases = [drawn.Base with { Model = model }] };
    }
}
