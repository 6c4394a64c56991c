namespace RiskEngine.Importing.Numbers;

/// <summary>What dates such as 03/04/2026 begin with.</summary>
public enum DateOrder
{
    /// <summary>The day.</summary>
    Dmy,

    /// <summary>The month.</summary>
    Mdy,
}
