namespace RiskEngine.Cli.Runs;

/// <summary>What the user asked for on the command line of a backtest, as far as its report is concerned.</summary>
internal interface IBacktestPlan
{
    /// <summary>The folder that reports go under.</summary>
    public string Out { get; }

    /// <summary>The options that change what is written, by name.</summary>
    public IReadOnlyDictionary<string, string> ForManifest();

    /// <summary>The command line that makes the same backtest again.</summary>
    public string Command();
}
