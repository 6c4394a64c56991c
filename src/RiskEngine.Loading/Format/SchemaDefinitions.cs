using System.Text.Json.Nodes;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Pricing;

namespace RiskEngine.Loading.Format;

/// <summary>The named parts of a JSON Schema: each one stands there once, and is referred to from everywhere.</summary>
/// <param name="kinds">The factor kinds that files may use.</param>
/// <param name="pricing">The kinds of priced instruments that files may use.</param>
internal sealed class SchemaDefinitions(FactorCatalogue kinds, PricingCatalogue pricing)
{
    private readonly SortedDictionary<string, JsonObject> made = new(StringComparer.Ordinal);

    /// <summary>The factor kinds that files may use.</summary>
    public FactorCatalogue Kinds => kinds;

    /// <summary>The kinds of priced instruments that files may use.</summary>
    public PricingCatalogue Pricing => pricing;

    /// <summary>A reference to a definition, which is made where it is not there yet; it may refer to itself.</summary>
    public JsonObject Reference(string name, Func<JsonObject> make)
    {
        var id = name.Replace(' ', '-');
        if (made.TryAdd(id, []))
            made[id] = make();
        return new JsonObject { ["$ref"] = $"#/$defs/{id}" };
    }

    /// <summary>All definitions by name.</summary>
    public JsonObject ToJson()
    {
        var all = new JsonObject();
        foreach (var (id, definition) in made)
            all[id] = definition;
        return all;
    }
}
