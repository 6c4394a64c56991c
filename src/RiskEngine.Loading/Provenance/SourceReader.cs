using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Provenance;

/// <summary>Reads where numbers come from: one source, or a map from key to source.</summary>
internal sealed class SourceReader(ScenarioIds ids, DiagnosticBag diagnostics)
{
    private static readonly string[] kinds = [.. SourceKeys.All.ExactlyOneOf.Select(k => k.Name)];

    /// <summary>The sources of an item by key, <c>all</c> for the rest; only <c>all</c> where the file gives a single one.</summary>
    /// <param name="node">The value of <c>source</c>; null gives no sources.</param>
    /// <param name="what">The item and key, for messages.</param>
    /// <param name="thesis">The thesis in whose file the item stands, or null.</param>
    /// <param name="isPath">Whether a key of the map names something in the item.</param>
    public IReadOnlyDictionary<string, Source> Read(YamlNode? node, string what, string? thesis, Func<string, bool> isPath)
    {
        var sources = new Dictionary<string, Source>();
        if (node is null || ValueReader.Mapping(node, what, diagnostics) is not { } mapping)
            return sources;
        if (mapping.Entries.Any(e => kinds.Contains(e.Key)))
        {
            if (Single(mapping, what, thesis) is { } only)
                sources.Add("all", only);
            return sources;
        }

        foreach (var entry in mapping.Entries)
        {
            if (entry.Key != "all" && !isPath(entry.Key))
            {
                diagnostics.Error(
                    entry.KeyLocation,
                    $"{what}: '{entry.Key}' names no number of this item; expected one of its keys, 'all', or a single source "
                        + $"({string.Join(", ", kinds)})"
                );
            }
            else if (
                ValueReader.Mapping(entry.Value, $"{what}, '{entry.Key}'", diagnostics) is { } value
                && Single(value, $"{what}, '{entry.Key}'", thesis) is { } source
            )
            {
                sources.Add(entry.Key, source);
            }
        }

        return sources;
    }

    private Source? Single(YamlMapping mapping, string what, string? thesis)
    {
        var reader = new MappingReader(mapping, what, diagnostics);
        var article = reader.Read(
            reader.Optional(SourceKeys.Article),
            n => ClaimReader.Reference(n, reader.What(SourceKeys.Article), thesis, ids, diagnostics)
        );
        var calibration = reader.OptionalReference(SourceKeys.Calibrated, ids.Calibrations);
        var error = reader.OptionalNumber(SourceKeys.StandardError);
        var reason = reader.OptionalLocalText(SourceKeys.Judgement);
        if (mapping.Entries.Count(e => kinds.Contains(e.Key)) != 1)
        {
            var found = string.Join(" and ", mapping.Entries.Select(e => e.Key));
            reader.RefuseAt(reader.Location, $"{what}: expected exactly one of {string.Join(", ", kinds)}, found {found}");
        }

        if (error is not null && calibration is null)
            reader.Refuse(SourceKeys.StandardError, "expected it beside 'calibrated' only: what was not estimated has no standard error");
        if (!reader.Finish())
            return null;
        if (article is { } claim)
            return new FromArticle(claim.Thesis, claim.Claim);
        return calibration is not null
            ? new Calibrated(new Id<CalibrationRecord>(calibration)) { StandardError = error }
            : new Judgement(reason!);
    }
}
