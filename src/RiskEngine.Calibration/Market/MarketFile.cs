using System.Text;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Calibration.Estimators;
using RiskEngine.Calibration.Factors;
using RiskEngine.Calibration.Returns;
using static RiskEngine.Calibration.Market.YamlText;

namespace RiskEngine.Calibration.Market;

/// <summary>
/// Writes a calibration as a market file (scenarios/README.md): factors, instruments and correlations, each number with its calibration and
/// standard error. With a benchmark there are one or two factors, those that columns share beyond them, and exposures to all; without one
/// each column has a factor of its own, with an exposure of one, and the factors' correlations.
/// </summary>
public static class MarketFile
{
    /// <summary>The file's text.</summary>
    /// <param name="result">What was estimated.</param>
    /// <param name="source">The price file's name, for the provenance.</param>
    /// <param name="sha256">The SHA-256 of its bytes, hexadecimal.</param>
    /// <param name="premium">
    /// What the market factor earns over the risk-free rate, or each column's factor where there is no benchmark; null for the default of
    /// shares with a benchmark, and for none without one.
    /// </param>
    public static string Write(CalibrationResult result, string source, string sha256, EquityPremium? premium = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentException.ThrowIfNullOrEmpty(source);
        ArgumentException.ThrowIfNullOrEmpty(sha256);
        return new Writer(result, source, sha256, premium ?? (result.Benchmark is null ? null : EquityPremium.Default)).Write();
    }

    private sealed class Writer(CalibrationResult result, string source, string sha256, EquityPremium? premium)
    {
        private static readonly string isTheFactor =
            $"{{ judgement: {Quoted(new LocalText("The factor is this column.", "该因子即此列。"))} }}";

        private readonly StringBuilder text = new();
        private readonly MarketIds ids = new(result);
        private readonly CalibrationWindows windows = new(result, source);

        public string Write()
        {
            Line(
                0,
                $"# A market estimated from {Quoted(source)} by 'riskengine calibrate'. Volatilities, dependence and tails come from "
                    + "the prices; growth does not:"
            );
            Line(
                0,
                premium is { } known
                    ? $"# past means are no forecast. Expected returns rest on the premium of {Number(100 * known.Rate)}% a year "
                        + "over the risk-free "
                        + "rate; its source stands beside it."
                    : "# past means are no forecast. No premium was given: what has none earns the risk-free rate."
            );
            Line(
                0,
                "# Every instrument is called an equity here; say fund where it is one. Its volatility is what its exposures and its "
                    + "own risk make."
            );
            if (result.Instruments.Any(entry => entry.Own?.Model == FactorModel.StudentT))
            {
                Line(
                    0,
                    $"# Degrees of freedom are those of {FrequencyWord} returns: a simulated step is best as long ('step' of the "
                        + "scenario); longer ones have thinner tails."
                );
            }

            foreach (var notice in result.Notices)
                Line(0, $"# {PlainLine.Of(notice)}");
            foreach (var line in CorrelationWords.Of(result))
                Line(0, $"# {PlainLine.Of(line)}");
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

        private string FrequencyWord =>
            result.Frequency switch
            {
                SamplingFrequency.Daily => "daily",
                SamplingFrequency.Weekly => "weekly",
                _ => "monthly",
            };

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
                    Line(2, $"observations: {Number(factor.PeriodsPerYear)}");
                var isPaid = premium is not null && factor.Role is (FactorRole.Market or FactorRole.Own);
                if (isPaid)
                    Line(2, $"premium: {Number(premium!.Rate)}");
                if (factor.LastRatio is { } ratio)
                    Line(2, $"startRatio: {Number(Math.Round(ratio.Value, 4))}   # of the long-run volatility, on the last day");

                Line(2, "source:");
                foreach (var (name, estimate) in factor.Parameters)
                    Line(3, $"{name}: {Source(window, estimate)}");
                if (factor.Model == FactorModel.Garch)
                    Line(3, $"observations: {{ calibrated: {window} }}");
                if (factor.LastRatio is { } last)
                    Line(3, $"startRatio: {Source(window, last)}");
                if (isPaid)
                    Line(3, $"premium: {{ judgement: {Quoted(premium!.Reason)} }}");
            }
        }

