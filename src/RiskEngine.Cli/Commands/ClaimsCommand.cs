using System.CommandLine;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Articles.Decisions;
using RiskEngine.Cli.Ingesting;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Screens;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine claims scenarios/NAME</c>: what was read out of articles, and what the user says of it.</summary>
internal static class ClaimsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var scenario = new Argument<string>("scenario") { Description = "a scenario that was ingested" };
        var accept = Ids("--accept", "claims that are right");
        var reject = Ids("--reject", "claims to leave out");
        var edit = new Option<string[]>("--edit")
        {
            Description = "a claim and what to change: verb, horizon or targets of advice, kind of a risk, value or date of a prediction",
            HelpName = "ID KEY=VALUE",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("claims", "List what was read out of a scenario's articles; accept, reject or edit it.")
        {
            scenario,
            accept,
            reject,
            edit,
        };
        command.SetAction(parsed =>
            Claims(
                parsed.GetRequiredValue(scenario),
                parsed.GetValue(accept) ?? [],
                parsed.GetValue(reject) ?? [],
                parsed.GetValue(edit) ?? [],
                environment
            )
        );
        return command;
    }

    private static Option<string[]> Ids(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "ID",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };

    private static int Claims(string folder, string[] accept, string[] reject, string[] edit, CommandEnvironment environment)
    {
        var target = environment.FullPath(folder);
        if (ClaimFile.Read(target, out var problem) is not { } file)
            return UsageErrors.Refuse($"expected a scenario that was ingested, found '{folder}', whose {problem}", environment.Error);
        var decisions = new Decisions(file);
        foreach (var id in accept)
            decisions.Judge(id, "accepted");
        foreach (var id in reject)
            decisions.Judge(id, "rejected");
        if (edit.Length % 2 != 0)
            return UsageErrors.Refuse("--edit: expected a claim and KEY=VALUE", environment.Error);
        for (var i = 0; i < edit.Length; i += 2)
            decisions.Edit(edit[i], edit[i + 1]);
        if (decisions.Problems.Count > 0)
        {
            foreach (var wrong in decisions.Problems)
                UsageErrors.Refuse(wrong, environment.Error);
            return ExitCode.BadInput;
        }

        if (accept.Length + reject.Length + edit.Length == 0)
        {
            environment.Output.Write(ClaimScreen.Render(file));
            return ExitCode.Done;
        }

        if (ScenarioFolder.Changed(target, file) is { Count: > 0 } changed)
        {
            return UsageErrors.Refuse(
                $"changed by hand since it was written: {string.Join(", ", changed)}; ingest with --overwrite first",
                environment.Error
            );
        }

        var diagnostics = new DiagnosticBag();
        if (new Ingestion(diagnostics).Stored(target, file) is not { } input)
        {
            foreach (var line in DiagnosticLines.Of("", diagnostics.Sorted()))
                environment.Error.WriteLine(line);
            return ExitCode.BadInput;
        }

        return IngestCommand.Write(input, target, file with { Decisions = decisions.All }, environment);
    }

    /// <summary>Decisions of a scenario while they change.</summary>
    private sealed class Decisions(ClaimFile file)
    {
        private readonly Dictionary<string, ClaimDecision> all = file.Decisions.ToDictionary(
            d => d.Key,
            d => d.Value,
            StringComparer.Ordinal
        );
        private readonly List<string> problems = [];

        public IReadOnlyDictionary<string, ClaimDecision> All => all;

        public List<string> Problems => problems;

        public void Judge(string given, string verdict)
        {
            if (Find(given) is { } claim)
                all[claim.Id] = (all.GetValueOrDefault(claim.Id) ?? new ClaimDecision()) with { Verdict = verdict };
        }

        public void Edit(string given, string change)
        {
            if (Find(given) is not { } claim)
                return;
            var parts = change.Split('=', 2);
            if (parts.Length < 2)
            {
                problems.Add($"--edit {given}: expected KEY=VALUE, found '{change}'");
            }
            else if (ClaimEdits.Problem(claim.Kind, parts[0], parts[1]) is { } problem)
            {
                problems.Add($"--edit {given}: {problem}");
            }
            else
            {
                var before = all.GetValueOrDefault(claim.Id) ?? new ClaimDecision();
                var edits = before.Edits.ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
                edits[parts[0]] = parts[1];
                all[claim.Id] = before with { Edits = edits };
            }
        }

        /// <summary>A claim by <c>thesis/claim</c>, or by <c>claim</c> alone where one thesis only has it.</summary>
        private ListedClaim? Find(string given)
        {
            var found = file.Claims.Where(c => c.Id == given || c.Id.EndsWith("/" + given, StringComparison.Ordinal)).ToList();
            if (found.Count == 1)
                return found[0];
            problems.Add(
                found.Count == 0
                    ? UsageErrors.Unknown("claim", given, file.Claims.Select(c => c.Id), "claims")
                    : $"several theses have a claim '{given}': {string.Join(", ", found.Select(c => c.Id))}"
            );
            return null;
        }
    }
}
