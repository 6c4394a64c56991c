using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the cases: each one's settings are put into the tree, and the whole model is bound anew from it.</summary>
/// <param name="ids">The known ids; takes those of the cases.</param>
/// <param name="changed">Binds a model with settings made.</param>
/// <param name="wanted">The cases to bind beside the base case; null for all.</param>
/// <param name="diagnostics">Takes the findings.</param>
internal sealed class CaseBinder(
    ScenarioIds ids,
    ChangedModelBinder changed,
    IReadOnlyCollection<string>? wanted,
    DiagnosticBag diagnostics
)
{
    private const string Base = "base";

    /// <summary>The base case first, then the others in the order of the file.</summary>
    public IReadOnlyList<Case> Bind(MappingReader root, Model model)
    {
        var unchanged = new Case(new Id<Case>(Base), new LocalText("Base", "基准"), LocalText.Same(""), [], model);
        var cases = new List<Case>();
        foreach (var entry in root.Mapping(ScenarioKeys.Cases)?.Node.Entries ?? [])
        {
            var isNew = ids.Cases.Declare(entry.Key, entry.KeyLocation, diagnostics);
            if (entry.Key != Base && wanted?.Contains(entry.Key) == false)
                continue;
            if (MappingReader.Of(entry.Value, $"case '{entry.Key}'", diagnostics, entry.KeyLocation) is not { } reader)
                continue;
            var name = reader.OptionalLocalText(CaseKeys.Name);
            var summary = reader.LocalText(CaseKeys.Summary);
            var settings = ChangedModelBinder.Settings(reader, CaseKeys.Set);
            if (entry.Key == Base && reader.Has(CaseKeys.Set))
                reader.Refuse(CaseKeys.Set, "expected none, for the base case is the scenario as its files say");
            if (!reader.Finish() || !isNew)
                continue;
            if (entry.Key == Base)
            {
                unchanged = unchanged with { Name = name ?? unchanged.Name, Summary = summary };
                continue;
            }

            var (made, changes) = changed.Bind($"case '{entry.Key}'", entry.KeyLocation, settings);
            cases.Add(new Case(new Id<Case>(entry.Key), name ?? LocalText.Same(entry.Key), summary, changes, made));
        }

        if (!ids.Cases.Contains(Base))
            ids.Cases.Add(Base, root.Location);
        return [unchanged, .. cases];
    }
}
