using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading;

namespace RiskEngine;

/// <summary>Scenarios from their folders, with all standard kinds of factors and instruments.</summary>
public static class RiskScenario
{
    /// <summary>The scenario of a folder, ready to be run.</summary>
    /// <param name="path">The folder, or its <c>scenario.yaml</c> under whatever name.</param>
    /// <param name="settings">Values that replace what the files say, each <c>PATH=VALUE</c>; the last one counts.</param>
    /// <exception cref="ScenarioException">The files have errors; it carries all of them.</exception>
    public static Scenario Load(string path, params IReadOnlyList<string> settings)
    {
        var read = Read(path, settings);
        return read.Scenario ?? throw new ScenarioException(path, read.Diagnostics);
    }

    /// <summary>
    /// The scenario of a folder with whatever was found in it, from reading to checking; none where one of the findings is an error.
    /// </summary>
    /// <param name="path">The folder, or its <c>scenario.yaml</c> under whatever name.</param>
    /// <param name="settings">Values that replace what the files say, each <c>PATH=VALUE</c>; the last one counts.</param>
    /// <param name="kinds">The factor kinds that the files may use; null for <see cref="StandardKinds.Factors"/>.</param>
    public static LoadResult Read(string path, IReadOnlyList<string>? settings = null, FactorCatalogue? kinds = null)
    {
        kinds ??= StandardKinds.Factors;
        var read = ScenarioReader.Read(
            path,
            new ReadOptions
            {
                Kinds = kinds,
                Pricing = StandardKinds.Pricing,
                Settings = settings ?? [],
            }
        );
        if (read.Scenario is not { } scenario)
            return read;
        IReadOnlyList<Diagnostic> found = [.. read.Diagnostics, .. new Engine(kinds).Check(scenario)];
        return new LoadResult(found.Any(d => d.Severity == Severity.Error) ? null : scenario, found);
    }
}
