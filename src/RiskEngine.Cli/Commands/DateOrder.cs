namespace RiskEngine.Cli.Commands;

/// <summary>What dates such as 03/04/2026 begin with.</summary>
internal enum DateOrder
{
    /// <summary>The day.</summary>
    Dmy,

    /// <summary>The month.</summary>
    Mdy,
}
