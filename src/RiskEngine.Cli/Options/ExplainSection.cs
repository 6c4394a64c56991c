namespace RiskEngine.Cli.Options;

/// <summary>A part of what <c>explain</c> says.</summary>
internal enum ExplainSection
{
    /// <summary>What is simulated: portfolios, cases, recommendations, events.</summary>
    Plan,

    /// <summary>Expected return and volatility of each instrument.</summary>
    Returns,

    /// <summary>Where the numbers come from.</summary>
    Sources,
}
