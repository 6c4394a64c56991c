namespace RiskEngine.Analysis.Views;

/// <summary>Entropies of path probabilities, in nats.</summary>
internal static class Entropies
{
    /// <summary>Relative entropy of p to q, sum p ln(p / q), 0 or more.</summary>
    internal static double Relative(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        var sum = 0.0;
        for (var i = 0; i < p.Length; i++)
        {
            // p and q add to 1: the added terms are 0, and no term is negative
            if (p[i] > 0)
                sum += (p[i] * Math.Log(p[i] / q[i])) - p[i] + q[i];
            else
                sum += q[i];
        }

        return sum;
    }

    /// <summary>Entropy of p, -sum p ln p.</summary>
    internal static double Shannon(ReadOnlySpan<double> p)
    {
        var sum = 0.0;
        foreach (var x in p)
        {
            if (x > 0)
                sum -= x * Math.Log(x);
        }

        return sum;
    }
}
