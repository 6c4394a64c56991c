namespace RiskEngine.Abstractions.Provenance;

/// <summary>One number of the scenario and where it comes from: a line of the assumption ledger.</summary>
/// <param name="Path">The number's path, as an override would name it: <c>factors.inference-market.volatility</c>.</param>
/// <param name="Value">The value as it stands in the file, for example <c>0.2</c> or <c>pert 0.3, 0.8, 1.2</c>.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="File">The file, relative to the scenario's folder.</param>
/// <param name="Line">The line in that file, from 1.</param>
public sealed record Assumption(string Path, string Value, Source Source, string File, int Line)
{
    private const string FactorSection = "factors.";
    private const string PathKey = ".path";

    /// <summary>
    /// The id of the factor whose forecast path it is, or a point of: <c>factors.ID.path</c> and what is below; null for all else. An id
    /// may hold dots itself.
    /// </summary>
    public string? ForecastFactor
    {
        get
        {
            if (!Path.StartsWith(FactorSection, StringComparison.Ordinal))
                return null;
            var end = Path.IndexOf(PathKey, FactorSection.Length, StringComparison.Ordinal);
            var after = end + PathKey.Length;
            return end < 0 || (Path.Length > after && Path[after] != '.') ? null : Path[FactorSection.Length..end];
        }
    }

    /// <summary>Whether it is a number of one thing: of a factor, a risk, an instrument, a view...</summary>
    /// <param name="section">The section of the file, for example <c>factors</c>.</param>
    /// <param name="id">The thing's id.</param>
    public bool IsOf(string section, string id) => Path.StartsWith($"{section}.{id}.", StringComparison.Ordinal);
}
