using System.Security.Cryptography;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Backtesting;
using RiskEngine.Cli.Screens;
using RiskEngine.Importing.Text;
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
        {
            return new BacktestPortfolios(
                [.. prices.History.Instruments.Select(column => new BacktestPortfolio(column, [(column, 1)]))],
                []
            );
        }

        var found = new DiagnosticBag();
        var (portfolios, files) = (new List<BacktestPortfolio>(), new List<InputFile>());
        foreach (var file in plan.Portfolios.Distinct())
        {
            if (OutsideFile.Read(environment.FullPath(file), file, found)?.Bytes is not { } bytes)
                continue;
            files.Add(new InputFile(file, Convert.ToHexStringLower(SHA256.HashData(bytes))));
            if (HoldingsReader.Read(bytes, file, prices.History.Instruments, found, Importers.Portfolios) is { } holdings)
            {
                portfolios.Add(
                    new BacktestPortfolio(Path.GetFileNameWithoutExtension(file), [.. holdings.Select(h => (h.Column, h.Value))])
                );
            }
        }

        DiagnosticLines.Write(found, environment);
        return !found.HasErrors ? new BacktestPortfolios(portfolios, files) : null;
    }
}
