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
    /// <summary>Every column by itself.</summary>
    public static BacktestPortfolios Columns(PriceFile prices) =>
        new([.. prices.History.Instruments.Select(column => new BacktestPortfolio(column, [(column, 1)]))], []);

    /// <summary>Reads files; null after errors, all of them listed.</summary>
    public static BacktestPortfolios? Read(IReadOnlyList<string> named, PriceFile prices, CommandEnvironment environment)
    {
        var found = new DiagnosticBag();
        var (portfolios, files) = (new List<BacktestPortfolio>(), new List<InputFile>());
        foreach (var file in named.Distinct())
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
