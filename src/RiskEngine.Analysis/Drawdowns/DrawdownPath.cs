using System.Runtime.InteropServices;

namespace RiskEngine.Analysis.Drawdowns;

/// <summary>The falls of one path of values (Bacon 2008, chapter 4).</summary>
/// <remarks>A value of zero or below is down by all: 1.</remarks>
/// <param name="Pain">Mean over time of how far the value is below its last peak, 0 to 1; a step counts with its end.</param>
/// <param name="Ulcer">Root of the mean square over time of the same.</param>
/// <param name="Worst">The most of the same: the maximum drawdown.</param>
/// <param name="LosingRuns">Root of the sum of the squared falls over runs of losing steps.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DrawdownPath(double Pain, double Ulcer, double Worst, double LosingRuns)
{
    /// <summary>The falls of a path.</summary>
    /// <param name="values">The value at the start, above zero, and at the end of every step.</param>
    /// <param name="years">The length of every step in years, above zero: one less than values.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static DrawdownPath Of(ReadOnlySpan<double> values, ReadOnlySpan<double> years)
    {
        if (values.Length != years.Length + 1 || years.IsEmpty)
        {
            throw new ArgumentException(
                $"Expected one value more than steps, found {values.Length} values and {years.Length} steps.",
                nameof(values)
            );
        }

        var (peak, time, pain, squares, worst, runs, top) = (Math.Max(0, values[0]), 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var k = 0; k < years.Length; k++)
        {
            var (before, now) = (Math.Max(0, values[k]), Math.Max(0, values[k + 1]));
            peak = Math.Max(peak, now);
            var depth = 1 - (now / peak);
            (time, pain, squares) = (time + years[k], pain + (depth * years[k]), squares + (depth * depth * years[k]));
            worst = Math.Max(worst, depth);

            // A run begins at the value before its first fall, and ends with the last one.
            if (now < before && top == 0)
                top = before;
            if (top > 0 && (now >= before || k == years.Length - 1))
            {
                var fall = 1 - ((now < before ? now : before) / top);
                (runs, top) = (runs + (fall * fall), 0);
            }
        }

        return new DrawdownPath(pain / time, Math.Sqrt(squares / time), worst, Math.Sqrt(runs));
    }

    /// <summary>The yearly return above the risk-free one by the falls of losing runs (Burke 1994); not a number without one.</summary>
    public double Burke(double yearlyReturn, double riskFree) => LosingRuns > 0 ? (yearlyReturn - riskFree) / LosingRuns : double.NaN;

    /// <summary>The yearly return by the maximum drawdown and a tenth (Kestner 1996).</summary>
    public double Sterling(double yearlyReturn) => yearlyReturn / (Worst + 0.1);

    /// <summary>The yearly return by the maximum drawdown (Young 1991); not a number without one.</summary>
    public double Calmar(double yearlyReturn) => Worst > 0 ? yearlyReturn / Worst : double.NaN;
}
