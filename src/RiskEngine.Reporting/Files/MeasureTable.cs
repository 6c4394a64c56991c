using System.Globalization;
using System.Text;
using RiskEngine.Abstractions.Files;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Files;

/// <summary>All measures as a table, one row a figure: what spreadsheets and data frames read without code.</summary>
public static class MeasureTable
{
    private const string Head = "portfolio,variant,case,horizon,measure,value,standardError,low,high\n";

    /// <summary>
    /// The table as comma-separated values (RFC 4180); ids as in results.json, full precision, empty where not available.
    /// </summary>
    public static string Write(RiskResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var text = new StringBuilder(Head);
        foreach (var result in results.Cases)
        {
            foreach (var portfolio in result.Portfolios)
            {
                Add(text, portfolio.AsHeld, HeadlineVariant.AsHeld.Id(), portfolio, result);
                if (!ReferenceEquals(portfolio.FollowingAll, portfolio.AsHeld))
                    Add(text, portfolio.FollowingAll, "all", portfolio, result);
            }
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, VariantResult variant, string name, PortfolioResult portfolio, CaseResult result)
    {
        foreach (var horizon in variant.Horizons)
        {
            foreach (var (kind, estimate) in horizon.Measures)
            {
                string[] names = [portfolio.Portfolio.Id.Value, name, result.Case.Id.Value, horizon.Horizon.Id.Value, kind.Id];
                text.AppendJoin(',', names.Select(CsvText.Cell));
                foreach (var number in new[] { estimate.Value, estimate.StandardError, estimate.Low, estimate.High })
                    text.Append(',').Append(double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "");
                text.Append('\n');
            }
        }
    }
}
