using System.Globalization;
using Microsoft.Data.Sqlite;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;

namespace RiskEngine.Reporting.Runs;

/// <summary>The tables of the catalogue: <c>runs</c>, a row a run, and <c>figures</c>, a row a portfolio, variant and measure.</summary>
internal sealed class RunTable : IDisposable
{
    /// <summary>Rises when a table changes; a file of another version is made anew.</summary>
    private const int Version = 1;

    private const string Tables = """
        CREATE TABLE runs (
          place TEXT PRIMARY KEY, stamp TEXT NOT NULL, scenario TEXT NOT NULL, run TEXT NOT NULL, name_en TEXT NOT NULL,
          name_zh TEXT NOT NULL, started TEXT NOT NULL, as_of TEXT NOT NULL, paths INTEGER NOT NULL, case_id TEXT NOT NULL,
          horizon TEXT NOT NULL, limits INTEGER NOT NULL, breached INTEGER NOT NULL);
        CREATE TABLE figures (
          place TEXT NOT NULL REFERENCES runs (place) ON DELETE CASCADE, position INTEGER NOT NULL, portfolio TEXT NOT NULL,
          name_en TEXT NOT NULL, name_zh TEXT NOT NULL, variant TEXT NOT NULL, measure TEXT NOT NULL, value REAL, error REAL,
          low REAL, high REAL, PRIMARY KEY (place, position, variant, measure));
        """;

    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;

    private RunTable(SqliteConnection connection)
    {
        this.connection = connection;
        transaction = connection.BeginTransaction();
    }

