namespace RiskEngine.Importing.Identifiers;

/// <summary>What a row says of the security that it is about; empty where it says nothing.</summary>
internal sealed record Identity(
    string Symbol = "",
    string Isin = "",
    string Cusip = "",
    string Sedol = "",
    string Wkn = "",
    string Name = "",
    string Exchange = "",
    string Currency = ""
)
{
    public bool IsEmpty => (Symbol + Isin + Cusip + Sedol + Wkn + Name).Length == 0;

    /// <summary>The words by which messages call it.</summary>
    public string Shown =>
        new[] { Symbol, Isin, Cusip, Sedol, Wkn }.FirstOrDefault(t => t.Length > 0) is { } code
            ? Name.Length > 0 && Name != code
                ? $"{code} ({Name})"
                : code
            : Name;
}
