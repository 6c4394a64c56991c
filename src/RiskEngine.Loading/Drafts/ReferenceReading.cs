using System.Globalization;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Drafts;

/// <summary>Entries of the reference market's file, which is known to be well formed: a test reads it as a scenario.</summary>
internal static class ReferenceReading
{
    private static readonly string[] words = ["name", "kind", "source"];

    public static ReferenceFactor Factor(string id, YamlMapping factor, string fund, double?[] episodes)
    {
        var parameters = factor
            .Entries.Where(e => !words.Contains(e.Key))
            .Select(e => KeyValuePair.Create(e.Key, Number(e.Value)))
            .ToList();
        var sources = ((YamlMapping)factor.Find("source")!.Value).Entries.ToDictionary(e => e.Key, e => SourceOf((YamlMapping)e.Value));
        return new ReferenceFactor(
            new DraftFactor(id, TextOf(factor.Find("name")!.Value), Scalar(factor.Find("kind")!.Value), parameters, sources),
            parameters.First(p => p.Key == "volatility").Value,
            fund,
            episodes
        );
    }

    public static CalibrationRecord Calibration(YamlEntry entry)
    {
        var record = (YamlMapping)entry.Value;
        return new CalibrationRecord(
            new Id<CalibrationRecord>(entry.Key),
            TextOf(record.Find("data")!.Value),
            Date("from"),
            Date("until"),
            TextOf(record.Find("method")!.Value)
        );

        DateOnly Date(string key) => DateOnly.ParseExact(Scalar(record.Find(key)!.Value), "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public static double Number(YamlNode node) => double.Parse(Scalar(node), CultureInfo.InvariantCulture);

    private static Source SourceOf(YamlMapping source) =>
        source.Find("judgement") is { } judgement
            ? new Judgement(TextOf(judgement.Value))
            : new Calibrated(new Id<CalibrationRecord>(Scalar(source.Find("calibrated")!.Value)))
            {
                StandardError = source.Find("standardError") is { } error ? Number(error.Value) : null,
            };

    private static string Scalar(YamlNode node) => ((YamlScalar)node).Text;

    private static LocalText TextOf(YamlNode node) =>
        node is YamlMapping both
            ? new LocalText(Scalar(both.Find("en")!.Value).Trim(), Scalar(both.Find("zh-CN")!.Value).Trim())
            : LocalText.Same(Scalar(node));
}
