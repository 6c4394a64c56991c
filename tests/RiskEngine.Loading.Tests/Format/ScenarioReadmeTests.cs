using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Simulation.Pricing;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.Loading.Tests.Format;

/// <summary>The tables of scenarios/README.md say what the reader does: they are made from the specs of the keys.</summary>
internal sealed class ScenarioReadmeTests
{
    private const string Mark = "<!-- table: ";

    private static readonly string file = Path.Combine(Repository.Root, "scenarios", "README.md");

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = All();

    [Test]
    public void The_tables_are_those_of_the_specs()
    {
        var found = File.ReadAllLines(file);
        var made = Made(found);
        if (found.SequenceEqual(made))
            return;
        var received = Path.Combine(TestContext.CurrentContext.WorkDirectory, "scenarios-README.received.md");
        File.WriteAllText(received, string.Join('\n', made) + '\n');
        var at = Enumerable
            .Range(0, Math.Min(found.Length, made.Count))
            .FirstOrDefault(i => found[i] != made[i], Math.Min(found.Length, made.Count));
        Assert.Fail(
            $"scenarios/README.md:{at + 1} is not what the specs of the keys say.\n"
                + $"  expected: {(at < made.Count ? made[at] : "the end")}\n"
                + $"  found:    {(at < found.Length ? found[at] : "the end")}\n"
                + $"To approve: cp '{received}' '{file}'"
        );
    }

    [Test]
    public void Every_table_stands_there_once() =>
        Assert.That(
            File.ReadAllLines(file).Where(l => l.StartsWith(Mark, StringComparison.Ordinal)).Select(NameOf),
            Is.EquivalentTo(Tables.Keys)
        );

    /// <summary>The lines with every table under a mark made anew; a table ends at the first line that is none of a table.</summary>
    private static List<string> Made(IEnumerable<string> lines)
    {
        var made = new List<string>();
        var isInTable = false;
        foreach (var line in lines)
        {
            isInTable = isInTable && line.StartsWith('|');
            if (!isInTable)
                made.Add(line);
            if (!line.StartsWith(Mark, StringComparison.Ordinal))
                continue;
            made.AddRange(Tables.GetValueOrDefault(NameOf(line), []));
            isInTable = true;
        }

        return made;
    }

    private static string NameOf(string line) => line[Mark.Length..].Replace("-->", "").Trim();

    private static Dictionary<string, IReadOnlyList<string>> All()
    {
        var tables = new Dictionary<string, IReadOnlyList<string>>
        {
            ["factor kinds"] = KeyTable.Of(new FactorCatalogue(BuiltInKinds.All)),
            ["priced instruments"] = KeyTable.Of(new PricingCatalogue(BuiltInPricing.All)),
            ["settings"] = KeyTable.Settings(),
        };
        foreach (
            var set in Sets(FileKeys.All)
                .Append(BatchKeys.All)
                .Append(FactorKeys.All)
                .Append(InstrumentKeys.All)
                .Append(SourceKeys.All)
                .Distinct()
        )
        {
            tables[set.Name] = KeyTable.Of(set);
        }

        return tables;
    }

    /// <summary>The files' own keys, and whatever below them has a table of its own.</summary>
    private static IEnumerable<KeySet> Sets(IEnumerable<KeySet> sets)
    {
        var seen = new HashSet<KeySet>();
        var open = new Queue<KeySet>(sets.Concat([FactorKeys.All, InstrumentKeys.All]));
        while (open.TryDequeue(out var set))
        {
            if (!seen.Add(set))
                continue;
            foreach (var below in set.Keys.Select(k => k.Form.Keys).OfType<KeySet>())
                open.Enqueue(below);
        }

        return seen.Where(s => s.HasOwnTable);
    }
}
