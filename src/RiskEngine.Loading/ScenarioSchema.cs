using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading;

/// <summary>
/// The JSON Schema (draft 2020-12) of the files of a scenario and of batches, so that editors that know schemas complete and check them as
/// one types. It says what holds of a key alone; what holds between keys and between files is left to <see cref="ScenarioReader"/>.
/// </summary>
public static class ScenarioSchema
{
    /// <summary>The schema's dialect.</summary>
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    /// <summary>Keys that only one kind of file has; the first that fits counts, and a file with none is a market file.</summary>
    private static readonly (KeySet Keys, IReadOnlyList<KeySpec> Marks)[] files =
    [
        (BatchKeys.All, [BatchKeys.Scenarios, BatchKeys.Sweep]),
        (ScenarioKeys.All, [ScenarioKeys.AsOf, ScenarioKeys.Market, ScenarioKeys.Portfolios]),
        (
            ThesisKeys.All,
            [ThesisKeys.Article, ThesisKeys.Claims, ThesisKeys.Recommendations, ThesisKeys.Predictions, ThesisKeys.Deals, ThesisKeys.Checks]
        ),
        (RiskFileKeys.All, [RiskFileKeys.Risks]),
    ];

    /// <summary>The schema as indented JSON with a line end after it.</summary>
    /// <param name="kinds">The factor kinds that files may use.</param>
    /// <param name="pricing">The kinds of priced instruments that files may use.</param>
    public static string Write(FactorCatalogue kinds, PricingCatalogue pricing)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentNullException.ThrowIfNull(pricing);
        var options = new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        return Schema(kinds, pricing).ToJsonString(options).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonObject Schema(FactorCatalogue kinds, PricingCatalogue pricing)
    {
        var definitions = new SchemaDefinitions(kinds, pricing);
        var rest = MarketKeys.All.Schema(definitions);
        foreach (var (keys, marks) in files.Reverse())
        {
            rest = new JsonObject
            {
                ["if"] = SchemaText.AnyOf(marks.Select(m => new JsonObject { ["required"] = SchemaText.Words([m.Name]) })),
                ["then"] = keys.Schema(definitions),
                ["else"] = rest,
            };
        }

        return new JsonObject
        {
            ["$schema"] = Dialect,
            ["title"] = "RiskEngine scenario files",
            ["type"] = "object",
            ["if"] = rest["if"]!.DeepClone(),
            ["then"] = rest["then"]!.DeepClone(),
            ["else"] = rest["else"]!.DeepClone(),
            ["$defs"] = definitions.ToJson(),
        };
    }
}
