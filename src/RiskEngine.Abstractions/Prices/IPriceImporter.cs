using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Abstractions.Prices;

/// <summary>Reads price files that are not in the project's own form: what vendors of data give.</summary>
public interface IPriceImporter
{
    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="file">Its name, for diagnostics; a file of one series may name its instrument by it.</param>
    /// <param name="diagnostics">Takes errors, and everything that was assumed or left out.</param>
    /// <returns>The closes; null after errors.</returns>
    public PriceHistory? Import(byte[] bytes, string file, DiagnosticBag diagnostics);
}
