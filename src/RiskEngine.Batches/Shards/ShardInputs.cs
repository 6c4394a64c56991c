using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RiskEngine.Plans;

namespace RiskEngine.Batches.Shards;

/// <summary>
/// All that decides the bits of a run's shards, by name: version, kind of machine, every input file, every option, and the plan. Shards of
/// equal inputs belong together; of others it can be said what differs.
/// </summary>
public sealed class ShardInputs
{
    private const int KeyDigits = 16;

    private readonly SortedDictionary<string, string> values;

    /// <summary>Inputs as they were written down.</summary>
    internal ShardInputs(IEnumerable<KeyValuePair<string, string>> values)
    {
        this.values = new SortedDictionary<string, string>(values.ToDictionary(v => v.Key, v => v.Value), StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (var (name, value) in this.values)
            text.Append(CultureInfo.InvariantCulture, $"{name.Length}:{name}={value.Length}:{value};"); // lengths part the fields
        Key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..KeyDigits];
    }

    /// <summary>The inputs of a run.</summary>
    /// <param name="plan">Its plan.</param>
    /// <param name="options">Every option that changes its outcomes, with its value.</param>
    /// <param name="machine">The kind of machine, in words: bits are the same on machines of one kind.</param>
    public static ShardInputs Of(RunPlan plan, IEnumerable<KeyValuePair<string, string>> options, string machine)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(options);
        var made = new Dictionary<string, string>
        {
            ["version"] = Engine.Version,
            ["kind of machine"] = machine,
            ["scenario"] = plan.Scenario.Id.Value,
            ["plan"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plan.ToJson()))),
        };
        foreach (var dropped in plan.Dropped)
            made[$"without factor {dropped.Factor.Id}"] = dropped.Problem;
        foreach (var input in plan.Scenario.Inputs)
            made[$"file {input.Path}"] = input.Sha256;
        foreach (var (name, value) in options)
            made[$"option {name}"] = value;
        return new ShardInputs(made);
    }

    /// <summary>A hash of all of them: 16 lower-case hexadecimal digits. Names the folder that shards meet in.</summary>
    public string Key { get; }

    /// <summary>Names and values, in the order of the names.</summary>
    public IEnumerable<KeyValuePair<string, string>> Values => values;

    /// <summary>What is different in others, in words; the plan, which follows from the rest, only where nothing else is.</summary>
    public IReadOnlyList<string> DifferencesFrom(ShardInputs others)
    {
        ArgumentNullException.ThrowIfNull(others);
        string[] different =
        [
            .. values.Keys.Union(others.values.Keys).Where(n => values.GetValueOrDefault(n) != others.values.GetValueOrDefault(n)),
        ];
        return
        [
            .. different
                .Where(name => name != "plan" || different.Length == 1)
                .Select(name => $"{name} is {Shown(others.values, name)}, expected {Shown(values, name)}"),
        ];
    }

    private static string Shown(SortedDictionary<string, string> values, string name)
    {
        const int Most = 60;
        if (!values.TryGetValue(name, out var value))
            return "not there";
        return name.StartsWith("file ", StringComparison.Ordinal) ? $"of hash {value[..Math.Min(8, value.Length)]}"
            : value.Length <= Most ? $"'{value}'"
            : $"'{value[..Most]}...'";
    }
}
