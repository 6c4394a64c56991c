using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Simulation.Planning;

/// <summary>That events which excite each other die out: one occurrence brings about less than one more, in the long run.</summary>
internal static class ExcitationCheck
{
    private const int Squarings = 40;

    /// <summary>Adds an error where they do not.</summary>
    public static void Of(Scenario scenario, Case @case, DiagnosticBag found)
    {
        // What occurs once ends every chain that it is part of.
        var events = @case.Model.Events.Where(e => e.Recurs).ToArray();
        var offspring = new double[events.Length, events.Length];
        for (var source = 0; source < events.Length; source++)
        {
            foreach (var x in events[source].Excites)
            {
                if (Array.FindIndex(events, e => e.Id == x.Event) is >= 0 and var target)
                    offspring[source, target] += x.Offspring;
            }
        }

        var ratio = SpectralRadius(offspring);
        if (ratio < 1)
            return;
        var exciting = events.Where(e => e.Excites.Count > 0).Select(e => $"'{e.Id}'").ToArray();
        found.Error(
            LedgerPlace.Of(scenario, a => a.IsOf("risks", exciting[0].Trim('\''))),
            $"risks {string.Join(", ", exciting)}, 'excites': expected occurrences that bring about less than one more each (a "
                + FormattableString.Invariant($"branching ratio, the spectral radius of the offspring, below 1), found {ratio:0.###}")
        );
    }

    /// <summary>
    /// The largest absolute eigenvalue of a matrix without negative entries: the limit of the norms' roots of its powers (Gelfand 1941), by
    /// squaring.
    /// </summary>
    internal static double SpectralRadius(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var power = (double[,])matrix.Clone();
        var logarithm = 0.0; // of the norm that was taken out, by the exponent
        for (var k = 0; k < Squarings; k++)
        {
            var norm = power.Cast<double>().DefaultIfEmpty(0).Max();
            if (norm == 0)
                return 0;
            logarithm += Math.Log(norm) / Math.Pow(2, k);
            var square = new double[n, n];
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    for (var m = 0; m < n; m++)
                        square[i, j] += power[i, m] / norm * (power[m, j] / norm);
                }
            }

            power = square;
        }

        return Math.Exp(logarithm);
    }
}
