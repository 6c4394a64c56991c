using System.Text;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Calibration.Estimators;
using RiskEngine.Calibration.Factors;
using RiskEngine.Calibration.Returns;
using static RiskEngine.Calibration.Market.YamlText;

namespace RiskEngine.Calibration.Market;

/// <summary>
/// Writes a calibration as a market file (scenarios/README.md): factors, instruments and correlations, each number with its calibration and
/// standard error. With a benchmark there are one or two factors and exposures to them; without one each column has a factor of its own,
/// with an exposure of one, and the factors' correlations.
/// </summary>
public static class MarketFile
{
    /// <summary>The file's text.</summary>
    /// <param name="result">What was estimated.</param>
    /// <param name="source">The price file's name, for the provenance.</param>
    /// <param name="sha256">The SHA-256 of its bytes, hexadecimal.</param>
    public static string Write(CalibrationResult result, string source, string sha256)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentException.ThrowIfNullOrEmpty(source);
        ArgumentException.ThrowIfNullOrEmpty(sha256);
        return new Writer(result, source, sha256).Write();
    }

    private sealed class Writer(CalibrationResult result, string source, string sha256)
    {
        private readonly StringBuilder text = new();
        private readonly MarketIds ids = new(result);
        private readonly CalibrationWindows windows = new(result, source);

        public string Write()
        {
            Line(
                0,
                $"# A market estimated from {Quoted(source)} by 'riskengine calibrate'. Volatilities, dependence and tails come from "
                    + $"the prices; growth does not: past"
            );
            Line(
                0,
                "# means are no forecast. Give factors a premium (expected return a year over the risk-free rate) of your own "
                    + "judgement, with its reason."
            );
            Line(
                0,
                "# Every instrument is called an equity here; say fund where it is one. Its volatility is what its exposures and its "
                    + "own risk make."
            );
            foreach (var skipped in result.Skipped)
                Line(0, $"# Left out: {Quoted($"{skipped.What}: {skipped.Reason}")}");
            Line(0, "");
            var (factors, instruments, correlations) = (Part(Factors), Part(Instruments), Part(Correlations));
            Line(0, "calibrations:");
            foreach (var (id, from, until) in windows.Used)
                Calibration(id, from, until);
            text.Append(factors).Append(instruments).Append(correlations);
            return text.ToString();
        }

        /// <summary>
        /// Writes a part apart from the rest: calibrations stand first, and only the parts know which ones they refer to.
        /// </summary>
        private string Part(Action write)
        {
            var start = text.Length;
            write();
            var part = text.ToString(start, text.Length - start);
            text.Length = start;
            return part;
        }

        private void Calibration(string id, DateOnly from, DateOnly until)
        {
            Line(1, $"{id}:");
            Line(
                2,
                $"data: {Quoted(new LocalText($"Closing prices in {source} (SHA-256 {sha256})", $"{source} 中的收盘价（SHA-256 {sha256}）"))}"
            );
            Line(2, $"from: {from:yyyy-MM-dd}");
            Line(2, $"until: {until:yyyy-MM-dd}");
            Line(2, $"method: {Quoted(result.Method)}");
        }

        private void Factors()
        {
            Line(0, "");
            Line(0, "factors:");
            foreach (var factor in result.Factors)
            {
                var window = windows.Of(factor.FirstReturn, factor.LastReturn);
                Line(1, $"{ids.Of(factor)}:");
                Line(2, $"name: {Quoted(Name(factor))}");
                Line(2, $"unit: {Quoted(new LocalText("index, 1 on the as-of day", "指数，基准日为1"))}");
                Line(2, $"kind: {Kind(factor.Model)}");
                foreach (var (name, estimate) in factor.Parameters)
                    Line(2, $"{name}: {Number(estimate.Value)}");
                if (factor.Model == FactorModel.Garch)
                    Line(2, $"observations: {Number(result.Frequency.PeriodsPerYear())}");
                if (factor.LastRatio is { } ratio)
                    Line(
                        2,
                        $"# startRatio was {Number(Math.Round(ratio.Value, 3))} on the last day (standard error "
                            + $"{Error(ratio.StandardError)}); left at 1, the long-run volatility. Above 1 the instruments' "
                            + $"volatilities must be raised with it."
                    );
                Line(2, "source:");
                foreach (var (name, estimate) in factor.Parameters)
                    Line(3, $"{name}: {Source(window, estimate)}");
                if (factor.Model == FactorModel.Garch)
                    Line(3, $"observations: {{ calibrated: {window} }}");
            }
        }

        private void Instruments()
        {
            Line(0, "");
            Line(0, "instruments:");
            foreach (var entry in result.Instruments)
            {
                var window = windows.Of(entry.FirstReturn, entry.LastReturn);
                var exposures = Exposures(entry);
                Line(1, $"{ids.Of(entry.Instrument)}:");
                Line(2, $"name: {Quoted(entry.Instrument)}");
                Line(2, $"symbol: {Quoted(entry.Instrument)}");
                Line(2, "kind: equity");
                Line(
                    2,
                    $"volatility: {Number(VolatilityOf(entry, exposures))}   # last close {Number(entry.LastClose)} on "
                        + $"{entry.LastCloseDate:yyyy-MM-dd}"
                );
                if (exposures.Length > 0)
                    Line(2, $"exposures: {{ {string.Join(", ", exposures.Select(e => $"{ids.Of(e.Factor)}: {Number(e.Size.Value)}"))} }}");
                Line(2, "source:");
                Line(3, $"volatility: {Source(window, entry.Volatility.Annualised)}");
                foreach (var (factor, size) in exposures)
                {
                    Line(
                        3,
                        size.StandardError > 0
                            ? $"exposures.{ids.Of(factor)}: {Source(window, size)}"
                            : $"exposures.{ids.Of(factor)}: {{ judgement: "
                                + $"{Quoted(new LocalText("The factor is this column.", "该因子即此列。"))} }}"
                    );
                }
            }
        }

        private void Correlations()
        {
            if (result.Benchmark is not null || result.Correlations.Count == 0)
                return;
            var factors = result.Factors.ToDictionary(factor => factor.Column);
            Line(0, "");
            Line(0, "correlations:");
            foreach (var row in result.Correlations.GroupBy(pair => pair.First))
            {
                Line(1, $"{ids.Of(factors[row.Key])}:");
                foreach (var pair in row)
                    Line(2, $"{ids.Of(factors[pair.Second])}: {Number(Math.Round(pair.Estimate.Correlation.Value, 4))}");
                Line(2, "source:");
                foreach (var pair in row)
                {
                    var (first, second) = (factors[pair.First], factors[pair.Second]);
                    var window = windows.Of(Later(first.FirstReturn, second.FirstReturn), Earlier(first.LastReturn, second.LastReturn));
                    Line(3, $"{ids.Of(second)}: {Source(window, pair.Estimate.Correlation)}");
                }
            }
        }

        /// <summary>The exposures; without an error where the instrument is the factor itself.</summary>
        private (FactorCalibration Factor, ParameterEstimate Size)[] Exposures(InstrumentCalibration entry)
        {
            var one = new ParameterEstimate(1, 0);
            if (result.Benchmark is null)
                return [(result.Factors.First(factor => factor.Column == entry.Instrument), one)];
            if (entry.Instrument == result.Benchmark)
                return [(result.Factors[0], one)];
            if (entry.Exposures is not { } found)
                return [];
            return found.Sector is { } sector
                ? [(result.Factors[0], Rounded(found.Market)), (result.Factors[1], Rounded(sector))]
                : [(result.Factors[0], Rounded(found.Market))];
        }

        /// <summary>
        /// What the exposures (as written) and the own risk make: with the factors' fitted volatilities this may differ a little from the
        /// sample's, and the engine demands that it is no less than what the exposures explain.
        /// </summary>
        private static double VolatilityOf(InstrumentCalibration entry, (FactorCalibration Factor, ParameterEstimate Size)[] exposures)
        {
            if (exposures.Length == 0)
                return Math.Round(entry.Volatility.Annualised.Value, 6);
            var explained = exposures.Sum(e => Square(e.Size.Value * Math.Round(e.Factor.Volatility.Value, 6)));
            var own = Square(entry.Exposures?.ResidualVolatility.Value ?? 0);
            return Math.Ceiling((1e6 * Math.Sqrt(explained + own)) - 1e-6) / 1e6;
        }

        private LocalText Name(FactorCalibration factor) =>
            factor.Role switch
            {
                FactorRole.Market => new($"Market ({factor.Column})", $"市场（{factor.Column}）"),
                FactorRole.Sector => new(
                    $"Sector beyond the market ({factor.Column} less {result.Benchmark})",
                    $"行业（{factor.Column}，剔除 {result.Benchmark}）"
                ),
                _ => LocalText.Same(factor.Column),
            };

        private void Line(int depth, string line) => text.Append(' ', 2 * depth).Append(line).Append('\n');

        private static string Source(string window, ParameterEstimate estimate) =>
            $"{{ calibrated: {window}, standardError: {Error(estimate.StandardError)} }}";

        private static string Kind(FactorModel model) =>
            model switch
            {
                FactorModel.StudentT => "student-t",
                FactorModel.Garch => "garch",
                _ => "geometric-brownian",
            };

        private static ParameterEstimate Rounded(ParameterEstimate estimate) => estimate with { Value = Math.Round(estimate.Value, 4) };

        private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

        private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

        private static double Square(double x) => x * x;
    }
}
