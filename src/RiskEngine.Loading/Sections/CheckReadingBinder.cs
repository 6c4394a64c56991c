using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds what the scenario would be if an article's other statement were the right one.</summary>
internal static class CheckReadingBinder
{
    /// <summary>One for every check that says so, in the order of the files.</summary>
    public static IReadOnlyList<CheckReading> Bind(IReadOnlyList<FileTree> theses, ChangedModelBinder changed, DiagnosticBag diagnostics)
    {
        var readings = new List<CheckReading>();
        foreach (var entry in theses.SelectMany(t => (t.Root.Find(ThesisKeys.Checks)?.Value as YamlMapping)?.Entries ?? []))
        {
            // What else is wrong with a check is told where its thesis is bound.
            if (entry.Value is not YamlMapping check || check.Find(CheckKeys.Set) is null)
                continue;
            var reader = new MappingReader(check, $"check '{entry.Key}'", diagnostics, entry.KeyLocation);
            var settings = ChangedModelBinder.Settings(reader, CheckKeys.Set);
            if (settings.Count == 0)
                continue;
            var (model, changes) = changed.Bind($"check '{entry.Key}'", entry.KeyLocation, settings);
            readings.Add(new CheckReading(new Id<Check>(entry.Key), changes, model));
        }

        return readings;
    }
}
