using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Importing.Tables;
using RiskEngine.Importing.Text;

namespace RiskEngine.Importing.Prices;

/// <summary>Reads what vendors of data give to one table of closes, with a report of what may be wrong in it.</summary>
/// <param name="options">Decimal mark and order of dates.</param>
public sealed class PriceImporter(PriceOptions options)
{
    /// <summary>Reads the files; each may hold one series, several, or a long table.</summary>
    /// <returns>The table and its report; null after errors.</returns>
    public PriceImport? Read(IReadOnlyList<OutsideFile> files, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var all = new List<(string File, PriceSeries Series, SortedDictionary<DateOnly, double> Closes, int Duplicates)>();
        foreach (var file in files)
        {
            if (GridReader.Read(file, diagnostics) is not { } grids)
                continue;
            foreach (var series in Series(file, grids, diagnostics))
            {
                if (all.Exists(s => s.Series.Name == series.Name))
                {
                    diagnostics.Error(
                        series.Points[0].Location,
                        $"'{series.Name}' stands in {all.Find(s => s.Series.Name == series.Name).File} already: one file an instrument"
                    );
                }
                else if (Closes(series, diagnostics, out var duplicates) is { } closes)
                {
                    all.Add((file.Name, series, closes, duplicates));
                }
            }
        }

        if (diagnostics.HasErrors)
            return null;
        foreach (var (file, series, _, _) in all.Where(s => s.Closes.Count == 0))
            diagnostics.Warning(new SourceLocation(file, 1, 1), $"{series.Name}: the column has no prices and is left out");
        all.RemoveAll(s => s.Closes.Count == 0);
        var dates = all.SelectMany(s => s.Closes.Keys).Distinct().Order().ToList();
        if (dates.Count < 2)
        {
            diagnostics.Error(
                new SourceLocation(files[0].Name, 1, 1),
                $"expected prices on at least two dates, found {(dates.Count == 0 ? "none" : $"only {dates[0]:yyyy-MM-dd}")}"
            );
            return null;
        }

        var reports = all.Select(s => Report(s.File, s.Series, s.Closes, dates, s.Duplicates)).ToList();
        Say(reports, diagnostics);
        return new PriceImport(
            new PriceHistory(
                dates,
                [.. all.Select(s => s.Series.Name)],
                [.. all.Select(s => dates.Select(d => s.Closes.GetValueOrDefault(d, double.NaN)).ToArray())]
            ),
            reports
        );
    }

    private List<PriceSeries> Series(OutsideFile file, IReadOnlyList<Grid> grids, DiagnosticBag diagnostics)
    {
        var (found, problems) = (new List<PriceSeries>(), new DiagnosticBag());
        foreach (var grid in grids)
        {
            var several = grids.Count > 1;
            var own =
                several && grid.Name.Length > 0 && !grid.Name.Contains("Time Series", StringComparison.Ordinal) ? grid.Name : NameOf(file);
            var bag = new DiagnosticBag();
            if (new PriceTable(grid, own, options, bag).Read() is { } series)
                found.AddRange(series);
            foreach (var finding in bag.Sorted())
                (bag.HasErrors ? problems : diagnostics).Add(finding);
        }

        // One sheet with prices is enough: the others may hold anything.
        if (found.Count == 0)
        {
            foreach (var problem in problems.Sorted())
                diagnostics.Add(problem);
        }

        return found;
    }

    /// <summary>
    /// The file's name without folder, ending and what vendors add: <c>SPY</c> of <c>SPY_d.csv</c>, of <c>yahoo-SPY.csv</c>.
    /// </summary>
    internal static string NameOf(OutsideFile file)
    {
        var name = Path.GetFileNameWithoutExtension(file.Name.Replace('\\', '/'));
        var words = name.Split(['_', '-', ' '], StringSplitOptions.RemoveEmptyEntries).Where(w => !IsVendor(w)).ToList();
        return words.Count == 1 ? words[0] : name;
    }

