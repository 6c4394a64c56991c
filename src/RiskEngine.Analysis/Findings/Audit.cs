using RiskEngine.Abstractions.Theses;

namespace RiskEngine.Analysis.Findings;

/// <summary>
/// Holds an article's figures against each other: every <see cref="Check"/> of every thesis becomes a <see cref="Finding"/>.
/// </summary>
public static class Audit
{
    /// <summary>
    /// Figures are decimals with few digits, their binary forms are not: a difference of exactly the tolerance still agrees.
    /// </summary>
    private const double Rounding = 1e-12;

    /// <summary>One finding a check, in the order of the theses and of their checks.</summary>
    /// <exception cref="ArgumentException">A check's figures do not suit its calculation; the message names thesis and check.</exception>
    public static IReadOnlyList<Finding> Of(IEnumerable<Thesis> theses)
    {
        ArgumentNullException.ThrowIfNull(theses);
        return [.. theses.SelectMany(thesis => thesis.Checks, Judge)];
    }

    private static Finding Judge(Thesis thesis, Check check)
    {
        if (check.Arithmetic is not { } sum)
            return new Finding(thesis.Id, check, Verdict.Stated, null);
        var calculated = Calculate(sum);
        if (!double.IsFinite(calculated))
        {
            throw new ArgumentException(
                $"Check '{thesis.Id}/{check.Id}': {sum.Kind} {Expected(sum.Kind)}, found {string.Join(", ", sum.Figures)}.",
                nameof(check)
            );
        }

        var agrees = Math.Abs(calculated - sum.Claimed) <= sum.Tolerance + Rounding;
        return new Finding(thesis.Id, check, agrees ? Verdict.Agrees : Verdict.Contradicts, calculated);
    }

    /// <summary>The result, or not a number where the figures do not suit the calculation.</summary>
    private static double Calculate(Arithmetic sum) =>
        (sum.Kind, sum.Figures) switch
        {
            (ArithmeticKind.Growth, [var from, var to]) => to / from - 1,
            (ArithmeticKind.AnnualGrowth, [var from, var to, var years]) => Math.Pow(to / from, 1 / years) - 1,
            (ArithmeticKind.Ratio, [var numerator, var denominator]) => numerator / denominator,
            (ArithmeticKind.Sum, { Count: > 0 } parts) => parts.Sum(),
            _ => double.NaN,
        };

    private static string Expected(ArithmeticKind kind) =>
        kind switch
        {
            ArithmeticKind.Growth => "expects two figures, from (not zero) and to",
            ArithmeticKind.AnnualGrowth => "expects three figures, from (not zero), to (of the same sign) and years (not zero)",
            ArithmeticKind.Ratio => "expects two figures, numerator and denominator (not zero)",
            _ => "expects one figure or more",
        };
}
