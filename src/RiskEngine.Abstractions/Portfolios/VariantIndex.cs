namespace RiskEngine.Abstractions.Portfolios;

/// <summary>Which variant of a portfolio: its place in a <see cref="VariantSet"/>, which alone knows what stands where.</summary>
/// <param name="Value">The place, from 0.</param>
public readonly record struct VariantIndex(int Value)
{
    /// <summary>The first so many.</summary>
    public static IEnumerable<VariantIndex> First(int count) => Enumerable.Range(0, count).Select(at => new VariantIndex(at));
}
