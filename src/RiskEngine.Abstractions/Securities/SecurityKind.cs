namespace RiskEngine.Abstractions.Securities;

/// <summary>What a security is.</summary>
public enum SecurityKind
{
    /// <summary>A listed share or depositary receipt.</summary>
    Equity,

    /// <summary>A listed or open fund.</summary>
    Fund,

    /// <summary>A bond.</summary>
    Bond,

    /// <summary>A crypto asset.</summary>
    Crypto,

    /// <summary>A company without a listing.</summary>
    PrivateCompany,
}