    /// <summary>Opens the file, or makes it.</summary>
    public static RunTable Open(string file)
    {
        var opened = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Pooling = false,
                ForeignKeys = true,
            }.ToString()
        );
        try
        {
            opened.Open();
            var version = Convert.ToInt32(Command(opened, "PRAGMA user_version").ExecuteScalar(), CultureInfo.InvariantCulture);
            var isEmpty = Command(opened, "SELECT 1 FROM sqlite_schema").ExecuteScalar() is null;
            if (isEmpty)
                Command(opened, $"{Tables} PRAGMA user_version = {Version};").ExecuteNonQuery();
            else if (version != Version)
                throw new InvalidDataException($"Expected a catalogue of version {Version}, found {version}.");
            return new RunTable(opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>What each run's files looked like when they were read, by place.</summary>
    public Dictionary<string, string> Stamps()
    {
        var stamps = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = Command("SELECT place, stamp FROM runs").ExecuteReader();
        while (reader.Read())
            stamps.Add(reader.GetString(0), reader.GetString(1));
        return stamps;
    }

    /// <summary>Takes a run out; one that is not there is no error.</summary>
    public void Remove(string place) => Command("DELETE FROM runs WHERE place = $place", ("$place", place)).ExecuteNonQuery();

    /// <summary>Puts a run in.</summary>
    public void Add(string place, string stamp, RunSummary run)
    {
        Command(
                "INSERT INTO runs VALUES ($place, $stamp, $scenario, $run, $en, $zh, $started, $asOf, $paths, $case, $horizon, $limits, $breached)",
                ("$place", place),
                ("$stamp", stamp),
                ("$scenario", run.Scenario),
                ("$run", run.RunId),
                ("$en", run.Name.English),
                ("$zh", run.Name.Chinese),
                ("$started", run.Started.ToString("O", CultureInfo.InvariantCulture)),
                ("$asOf", run.AsOf.ToString("O", CultureInfo.InvariantCulture)),
                ("$paths", run.Paths),
                ("$case", run.Case),
                ("$horizon", run.Horizon),
                ("$limits", run.Limits),
                ("$breached", run.Breached)
            )
            .ExecuteNonQuery();
        for (var i = 0; i < run.Portfolios.Count; i++)
        {
            Add(place, i, run.Portfolios[i], HeadlineVariant.AsHeld.Id(), run.Portfolios[i].AsHeld);
            if (run.Portfolios[i].Following is { } following)
                Add(place, i, run.Portfolios[i], HeadlineVariant.FollowingAll.Id(), following);
        }
    }

    /// <summary>All runs: by scenario, the latest first.</summary>
    public IReadOnlyList<RunSummary> Runs()
    {
        var figures = Figures().ToLookup(f => f.Place, StringComparer.Ordinal);
        var runs = new List<RunSummary>();
        using var reader = Command(
                "SELECT place, scenario, run, name_en, name_zh, started, as_of, paths, case_id, horizon, limits, breached FROM runs"
            )
            .ExecuteReader();
        while (reader.Read())
        {
            runs.Add(
                new RunSummary(
                    reader.GetString(1),
                    reader.GetString(2),
                    new LocalText(reader.GetString(3), reader.GetString(4)),
                    DateTimeOffset.ParseExact(reader.GetString(5), "O", CultureInfo.InvariantCulture),
                    DateOnly.ParseExact(reader.GetString(6), "O", CultureInfo.InvariantCulture),
                    reader.GetInt32(7),
                    reader.GetString(8),
                    reader.GetString(9),
                    reader.GetInt32(10),
                    reader.GetInt32(11),
                    [.. figures[reader.GetString(0)].GroupBy(f => f.Position).OrderBy(g => g.Key).Select(Portfolio)]
                )
            );
        }

        return
        [
            .. runs.OrderBy(r => r.Scenario, StringComparer.Ordinal)
                .ThenByDescending(r => r.Started)
                .ThenBy(r => r.RunId, StringComparer.Ordinal),
        ];
    }

    /// <summary>Keeps what was changed; without it closing changes nothing.</summary>
    public void Keep() => transaction.Commit();

    /// <inheritdoc/>
    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }

    private void Add(string place, int position, PortfolioSummary portfolio, string variant, KeyFigures figures)
    {
        foreach (
            var (kind, estimate) in new[]
            {
                (MeasureKinds.Mean, figures.Mean),
                (MeasureKinds.Es95, figures.Es95),
                (MeasureKinds.LossProbability, figures.LossProbability),
            }
        )
        {
            Command(
                    "INSERT INTO figures VALUES ($place, $position, $portfolio, $en, $zh, $variant, $measure, $value, $error, $low, $high)",
                    ("$place", place),
                    ("$position", position),
                    ("$portfolio", portfolio.Portfolio),
                    ("$en", portfolio.Name.English),
                    ("$zh", portfolio.Name.Chinese),
                    ("$variant", variant),
                    ("$measure", kind.Id),
                    ("$value", Known(estimate.Value)),
                    ("$error", Known(estimate.StandardError)),
                    ("$low", Known(estimate.Low)),
                    ("$high", Known(estimate.High))
                )
                .ExecuteNonQuery();
        }
    }

    private List<Row> Figures()
    {
        var rows = new List<Row>();
        using var reader = Command(
                "SELECT place, position, portfolio, name_en, name_zh, variant, measure, value, error, low, high FROM figures"
            )
            .ExecuteReader();
        while (reader.Read())
        {
            rows.Add(
                new Row(
                    reader.GetString(0),
                    reader.GetInt32(1),
                    reader.GetString(2),
                    new LocalText(reader.GetString(3), reader.GetString(4)),
                    reader.GetString(5),
                    reader.GetString(6),
                    new Estimate(Number(reader, 7), Number(reader, 8), Number(reader, 9), Number(reader, 10))
                )
            );
        }

        return rows;
    }

    private static PortfolioSummary Portfolio(IEnumerable<Row> rows)
    {
        var all = rows.ToList();
        return new PortfolioSummary(
            all[0].Portfolio,
            all[0].Name,
            Figures(HeadlineVariant.AsHeld.Id()) ?? throw new InvalidDataException("Expected figures as held, found none."),
            Figures(HeadlineVariant.FollowingAll.Id())
        );

        KeyFigures? Figures(string variant)
        {
            var of = all.Where(r => r.Variant == variant).ToDictionary(r => r.Measure, r => r.Estimate);
            return of.Count == 0
                ? null
                : new KeyFigures(of[MeasureKinds.Mean.Id], of[MeasureKinds.Es95.Id], of[MeasureKinds.LossProbability.Id]);
        }
    }

    private static object Known(double value) => double.IsFinite(value) ? value : DBNull.Value;

    private static double Number(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? double.NaN : reader.GetDouble(column);

    private SqliteCommand Command(string text, params (string Name, object Value)[] parameters)
    {
        var command = Command(connection, text);
        command.Transaction = transaction;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }

    private static SqliteCommand Command(SqliteConnection on, string text)
    {
        var command = on.CreateCommand();
        command.CommandText = text;
        return command;
    }

    private sealed record Row(
        string Place,
        int Position,
        string Portfolio,
        LocalText Name,
        string Variant,
        string Measure,
        Estimate Estimate
    );
}
