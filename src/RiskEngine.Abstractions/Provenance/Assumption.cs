namespace RiskEngine.Abstractions.Provenance;

/// <summary>One number of the scenario and where it comes from: a line of the assumption ledger.</summary>
/// <param name="Path">The number's path, as an override would name it: <c>factors.inference-market.volatility</c>.</param>
/// <param name="Value">The value as it stands in the file, for example <c>0.2</c> or <c>pert 0.3, 0.8, 1.2</c>.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="File">The file, relative to the scenario's folder.</param>
/// <param name="Line">The line in that file, from 1.</param>
public sealed record Assumption(string Path, string Value, Source Source, string File, int Line)
{
    /// <summary>
    /// What the number belongs to: the first two parts of its path, <c>factors.inference-market</c>; of the scenario's own keys the path.
    /// </summary>
    public string Item
    {
        get
        {
            var first = Path.IndexOf('.');
            var second = first < 0 ? -1 : Path.IndexOf('.', first + 1);
            return second < 0 ? Path : Path[..second];
        }
    }
}
