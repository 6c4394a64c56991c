using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Abstractions.Portfolios;

/// <summary>Reads portfolio files that are not in the project's own form: what brokers export.</summary>
public interface IPortfolioImporter
{
    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="file">Its name, for diagnostics.</param>
    /// <param name="diagnostics">Takes errors, and everything that was assumed or left out.</param>
    /// <returns>The positions, each security once; null after errors.</returns>
    public IReadOnlyList<ForeignPosition>? Import(byte[] bytes, string file, DiagnosticBag diagnostics);
}

/// <summary>One position as a file of a broker states it.</summary>
/// <param name="Instrument">The id of a security, or one made from what the file says.</param>
/// <param name="OtherNames">Other names and codes by which a scenario or a price table may know it.</param>
/// <param name="Name">The broker's name of it; may be empty.</param>
/// <param name="Quantity">Units held; below 0 for units owed, not 0.</param>
/// <param name="Price">Price of one, above 0.</param>
/// <param name="Currency">The currency of the price, three letters.</param>
/// <param name="Location">Its row.</param>
public sealed record ForeignPosition(
    string Instrument,
    IReadOnlyList<string> OtherNames,
    string Name,
    double Quantity,
    double Price,
    string Currency,
    SourceLocation Location
);
