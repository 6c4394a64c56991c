namespace RiskEngine.Cli.Drafts;

/// <summary>How the user wants holdings to be drafted; all as given on the command line.</summary>
internal sealed record HoldingsSettings
{
    /// <summary>A price history; null for none.</summary>
    public string? Prices { get; init; }

    /// <summary>The day of the holdings; null for that of the prices or the holdings' file.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The scenario's currency; null for that of the holdings.</summary>
    public string? Currency { get; init; }

    /// <summary>Each <c>CODE=PRICE</c>.</summary>
    public IReadOnlyList<string> Rates { get; init; } = [];

    /// <summary>Each <c>TICKER=SECTOR</c>.</summary>
    public IReadOnlyList<string> As { get; init; } = [];

    /// <summary>A security list; null for the one beside the holdings.</summary>
    public string? Securities { get; init; }
}
