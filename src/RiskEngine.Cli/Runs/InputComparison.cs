using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading.Comparing;
using RiskEngine.Reporting.Comparing;
using RiskEngine.Reporting.Runs;

namespace RiskEngine.Cli.Runs;

/// <summary>What differs in the files that two runs read.</summary>
internal static class InputComparison
{
    /// <summary>The files whose hashes differ, with their values where both runs kept copies.</summary>
    public static IReadOnlyList<InputChange> Of(StoredRun before, StoredRun after)
    {
        var (first, second) = (Hashes(before), Hashes(after));
        return
        [
            .. first
                .Keys.Union(second.Keys)
                .Order(StringComparer.Ordinal)
                .Where(f => first.GetValueOrDefault(f) != second.GetValueOrDefault(f))
                .Select(f => new InputChange(f, first.ContainsKey(f), second.ContainsKey(f), Values(f, before, after))),
        ];
    }

    /// <summary>Whether both ran the same code of a user's own, or none.</summary>
    public static bool HasSameCode(StoredRun before, StoredRun after) =>
        before.Manifest.Inputs.Where(IsCode).ToHashSet().SetEquals(after.Manifest.Inputs.Where(IsCode));

    private static bool IsCode(InputFile input) =>
        input.Path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)
        || input.Path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
        || input.Path.StartsWith("--plugin ", StringComparison.Ordinal);

    private static Dictionary<string, string> Hashes(StoredRun run) =>
        run.Manifest.Inputs.DistinctBy(i => i.Path).ToDictionary(i => i.Path, i => i.Sha256, StringComparer.Ordinal);

    private static List<OptionChange>? Values(string file, StoredRun before, StoredRun after)
    {
        var (first, second) = (KeptScenario.Bytes(before, file), KeptScenario.Bytes(after, file));
        if (first.Length == 0 || second.Length == 0)
            return null;
        return FileValues.Changes(file, first, second)?.Select(c => new OptionChange(c.Path, c.From, c.To)).ToList();
    }
}
