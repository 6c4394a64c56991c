using System.Globalization;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Loading.Batches;
using RiskEngine.Results.Batches;
using RiskEngine.Simulation.Parameters;

namespace RiskEngine.Batches.Sweeps;

/// <summary>A path whose values are drawn from a distribution.</summary>
/// <param name="path">The path.</param>
/// <param name="write">What stands in the file for a drawn number.</param>
/// <param name="range">The distribution.</param>
public sealed class SweptRange(string path, Parameter range, Func<double, string> write)
{
    private readonly ParameterQuantile quantile = new(range);

    /// <summary>The path.</summary>
    public string Path => path;

    /// <summary>The value at a quantile.</summary>
    /// <param name="u">Above 0 and below 1.</param>
    public SweptValue At(double u) => new(path, write(quantile.At(u)));

    /// <summary>The same path over another distribution.</summary>
    public SweptRange Over(Parameter other) => new(path, other, write);

    /// <summary>The ranges of paths that have one.</summary>
    /// <exception cref="ArgumentException">A path has a list only.</exception>
    public static IReadOnlyList<SweptRange> Of(IReadOnlyList<SweptPath> paths) =>
        [
            .. paths.Select(p => new SweptRange(
                p.Path,
                p.Range ?? throw new ArgumentException($"Expected a range for '{p.Path}', found a list.", nameof(paths)),
                Number
            )),
        ];

    /// <summary>A number as a file writes it; twelve digits are more than any of them is known to.</summary>
    public static string Number(double value) => value.ToString("G12", CultureInfo.InvariantCulture);
}
