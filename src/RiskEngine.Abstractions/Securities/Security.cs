namespace RiskEngine.Abstractions.Securities;

/// <summary>A security that the world knows under several names: one row of a security list.</summary>
/// <remarks>Names and codes are facts; nothing here is an opinion on risk or value.</remarks>
public sealed record Security
{
    /// <summary>Its id in scenario files: lower-case words of letters and digits joined by <c>-</c> or <c>.</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required SecurityKind Kind { get; init; }

    /// <summary>Its name in English.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in Simplified Chinese; empty where there is no usual one.</summary>
    public string ChineseName { get; init; } = "";

    /// <summary>Other names and codes that people and articles use, in any language; products are not among them.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>
    /// Its symbols as exchanges and vendors write them, the main listing first: <c>NVDA</c>, <c>0700.HK</c>, <c>600519.SH</c>,
    /// <c>BRK.B</c>. Empty for a private company.
    /// </summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>International securities identification number with its check digit (ISO 6166); empty where unknown.</summary>
    public string Isin { get; init; } = "";

    /// <summary>Nine characters with their check digit (North America); empty where unknown.</summary>
    public string Cusip { get; init; } = "";

    /// <summary>Seven characters with their check digit (United Kingdom); empty where unknown.</summary>
    public string Sedol { get; init; } = "";

    /// <summary>Six characters (Germany); empty where unknown.</summary>
    public string Wkn { get; init; } = "";

    /// <summary>Country of risk, two letters (ISO 3166); empty for a crypto asset.</summary>
    public string Country { get; init; } = "";

    /// <summary>Currency of the main listing, three letters (ISO 4217).</summary>
    public string Currency { get; init; } = "";

    /// <summary>The asset class, sector or industry whose risk it has, an id of the reference market; empty where unknown.</summary>
    public string Sector { get; init; } = "";

    /// <summary>Its size by market value: <c>mega</c>, <c>large</c>, <c>mid</c> or <c>small</c>; empty where it has none.</summary>
    public string Size { get; init; } = "";

    /// <summary>
    /// First day of trading where it is recent enough to matter: before it an <see cref="SecurityKind.Equity"/> was a company without a
    /// listing. Null for anything older.
    /// </summary>
    public DateOnly? Listed { get; init; }
}
