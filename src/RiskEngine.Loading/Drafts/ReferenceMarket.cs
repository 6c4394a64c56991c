using System.Globalization;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Loading.Csv;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Drafts;

/// <summary>
/// The reference market that comes with the engine (scenarios/reference-market): what scenarios are drafted from.
/// </summary>
public sealed class ReferenceMarket
{
    private const string FolderName = "reference-market";

    private readonly Dictionary<(string, string), double> correlations = [];

    /// <summary>The day of the exchange rates.</summary>
    public static DateOnly RatesOf { get; } = new(2026, 1, 30);

    private ReferenceMarket(YamlMapping root)
    {
        Episodes = [.. Table("crises.csv").Rows.Select(r => new ReferenceEpisode(r[0], Date(r[1]), Date(r[2]), new LocalText(r[3], r[4])))];
        var moves = Table("episodes.csv").Rows.ToDictionary(r => r[0], r => r.Skip(1).Take(Episodes.Count).Select(Optional).ToArray());
        var funds = Table("funds.csv").Rows.ToDictionary(r => r[0], r => r[1]);
        Factors = Map(root, "factors")
            .Entries.Select(e => ReferenceReading.Factor(e.Key, (YamlMapping)e.Value, funds.GetValueOrDefault(e.Key, ""), moves[e.Key]))
            .ToDictionary(f => f.Id);
        Calibration = ReferenceReading.Calibration(Map(root, "calibrations").Entries[0]);
        foreach (var row in Map(root, "correlations").Entries)
        {
            foreach (var cell in ((YamlMapping)row.Value).Entries.Where(e => e.Key != "source"))
                correlations[(row.Key, cell.Key)] = correlations[(cell.Key, row.Key)] = ReferenceReading.Number(cell.Value);
        }

        OwnRisks = Table("own-risk.csv").Rows.ToDictionary(r => r[0], r => new ReferenceOwnRisk(Parse(r[1]), r[2]));
        Countries = Table("countries.csv").Rows.ToDictionary(r => r[0], r => r[1]);
        Currencies = Table("currencies.csv")
            .Rows.ToDictionary(r => r[0], r => new ReferenceCurrency(r[1], Parse(r[2]), Optional(r[3]), r[4]));
    }

    /// <summary>The factors, by id, in the order of the file.</summary>
    public IReadOnlyDictionary<string, ReferenceFactor> Factors { get; }

    /// <summary>How the factors were estimated.</summary>
    public CalibrationRecord Calibration { get; }

    /// <summary>The stretches of history that each factor's moves are known of.</summary>
    public IReadOnlyList<ReferenceEpisode> Episodes { get; }

    /// <summary>Own risk by size: <c>mega</c>, <c>large</c>, <c>mid</c>, <c>small</c>, <c>fund</c>, <c>private</c>, <c>none</c>.</summary>
    public IReadOnlyDictionary<string, ReferenceOwnRisk> OwnRisks { get; }

    /// <summary>The factor of a country's shares, by its two letters.</summary>
    public IReadOnlyDictionary<string, string> Countries { get; }

    /// <summary>What stands for a currency, by its three letters.</summary>
    public IReadOnlyDictionary<string, ReferenceCurrency> Currencies { get; }

    /// <summary>Reads what was built into the engine.</summary>
    public static ReferenceMarket Read()
    {
        var diagnostics = new DiagnosticBag();
        return YamlReader.Read(Resource("market.yaml"), "market.yaml", diagnostics) is YamlMapping root && !diagnostics.HasErrors
            ? new ReferenceMarket(root)
            : throw new InvalidDataException("The reference market that was built in cannot be read.");
    }

    /// <summary>
    /// What one unit of a currency was worth in another on <see cref="RatesOf"/>, to three digits; null where one of them is not known.
    /// </summary>
    public double? RateOf(string currency, string home) =>
        Currencies.GetValueOrDefault(currency)?.Dollars / Currencies.GetValueOrDefault(home)?.Dollars is { } rate
            ? double.Parse(rate.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : null;

    /// <summary>The correlation of two factors' shocks.</summary>
    public double Correlation(string first, string second) => first == second ? 1 : correlations.GetValueOrDefault((first, second));

    /// <summary>The covariance of two sets of exposures, a year.</summary>
    public double Covariance(IEnumerable<KeyValuePair<string, double>> first, IEnumerable<KeyValuePair<string, double>> second)
    {
        var others = second.ToList();
        return first.Sum(a =>
            others.Sum(b => a.Value * b.Value * Correlation(a.Key, b.Key) * Factors[a.Key].Volatility * Factors[b.Key].Volatility)
        );
    }

    /// <summary>
    /// The most that exposures may explain, a year: fat tails take up to a tenth from correlations when they are simulated
    /// (scenarios/reference-market/README.md), so that what is held against another factor is offset by less.
    /// </summary>
    public double MostVariance(IReadOnlyList<KeyValuePair<string, double>> exposures)
    {
        ArgumentNullException.ThrowIfNull(exposures);
        const double Left = 0.88;
        return exposures.Sum(a =>
            exposures.Sum(b => Covariance([a], [b]) is var covariance && covariance < 0 ? Left * covariance : covariance)
        );
    }

    private static YamlMapping Map(YamlMapping root, string key) => (YamlMapping)root.Find(key)!.Value;

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static double? Optional(string text) => text.Length == 0 ? null : Parse(text);

    private static double Parse(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static (string[] Columns, IReadOnlyList<string[]> Rows) Table(string name)
    {
        var rows = CsvTable.Read(Resource($"drafts/{name}"), name, new DiagnosticBag(), out _);
        var texts = rows.Select(r => r.Select(c => c.Text).ToArray()).ToList();
        return (texts[0], texts[1..]);
    }

    private static string Resource(string name)
    {
        using var stream =
            typeof(ReferenceMarket).Assembly.GetManifestResourceStream($"{FolderName}/{name}")
            ?? throw new InvalidDataException($"expected the resource '{FolderName}/{name}', found none");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
