using System.Security.Cryptography;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Backtesting;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Screens;
using RiskEngine.Loading.Prices;

namespace RiskEngine.Cli.Runs;

/// <summary>The portfolios of a backtest and the files that they came from.</summary>
/// <param name="Portfolios">The portfolios.</param>
/// <param name="Files">Their files; none where every column stands for itself.</param>
internal sealed record BacktestPortfolios(IReadOnlyList<BacktestPortfolio> Portfolios, IReadOnlyList<InputFile> Files)
{
    /// <summary>Reads the files, or takes every column by itself; null after errors, all of them listed.</summary>
    public static BacktestPortfolios? Read(BacktestPlan plan, PriceFile prices, CommandEnvironment environment)
    {
        if (plan.Portfolios.Count == 0)
            return new BacktestPortfolios(
                [.. prices.History.Instruments.Select(column => new BacktestPortfolio(column, [(column, 1)]))],
                []
            );
        var found = new DiagnosticBag();
        var (portfolios, files, isWhole) = (new List<BacktestPortfolio>(), new List<InputFile>(), true);
        foreach (var file in plan.Portfolios.Distinct())
        {
            var path = environment.FullPath(file);
            if (!File.Exists(path))
            {
                UsageErrors.Refuse($"--portfolio: the file '{file}' does not exist", environment.Error);
                isWhole = false;
                continue;
            }

            var bytes = File.ReadAllBytes(path);
            files.Add(new InputFile(file, Convert.ToHexStringLower(SHA256.HashData(bytes))));
            if (HoldingsReader.Read(bytes, file, prices.History.Instruments, found, Importers.Portfolios) is { } holdings)
                portfolios.Add(
                    new BacktestPortfolio(Path.GetFileNameWithoutExtension(file), [.. holdings.Select(h => (h.Column, h.Value))])
                );
        }

        var findings = found.Sorted();
        foreach (var finding in findings)
            environment.Error.WriteLine(finding);
        if (findings.Count > 0)
            environment.Error.WriteLine(DiagnosticLines.Count(findings));
        return isWhole && !found.HasErrors ? new BacktestPortfolios(portfolios, files) : null;
    }
}
