using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Format;

/// <summary>The tables of scenarios/README.md, in Markdown, from the specs of the keys.</summary>
internal static class KeyTable
{
    private static IEnumerable<string> KindHeading => ["| kind | key | meaning | value | default |", "|---|---|---|---|---|"];

    /// <summary>The lines of a table of keys; those of a mapping that has no table of its own stand below it, with a dot.</summary>
    public static IReadOnlyList<string> Of(KeySet keys) =>
        ["| key | meaning | value | default |", "|---|---|---|---|", .. Rows(keys, prefix: "")];

    /// <summary>The lines of the table of factor kinds with their parameters.</summary>
    public static IReadOnlyList<string> Of(FactorCatalogue kinds) =>
        [
            .. KindHeading,
            .. kinds.All.SelectMany(k =>
                OfKind($"`{k.Name}`, by {(k.Scale == FactorScale.Log ? "log" : "level")}", k.Summary.English, Own(k))
            ),
        ];

    /// <summary>The lines of the table of priced instruments with their keys.</summary>
    public static IReadOnlyList<string> Of(PricingCatalogue kinds) =>
        [.. KindHeading, .. kinds.All.SelectMany(k => OfKind($"`{k.Name}`", k.Summary.English, PricedKeys.Of(k)))];

    /// <summary>The lines of the table of what may be set.</summary>
    public static IReadOnlyList<string> Settings() =>
        [
            "| path | in a case's `set` | after `--set` |",
            "|---|---|---|",
            .. FileKeys
                .Outermost(Settable.OnCommandLine)
                .Select(k => Row([$"`{Path(k)}`", k.Settable == Settable.InCases ? "yes" : "no", "yes"])),
        ];

    private static IEnumerable<string> Rows(KeySet keys, string prefix)
    {
        foreach (var key in keys.Keys)
        {
            yield return Row([$"`{prefix}{key.Name}`", key.Meaning, Value(key), Default(key)]);
            if (key.Form.Keys is not { HasOwnTable: false } below)
                continue;
            foreach (var row in Rows(below, $"{prefix}{key.Name}."))
                yield return row;
        }
    }

    private static IEnumerable<KeySpec> Own(FactorKind kind) =>
        FactorKeys.Of(kind).Keys.Where(k => kind.Parameters.Any(p => p.Name == k.Name) || FactorKeys.ByKind.Contains(k.Name));

    private static IEnumerable<string> OfKind(string kind, string summary, IEnumerable<KeySpec> keys) =>
        keys.Select(key => Row(["", $"`{key.Name}`", key.Meaning, Value(key), Default(key)])).Prepend(Row([kind, "", summary, "", ""]));

    private static string Path(KeySpec key) =>
        key.Form switch
        {
            Values.TableValue<Values.TableValue<Values.NumberValue>> => $"{key.Name}.ID.ID",
            Values.TableValue<Values.EitherValue> => $"{key.Name}.ID",
            Values.ITable => $"{key.Name}.ID.KEY",
            Values.MappingValue => $"{key.Name}.KEY",
            _ => key.Name,
        };

    private static string Value(KeySpec key) =>
        string.Join(", ", new[] { key.Unit, key.Form.Text, key.Condition }.Where(part => part.Length > 0));

    private static string Default(KeySpec key) =>
        key.IsRequired ? "required"
        : key.Default is { } usual ? $"`{usual}`"
        : key.Otherwise!;

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(c => c.Replace("|", "\\|")))} |";
}
