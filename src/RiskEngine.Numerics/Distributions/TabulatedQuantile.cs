namespace RiskEngine.Numerics.Distributions;

/// <summary>Samples a distribution fast: its quantile function in a table, interpolated between the knots.</summary>
/// <remarks>
/// <para>
/// The table is as fine as the tails ask. On either side of the median, probabilities p = min(u, 1 - u) are cut into octaves
/// [2^-k-1, 2^-k], k = 1 to 16, and each octave into 128 equal cells: 4,097 knots in all, at which the table is exact. Within a cell the
/// quantile is interpolated linearly, and beyond the outermost knots, p &lt; 2^-17, the true function is called.
/// </para>
/// <para>
/// Error: a cell of width h adds h^2/8 max|Q''| at most, for the normal distribution less than 3e-5 in any quantile and less than
/// 1e-5 in its variance; distributions with bounded densities on an interval are nearer still. (Equal cells over all of (0, 1) would
/// cost the normal variance 1e-4, for as many knots.)
/// </para>
/// </remarks>
public sealed class TabulatedQuantile
{
    private const int CellBits = 7;
    private const int Octaves = 16;
    private const int Cells = Octaves << CellBits;
    private const double Outermost = 1.0 / (1 << (Octaves + 1));
    private const int FractionBits = 52 - CellBits;
    private const double FractionScale = 1.0 / (1UL << FractionBits);

    // The exponent and the first bits of the fraction of a probability number its cell: 0 is the one at the outermost knot.
    private static readonly ulong FirstCell = BitConverter.DoubleToUInt64Bits(Outermost) >> FractionBits;

    private readonly Func<double, double> quantile;
    private readonly double[] lower = new double[Cells + 2];
    private readonly double[] upper = new double[Cells + 2];

    /// <summary>Tabulates a quantile function by calling it 4,097 times.</summary>
    /// <param name="quantile">The inverse distribution function: non-decreasing on (0, 1) and finite on [2^-17, 1 - 2^-17].</param>
    /// <exception cref="ArgumentException">The function is not finite or falls at a knot.</exception>
    public TabulatedQuantile(Func<double, double> quantile)
    {
        ArgumentNullException.ThrowIfNull(quantile);
        this.quantile = quantile;
        for (var knot = 0; knot <= Cells; knot++)
        {
            var p = BitConverter.UInt64BitsToDouble((FirstCell + (ulong)knot) << FractionBits);
            lower[knot] = quantile(p);
            upper[knot] = knot == Cells ? lower[knot] : quantile(1 - p);
            Require(knot == 0 || lower[knot] >= lower[knot - 1], p, lower[knot]);
            Require(knot == 0 || upper[knot] <= upper[knot - 1], 1 - p, upper[knot]);
        }

        // The median is the start of a cell of its own, of which nothing but the start is ever used.
        lower[Cells + 1] = lower[Cells];
        upper[Cells + 1] = upper[Cells];
    }

    /// <summary>The quantile of each u: <c>x[i]</c> is the value below which a share <c>u[i]</c> of the distribution lies.</summary>
    /// <param name="u">Probabilities in the open interval (0, 1).</param>
    /// <param name="x">The quantiles, as many as probabilities; may be the same memory.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a probability is outside (0, 1).</exception>
    public void Fill(ReadOnlySpan<double> u, Span<double> x)
    {
        if (u.Length != x.Length)
            throw new ArgumentException($"Expected as many quantiles as probabilities ({u.Length}); found {x.Length}.", nameof(x));
        for (var i = 0; i < u.Length; i++) x[i] = At(u[i]);
    }

    /// <summary>The quantile of one probability in the open interval (0, 1).</summary>
    /// <exception cref="ArgumentException">The probability is outside (0, 1).</exception>
    public double At(double u)
    {
        var table = u <= 0.5 ? lower : upper;
        var p = Math.Min(u, 1 - u);
        if (!(p >= Outermost)) return Beyond(u);

        var bits = BitConverter.DoubleToUInt64Bits(p);
        var cell = (int)((bits >> FractionBits) - FirstCell);
        var fraction = (bits & ((1UL << FractionBits) - 1)) * FractionScale;
        var start = table[cell];
        return start + (fraction * (table[cell + 1] - start));
    }

    private double Beyond(double u) => u is > 0 and < 1
        ? quantile(u)
        : throw new ArgumentException($"Expected a probability in the open interval (0, 1); found {u}.", nameof(u));

    private static void Require(bool rises, double u, double x)
    {
        if (!rises || !double.IsFinite(x))
            throw new ArgumentException($"Expected a quantile function that is finite and does not fall; found {x} at {u}.", nameof(x));
    }
}
