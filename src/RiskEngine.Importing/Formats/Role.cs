namespace RiskEngine.Importing.Formats;

/// <summary>What a column is, by the names that format files use.</summary>
internal static class Role
{
    public const string Account = "account";
    public const string Symbol = "symbol";
    public const string Name = "name";

    /// <summary>An ISIN or a symbol, as it comes.</summary>
    public const string Code = "code";
    public const string Isin = "isin";
    public const string Cusip = "cusip";
    public const string Sedol = "sedol";
    public const string Wkn = "wkn";
    public const string Exchange = "exchange";
    public const string Quantity = "quantity";
    public const string Price = "price";
    public const string Value = "value";

    /// <summary>The value in the currency of the account.</summary>
    public const string BaseValue = "baseValue";
    public const string BaseCurrency = "baseCurrency";

    /// <summary>Units of the account's currency for one of the row's.</summary>
    public const string BaseRate = "baseRate";
    public const string Currency = "currency";
    public const string Asset = "asset";
    public const string Side = "side";
    public const string Multiplier = "multiplier";
    public const string Date = "date";
    public const string Action = "action";
    public const string Amount = "amount";
    public const string Fee = "fee";

    /// <summary>Whether a transaction was carried out.</summary>
    public const string Status = "status";

    public static IReadOnlyList<string> All { get; } =
    [
        Account,
        Symbol,
        Name,
        Code,
        Isin,
        Cusip,
        Sedol,
        Wkn,
        Exchange,
        Quantity,
        Price,
        Value,
        BaseValue,
        BaseCurrency,
        BaseRate,
        Currency,
        Asset,
        Side,
        Multiplier,
        Date,
        Action,
        Amount,
        Fee,
        Status,
    ];

    /// <summary>Those that say which security a row is about.</summary>
    public static IReadOnlyList<string> Identities { get; } = [Symbol, Code, Isin, Cusip, Sedol, Wkn, Name];
}
