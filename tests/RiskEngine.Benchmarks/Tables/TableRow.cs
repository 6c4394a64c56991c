namespace RiskEngine.Benchmarks.Tables;

/// <summary>A line of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Median">Its median over the rounds, with unit.</param>
/// <param name="Ratio">How it compares, and with what; empty where there is nothing to compare with.</param>
/// <param name="Aim">What it should reach; empty where there is no aim.</param>
/// <param name="Check">Figures that show that the work was done right; may be empty.</param>
internal sealed record TableRow(string What, string Median, string Ratio = "", string Aim = "", string Check = "");
