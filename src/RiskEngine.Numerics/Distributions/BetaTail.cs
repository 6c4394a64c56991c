namespace RiskEngine.Numerics.Distributions;

/// <summary>Where a search of <see cref="BetaTail"/> ended.</summary>
/// <param name="IsUpper">Of which tail.</param>
/// <param name="LogP">Logarithm of the tail's probability.</param>
/// <param name="LogDistance">y, the logarithm of the distance t from the end.</param>
/// <param name="Slope">Slope of the logarithm of the probability in y.</param>
/// <param name="Bend">Slope of <paramref name="Slope"/> in y.</param>
internal readonly record struct BetaPlace(bool IsUpper, double LogP, double LogDistance, double Slope, double Bend);

/// <summary>
/// The beta distribution seen from one end: t is the distance from it, at most about 1/2, in logarithms y = ln t, in which small shapes,
/// that put t next to the end, are as tame as others.
/// </summary>
/// <param name="a">Shape at this end.</param>
/// <param name="b">Shape at the other end.</param>
/// <param name="logBeta">Logarithm of B(a, b).</param>
internal sealed class BetaTail(double a, double b, double logBeta)
{
    private const int MostTerms = 10_000;
    private const int MostSteps = 200;

    // A correction is cubic: one of this size, in units of the curve's own scale, leaves its cube.
    private const double Resolved = 1e-5;

    private static readonly double logHalf = Math.Log(0.5);

    /// <summary>Logarithm of the probability below t (or, as upper tail, above it).</summary>
    public double LogOf(double y, bool upper) => Evaluate(y, upper).LogP;

    /// <summary>Finds the y of a tail probability, from the place of a lower probability of the same tail if there is one.</summary>
    public BetaPlace Find(double logP, bool upper, BetaPlace? last)
    {
        // Below t = 1/2 the density is at most twice its leading term, a^-1 t^a / B(a, b): this end of the bracket is beyond the root.
        var from = ((upper ? logHalf : logP) - Math.Log(2) + Math.Log(a) + logBeta) / a;
        var (lowest, highest) = (Math.Min(from, logHalf) - 1e-9, logHalf + 1e-9);
        var y = Math.Clamp(last is { } l ? Foretell(l, logP) : from, lowest, highest);
        for (var step = 0; ; step++)
        {
            var place = Evaluate(y, upper);
            var wanted = logP - place.LogP;
            if (wanted > 0 != upper)
                lowest = y;
            else
                highest = y;

            // Chebyshev's step; Newton's where the curve bends too much for it.
            var newton = wanted / place.Slope;
            var bent = 0.5 * place.Bend / place.Slope * newton;
            var change = Math.Abs(bent) < 0.5 ? newton * (1 - bent) : newton;
            if (Math.Abs(change) * (1 + Math.Abs(place.Slope) + Math.Abs(place.Bend / place.Slope)) < Resolved || step == MostSteps)
                return place with { LogP = logP, LogDistance = y + change, Slope = place.Slope + (place.Bend * change) };
            y += change;
            if (!(y > lowest && y < highest))
                y = (lowest + highest) / 2;
        }
    }

    private static double Foretell(BetaPlace last, double logP)
    {
        var newton = (logP - last.LogP) / last.Slope;
        return last.LogDistance + (newton * (1 - (0.5 * last.Bend / last.Slope * newton)));
    }

    private BetaPlace Evaluate(double y, bool upper)
    {
        var t = Math.Exp(y);
        var logPrefix = (a * y) + (b * Math.Log(1 - t)) - logBeta;
        var isBelow = t < (a + 1) / (a + b + 2);
        var fraction = isBelow ? Fraction(a, b, t) : Fraction(b, a, 1 - t);
        double logP,
            slope;
        if (isBelow != upper)
        {
            logP = logPrefix - Math.Log(fraction);
            slope = fraction / (1 - t);
        }
        else
        {
            // The fraction gives the other tail.
            var prefix = Math.Exp(logPrefix);
            var p = 1 - (prefix / fraction);
            logP = Math.Log(p);
            slope = prefix / ((1 - t) * p);
        }

        if (upper)
            slope = -slope;
        return new BetaPlace(upper, logP, y, slope, slope * (a - ((b - 1) * t / (1 - t)) - slope));
    }

    /// <summary>
    /// The continued fraction f in I_x(a, b) = x^a (1-x)^b / (B(a, b) f): Didonato and Morris (1992), ACM TOMS 18, eq. 9, by the method of
    /// Lentz (1976).
    /// </summary>
    private static double Fraction(double a, double b, double x)
    {
        const double Tiny = 1e-300;
        var value = Denominator(a, b, x, 0);
        if (value == 0)
            value = Tiny;
        var (c, d) = (value, 0.0);
        for (var m = 1; m < MostTerms; m++)
        {
            var place = a + (2 * m) - 1;
            var numerator = m * (a + m - 1) / place * ((a + b + m - 1) / place) * (b - m) * x * x;
            var denominator = Denominator(a, b, x, m);
            d = denominator + (numerator * d);
            d = 1 / (d == 0 ? Tiny : d);
            c = denominator + (numerator / c);
            if (c == 0)
                c = Tiny;
            var change = c * d;
            value *= change;
            if (Math.Abs(change - 1) < 1e-15)
                break;
        }

        return value;
    }

    private static double Denominator(double a, double b, double x, int m)
    {
        var rest = (a + m) * ((a * (1 - x)) - (b * x) + 1 + (m * (2 - x))) / (a + (2 * m) + 1);
        return m == 0 ? rest : m + (m * (b - m) * x / (a + (2 * m) - 1)) + rest;
    }
}
