using System.Globalization;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Batches.Sweeps;

namespace RiskEngine.Batches.Sensitivity;

/// <summary>
/// Every number of a scenario with a range around it: the number times a factor near 1. Of a distribution its places are scaled (a PERT's
/// three figures, a normal's mean, a lognormal's median, a beta's ends) and its shape is kept.
/// </summary>
public static class LedgerRanges
{
    /// <summary>By distribution, which figures are places, counted from 0.</summary>
    private static readonly Dictionary<string, int[]> places = new()
    {
        ["uniform"] = [0, 1],
        ["triangular"] = [0, 1, 2],
        ["pert"] = [0, 1, 2],
        ["normal"] = [0],
        ["lognormal"] = [0],
        ["beta"] = [2, 3],
    };

    /// <summary>The ranges; a number that is zero stays zero whatever it is multiplied by, and has none.</summary>
    /// <param name="ledger">The scenario's numbers.</param>
    /// <param name="spread">How far the factor goes to both sides of 1.</param>
    public static IReadOnlyList<SweptRange> Of(IReadOnlyList<Assumption> ledger, double spread)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return
        [
            .. from a in ledger.DistinctBy(a => a.Path)
            let write = Scaled(a.Value)
            where write is not null
            select new SweptRange(a.Path, new Uniform(1 - spread, 1 + spread), write),
        ];
    }

    /// <summary>What stands in the file for the value times a factor; null where there is nothing to scale.</summary>
    internal static Func<double, string>? Scaled(string value)
    {
        if (Number(value) is { } number)
            return number == 0 ? null : factor => SweptRange.Number(number * factor);
        var space = value.IndexOf(' ');
        if (space < 0 || !places.TryGetValue(value[..space], out var scaled))
            return null;
        var figures = value[space..].Split(',').Select(Number).ToArray();
        if (figures.Any(f => f is null) || scaled.Any(s => s >= figures.Length) || scaled.All(s => figures[s] == 0))
            return null;
        return factor =>
        {
            var written = figures.Select((f, i) => SweptRange.Number(scaled.Contains(i) ? f!.Value * factor : f!.Value));
            return $"{{ {value[..space]}: [{string.Join(", ", written)}] }}";
        };
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
