using System.Numerics;

namespace RiskEngine.Numerics.QuasiRandom;

/// <summary>Primitive polynomials over the field of two elements, in ascending order: bit k is the coefficient of x^k.</summary>
/// <remarks>
/// A polynomial of degree d is primitive when x has the order 2^d - 1 modulo it (Lidl and Niederreiter 1986, theorem 3.16). There are
/// phi(2^d - 1) / d of them.
/// </remarks>
internal static class PrimitivePolynomials
{
    /// <summary>All of them, from x + 1; there is no end below degree 31.</summary>
    public static IEnumerable<uint> All()
    {
        yield return 0b11;
        for (var degree = 2; degree <= 30; degree++)
        {
            var order = (1u << degree) - 1;
            var primes = PrimeFactors(order).ToArray();

            // The constant term is 1, or x would divide it.
            for (var p = (1u << degree) | 1; p < 1u << (degree + 1); p += 2)
            {
                if (IsPrimitive(p, degree, order, primes))
                    yield return p;
            }
        }
    }

    private static bool IsPrimitive(uint polynomial, int degree, uint order, uint[] primes) =>
        PowerOfX(order, polynomial, degree) == 1 && Array.TrueForAll(primes, prime => PowerOfX(order / prime, polynomial, degree) != 1);

    /// <summary>x^exponent modulo the polynomial.</summary>
    private static uint PowerOfX(uint exponent, uint polynomial, int degree)
    {
        var result = 1u;
        for (var bit = 31 - BitOperations.LeadingZeroCount(exponent); bit >= 0; bit--)
        {
            result = Multiply(result, result, polynomial, degree);
            if ((exponent >> bit & 1) == 1)
                result = Multiply(result, 2, polynomial, degree);
        }

        return result;
    }

    private static uint Multiply(uint a, uint b, uint polynomial, int degree)
    {
        var product = 0u;
        for (; b != 0; b >>= 1)
        {
            if ((b & 1) == 1)
                product ^= a;
            a <<= 1;
            if ((a >> degree & 1) == 1)
                a ^= polynomial;
        }

        return product;
    }

    private static IEnumerable<uint> PrimeFactors(uint n)
    {
        for (var p = 2u; p * p <= n; p++)
        {
            if (n % p != 0)
                continue;
            yield return p;
            while (n % p == 0)
                n /= p;
        }

        if (n > 1)
            yield return n;
    }
}
