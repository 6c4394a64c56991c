namespace RiskEngine.Abstractions.Provenance;

/// <summary>One number of the scenario and where it comes from: a line of the assumption ledger.</summary>
/// <param name="Section">The section of the files that it stands in: <c>factors</c>; empty for the scenario's own keys.</param>
/// <param name="Item">The id of the item there: <c>inference-market</c>; empty where the section has no items.</param>
/// <param name="Key">Its key in the item, with dots where it lies deeper: <c>states.storm.volatility.equity</c>.</param>
/// <param name="Value">The value as it stands in the file, for example <c>0.2</c> or <c>pert 0.3, 0.8, 1.2</c>.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="File">The file, relative to the scenario's folder.</param>
/// <param name="Line">The line in that file, from 1.</param>
public sealed record Assumption(string Section, string Item, string Key, string Value, Source Source, string File, int Line)
{
    /// <summary>Its column in the file, from 1; 0 where it stands in none.</summary>
    public int Column { get; init; }

    /// <summary>The number's path, as an override would name it: <c>factors.inference-market.volatility</c>.</summary>
    public string Path { get; } = string.Join('.', new[] { Section, Item, Key }.Where(part => part.Length > 0));

    /// <summary>The id of the factor whose forecast path it is, or a point of; null for all else.</summary>
    public string? ForecastFactor =>
        Section == "factors" && (Key == "path" || Key.StartsWith("path.", StringComparison.Ordinal)) ? Item : null;

    /// <summary>Whether it is a number of one item of a section.</summary>
    public bool IsOf(string section, string item) => Section == section && Item == item;
}