        private void Instruments()
        {
            Line(0, "");
            Line(0, "instruments:");
            foreach (var entry in result.Instruments)
            {
                var window = windows.Of(entry.FirstReturn, entry.LastReturn);
                var terms = InstrumentTerms.Of(result, entry);
                var exposures = terms.Exposures;
                Line(1, $"{ids.Of(entry.Instrument)}:");
                Line(2, $"name: {Quoted(entry.Instrument)}");
                Line(2, $"symbol: {Quoted(entry.Instrument)}");
                Line(2, "kind: equity");
                var law = LawOf(entry);
                var risk = law is null ? $"volatility: {Number(terms.Volatility)}" : $"own: {{ {Own(law, terms)} }}";
                Line(2, $"{risk}   # last close {Number(entry.LastClose)} on {entry.LastCloseDate:yyyy-MM-dd}");
                if (exposures.Count > 0)
                    Line(2, $"exposures: {{ {string.Join(", ", exposures.Select(e => $"{ids.Of(e.Factor)}: {Number(e.Size.Value)}"))} }}");
                Line(2, "source:");
                if (law is not null)
                    OwnSources(law, terms, entry, window);
                else
                    Line(3, $"volatility: {Source(window, entry.Volatility.Annualised)}");
                foreach (var (factor, size) in exposures)
                {
                    Line(
                        3,
                        size.StandardError > 0
                            ? $"exposures.{ids.Of(factor)}: {Source(window, size)}"
                            : $"exposures.{ids.Of(factor)}: {isTheFactor}"
                    );
                }
            }
        }

        /// <summary>
        /// The law of own risk that the file states; null where it states the volatility of all together, which holds for factors that
        /// begin at their long-run volatility only.
        /// </summary>
        private OwnCalibration? LawOf(InstrumentCalibration entry) =>
            entry.Own
            ?? (
                result.Factors.Any(factor => factor.LastRatio is not null)
                    ? new OwnCalibration(FactorModel.GeometricBrownian, [], result.Frequency.PeriodsPerYear())
                    : null
            );

        private static string Own(OwnCalibration own, InstrumentTerms terms)
        {
            var keys = new List<string> { $"kind: {Kind(own.Model)}", $"volatility: {Number(terms.OwnVolatility)}" };
            keys.AddRange(own.Parameters.Select(p => $"{p.Name}: {Number(Math.Round(p.Estimate.Value, 4))}"));
            if (own.Model == FactorModel.Garch)
                keys.Add($"observations: {Number(own.PeriodsPerYear)}");
            return string.Join(", ", keys);
        }

        private void OwnSources(OwnCalibration own, InstrumentTerms terms, InstrumentCalibration entry, string window)
        {
            var size = entry.Exposures?.ResidualVolatility ?? entry.Volatility.Annualised;
            Line(3, $"own.volatility: {(terms.OwnVolatility == 0 ? isTheFactor : Source(window, size))}");
            foreach (var (name, estimate) in own.Parameters)
                Line(3, $"own.{name}: {Source(window, estimate)}");
            if (own.Model == FactorModel.Garch)
                Line(3, $"own.observations: {{ calibrated: {window} }}");
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

        private LocalText Name(FactorCalibration factor) =>
            factor.Role switch
            {
                FactorRole.Market => new($"Market ({factor.Column})", $"市场（{factor.Column}）"),
                FactorRole.Sector => new(
                    $"Sector beyond the market ({factor.Column} less {result.Benchmark})",
                    $"行业（{factor.Column}，剔除 {result.Benchmark}）"
                ),
                FactorRole.Residual => new(
                    $"Shared beyond the market, {factor.Column[9..]} ({string.Join(", ", factor.Leading)})",
                    $"市场之外的共同变动 {factor.Column[9..]}（{string.Join("、", factor.Leading)}）"
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

        private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

        private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
    }
}
