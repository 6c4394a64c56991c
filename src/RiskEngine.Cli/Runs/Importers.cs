using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Abstractions.Securities;
using RiskEngine.Importing.Positions;
using RiskEngine.Importing.Prices;
using RiskEngine.Importing.Securities;

namespace RiskEngine.Cli.Runs;

/// <summary>What reads the files of brokers and vendors, wired once.</summary>
internal static class Importers
{
    /// <summary>Reads a portfolio as a broker exports it.</summary>
    public static IPortfolioImporter Portfolios { get; } = new BrokerFiles(Securities);

    /// <summary>Reads prices as vendors give them.</summary>
    public static IPriceImporter Prices { get; } = new VendorFiles();

    /// <summary>The security list that ships.</summary>
    public static SecurityList Securities() => new(ShippedSecurities.Read());
}
