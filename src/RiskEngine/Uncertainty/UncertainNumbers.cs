using System.Globalization;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Results;
using RiskEngine.Simulation.Parameters;

namespace RiskEngine.Uncertainty;

/// <summary>
/// The numbers of the ledger that might be others: calibrated ones by their standard errors, judged ones by the ranges that they state, or
/// by a spread that the scenario gives to those without one.
/// </summary>
/// <remarks>
/// A calibrated number is normal about its value; lognormal with the same mean and deviation where it is a size above zero (a volatility, a
/// tail's degrees of freedom), and a correlation by Fisher's transform (1915). A judged distribution is drawn itself, once for all paths; a
/// judged constant is uniform within the spread to both sides, as in a batch's <c>sensitivity</c>. All are taken as independent.
/// </remarks>
internal static class UncertainNumbers
{
    private const double Farthest = 3;

    private static readonly string[] sections = ["factors", "correlations", "instruments", "exposures", "risks", "deals"];

    /// <summary>The numbers, in the ledger's order.</summary>
    /// <param name="ledger">The scenario's numbers.</param>
    /// <param name="spread">How far a judged constant may be off, to both sides, as a part of its size; 0 for not at all.</param>
    public static IReadOnlyList<UncertainNumber> Of(IReadOnlyList<Assumption> ledger, double spread) =>
        [
            .. ledger
                .DistinctBy(a => a.Path)
                .Where(a => sections.Contains(a.Section) || a.Path == "riskFreeRate")
                .Select(a => Of(a, spread))
                .OfType<UncertainNumber>(),
        ];

    private static UncertainNumber? Of(Assumption a, double spread) =>
        a.Source switch
        {
            Calibrated { StandardError: > 0 and var error } when Number(a.Value) is { } value => new(
                a.Path,
                UncertaintyKind.Estimation,
                u =>
                    Text(Estimated(a, value, error, Math.Clamp(MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, u), -Farthest, Farthest)))
            ),
            Judgement when Distribution(a.Value) is { } judged => Judged(a.Path, new ParameterQuantile(judged).At),
            Judgement when spread > 0 && Number(a.Value) is { } value and not 0 => Judged(
                a.Path,
                u => value * (1 + (spread * ((2 * u) - 1)))
            ),
            _ => null,
        };

    private static UncertainNumber Judged(string path, Func<double, double> at) => new(path, UncertaintyKind.Judgement, u => Text(at(u)));

    private static double Estimated(Assumption a, double value, double error, double z)
    {
        if (a.Section == "correlations" && Math.Abs(value) < 1)
            return Math.Tanh(Math.Atanh(value) + (z * error / (1 - (value * value))));
        var isSize =
            value > 0 && !a.Key.StartsWith("exposures", StringComparison.Ordinal) && a.Section != "exposures" && a.Key != "premium";
        if (!isSize || a.Section.Length == 0)
            return value + (error * z);
        var variance = Math.Log(1 + (error * error / (value * value)));
        return value * Math.Exp((Math.Sqrt(variance) * z) - (variance / 2));
    }

    private static Parameter? Distribution(string text)
    {
        var space = text.IndexOf(' ');
        if (space < 0)
            return null;
        var figures = text[space..].Split(',').Select(Number).ToArray();
        if (Array.Exists(figures, f => f is null))
            return null;
        double At(int i) => figures[i]!.Value;
        return (text[..space], figures.Length) switch
        {
            ("uniform", 2) => new Uniform(At(0), At(1)),
            ("triangular", 3) => new Triangular(At(0), At(1), At(2)),
            ("pert", 3) => new Pert(At(0), At(1), At(2)),
            ("normal", 2) => new Normal(At(0), At(1)),
            ("lognormal", 2) => new Lognormal(At(0), At(1)),
            ("beta", 4) => new Beta(At(0), At(1), At(2), At(3)),
            _ => null,
        };
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static string Text(double value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
