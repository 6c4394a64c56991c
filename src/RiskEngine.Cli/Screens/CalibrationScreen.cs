using RiskEngine.Abstractions.Measures;
using RiskEngine.Calibration;
using RiskEngine.Calibration.Estimators;
using RiskEngine.Calibration.Factors;
using RiskEngine.Calibration.Market;
using RiskEngine.Cli.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>What a price history says about volatility and dependence.</summary>
internal static class CalibrationScreen
{
    /// <summary>More instruments than these, and their correlations are no table that anybody reads.</summary>
    private const int MostInMatrix = 12;

    /// <summary>The screen for one calibration.</summary>
    public static IRenderable Render(CalibrationResult result)
    {
        List<IRenderable> parts = [TextTable.Heading("Instruments"), Instruments(result)];
        if (result.SectorResidual is { } residual)
            parts.Add(new Text($"Residual of {result.Sector} on {result.Benchmark}: volatility {Percent(residual.Annualised)}"));
        if (result.Factors.Any(factor => factor.Parameters.Count > 1))
            parts.AddRange([TextTable.Heading("Factors"), Factors(result)]);
        parts.Add(TextTable.Heading("Correlations"));
        parts.Add(
            result.Instruments.Count <= MostInMatrix
                ? Correlations(result)
                : new Text(
                    $"{Figures.Counted(result.Correlations.Count, "pair")}: too many to show; give a file with {MostInMatrix} columns "
                        + "or fewer to see them."
                )
        );
        parts.AddRange(CorrelationWords.Of(result).Select(line => new Text(line)));
        if (result.Notices.Count > 0)
            parts.AddRange([TextTable.Heading("Calendar"), .. result.Notices.Select(notice => new Text(notice))]);
        if (result.Skipped.Count > 0)
        {
            parts.Add(TextTable.Heading("Left out"));
            parts.AddRange(result.Skipped.Select(s => new Text($"{s.What}: {s.Reason}")));
        }

        parts.Add(TextTable.Heading("Method"));
        parts.Add(new Text($"{result.Method.English}. ± is half the 95% interval. Past means are never estimated: they are no forecast."));
        return TextTable.Stack(parts);
    }

    private static Table Instruments(CalibrationResult result)
    {
        List<string> headings = ["instrument", "first return", "#returns", "#volatility"];
        if (result.Benchmark is not null)
            headings.Add($"#beta to {result.Benchmark}");
        if (result.Sector is not null)
            headings.Add($"#beta to {result.Sector}");
        if (result.Benchmark is not null)
            headings.AddRange(["#own volatility", "#explained"]);
        if (result.Instruments.Any(i => i.Own is not null))
            headings.Add("own risk");
        var table = TextTable.Create(headings);
        foreach (var instrument in result.Instruments)
        {
            List<string> cells =
            [
                instrument.Instrument,
                $"{instrument.FirstReturn:yyyy-MM-dd}",
                Figures.Count(instrument.Volatility.Observations),
                Percent(instrument.Volatility.Annualised),
            ];
            var exposures = instrument.Exposures;
            if (result.Benchmark is not null)
                cells.Add(exposures is null ? "" : Number(exposures.Market));
            if (result.Sector is not null)
                cells.Add(exposures?.Sector is null ? "" : Number(exposures.Sector));
            if (result.Benchmark is not null)
            {
                cells.AddRange(
                    exposures is null ? ["", ""] : [Percent(exposures.ResidualVolatility), Figures.Percent(exposures.RSquared, 0)]
                );
            }

            if (result.Instruments.Any(i => i.Own is not null))
                cells.Add(instrument.Own is { } own ? $"{KindOf(own.Model)}: {Parameters(own.Parameters)}" : "normal");
            table.Row(cells);
        }

        return table;
    }

    private static string Parameters(IEnumerable<FittedParameter> parameters) =>
        string.Join(", ", parameters.Select(p => $"{p.Name} {Number(p.Estimate)}"));

    /// <summary>What was fitted beside the volatility; a factor may have constant volatility because the kind had no fit.</summary>
    private static Table Factors(CalibrationResult result)
    {
        var table = TextTable.Create("factor", "kind", "#volatility", "parameters");
        foreach (var factor in result.Factors)
        {
            var parameters = factor.Parameters.Skip(1).Select(p => $"{p.Name} {Number(p.Estimate)}");
            if (factor.LastRatio is { } ratio)
                parameters = parameters.Append($"last day's volatility {Number(ratio)} times the long-run one");
            var column =
                factor.Role == FactorRole.Sector ? $"{factor.Column} beyond {result.Benchmark}"
                : factor.Role == FactorRole.Residual ? $"{factor.Column} ({string.Join(", ", factor.Leading)})"
                : factor.Column;
            table.Row(column, KindOf(factor.Model), Percent(factor.Volatility), string.Join(", ", parameters));
        }

        return table;
    }

    private static string KindOf(FactorModel model) =>
        model switch
        {
            FactorModel.StudentT => "student-t",
            FactorModel.Garch => "garch",
            _ => "geometric-brownian",
        };

    private static Table Correlations(CalibrationResult result)
    {
        var ids = result.Instruments.Select(i => i.Instrument).ToArray();
        var values = result.Correlations.ToDictionary(p => (p.First, p.Second), p => p.Estimate.Correlation.Value);
        var table = TextTable.Create(["", .. ids.Select(id => "#" + id)]);
        foreach (var row in ids)
        {
            table.Row([
                row,
                .. ids.Select(column =>
                    row == column ? "1"
                    : values.TryGetValue((row, column), out var value) || values.TryGetValue((column, row), out value)
                        ? Figures.Places(value, 2)
                    : ""
                ),
            ]);
        }

        return table;
    }

    private static string Percent(ParameterEstimate estimate) => Figures.Percent(Estimate.Normal(estimate.Value, estimate.StandardError));

    private static string Number(ParameterEstimate estimate) => Figures.Number(Estimate.Normal(estimate.Value, estimate.StandardError));
}