    private static bool IsVendor(string word) =>
        word is "us" or "de" or "fr" or "uk" or "hk" or "cn" or "jp"
        || word.ToLowerInvariant()
            is "yahoo"
                or "yfinance"
                or "stooq"
                or "nasdaq"
                or "investing"
                or "akshare"
                or "tushare"
                or "alphavantage"
                or "historicaldata"
                or "historische"
                or "daten"
                or "kurse"
                or "refinitiv"
                or "bloomberg"
                or "wind"
                or "eastmoney"
                or "netease"
                or "kabu"
                or "twse"
                or "tiingo"
                or "eodhd"
                or "japan"
                or "historical"
                or "history"
                or "prices"
                or "daily"
                or "weekly"
                or "monthly"
                or "d"
                or "w"
                or "m"
                or "data"
                or "adjusted";

    /// <summary>Oldest first; a date that comes twice with different closes is an error.</summary>
    private static SortedDictionary<DateOnly, double>? Closes(PriceSeries series, DiagnosticBag diagnostics, out int duplicates)
    {
        var (closes, isGood) = (new SortedDictionary<DateOnly, double>(), true);
        duplicates = 0;
        foreach (var (date, close, location) in series.Points)
        {
            if (double.IsNaN(close) || closes.TryAdd(date, close))
                continue;
            duplicates++;
            if (closes[date] == close)
                continue;
            diagnostics.Error(
                location,
                FormattableString.Invariant($"{series.Name}: {date:yyyy-MM-dd} comes twice, with {closes[date]:R} and with {close:R}")
            );
            isGood = false;
        }

        return isGood ? closes : null;
    }

    private static SeriesReport Report(
        string file,
        PriceSeries series,
        SortedDictionary<DateOnly, double> closes,
        List<DateOnly> dates,
        int duplicates
    )
    {
        var points = closes.Select(c => (c.Key, c.Value)).ToList();
        var (first, last) = (points[0].Key, points[^1].Key);
        var (splits, outliers) = SeriesCheck.Jumps(points);
        return new SeriesReport(
            series.Name,
            file,
            series.Column,
            first,
            last,
            points.Count,
            dates.Count(d => d > first && d < last) + (first == last ? 1 : 2) - points.Count,
            SeriesCheck.LongestRun(points),
            outliers,
            splits,
            duplicates,
            SeriesCheck.Frequency(points)
        );
    }

    private static void Say(List<SeriesReport> reports, DiagnosticBag diagnostics)
    {
        const int Stale = 6;
        foreach (var report in reports)
        {
            var place = new SourceLocation(report.File);
            foreach (var (date, ratio) in report.Splits.Take(20))
            {
                diagnostics.Warning(
                    place,
                    $"{report.Instrument}: on {date:yyyy-MM-dd} the close moves as by a split of {ratio} that was not taken out; "
                        + $"nothing was changed"
                );
            }

            if (report.Outliers.Count > 0)
            {
                diagnostics.Warning(
                    place,
                    $"{report.Instrument}: {report.Outliers.Count} moves far beyond the usual, the first on {report.Outliers[0]:yyyy-MM-dd}"
                );
            }

            if (report.Gaps > 0)
                diagnostics.Notice(place, $"{report.Instrument}: no close on {report.Gaps} dates of the table between its first and last");
            if (report.Stale >= Stale && report.Stale < report.Closes)
                diagnostics.Notice(place, $"{report.Instrument}: the same close {report.Stale} times in a row");
            if (report.Stale == report.Closes && report.Closes > 1)
            {
                diagnostics.Warning(
                    place,
                    $"{report.Instrument}: the close never moves from {report.First:yyyy-MM-dd} to {report.Last:yyyy-MM-dd}"
                );
            }

            if (report.Duplicates > 0)
                diagnostics.Notice(place, $"{report.Instrument}: {report.Duplicates} dates came twice with the same close");
            if (report.Frequency is not ("daily" or "too few rows to say"))
                diagnostics.Notice(place, $"{report.Instrument}: its closes are {report.Frequency}, not daily");
        }

        if (reports.Select(r => r.Frequency).Distinct().Count() > 1)
            diagnostics.Warning(new SourceLocation(reports[0].File), "the series do not all have the same distance between dates");
    }
}
