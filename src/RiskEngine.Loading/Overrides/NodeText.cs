using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Overrides;

/// <summary>A node in one line, for the ledger and for what a case changed: <c>0.2</c>, <c>pert 0.3, 0.8, 1.2</c>.</summary>
internal static class NodeText
{
    public static string Of(YamlNode node) =>
        node switch
        {
            YamlScalar scalar => scalar.Text.Trim(),
            YamlSequence sequence => string.Join(", ", sequence.Items.Select(Of)),
            YamlMapping mapping => string.Join("; ", mapping.Entries.Select(e => $"{e.Key} {Of(e.Value)}")),
            _ => "",
        };
}
