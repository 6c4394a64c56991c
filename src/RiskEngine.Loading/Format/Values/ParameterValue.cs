using System.Text.Json.Nodes;
using RiskEngine.Loading.Binding;

namespace RiskEngine.Loading.Format.Values;

/// <summary>A number, or a distribution whose whole range must be accepted.</summary>
/// <param name="Range">The numbers that are accepted.</param>
internal sealed record ParameterValue(NumberRange Range) : ValueSpec
{
    /// <inheritdoc/>
    public override string Text => Range.Brief is { Length: > 0 } brief ? $"parameter, {brief}" : "parameter";

    /// <inheritdoc/>
    public override bool IsAssumption => true;

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) =>
        SchemaText.AnyOf(NumberValue.Schema(Range), definitions.Reference("distribution", Distribution));

    private static JsonObject Distribution()
    {
        var properties = new JsonObject();
        foreach (var (name, figures) in ParameterReader.Distributions)
        {
            properties[name] = new JsonObject
            {
                ["type"] = "array",
                ["items"] = NumberValue.Schema(NumberRange.Any),
                ["minItems"] = figures.Split(',').Length,
                ["maxItems"] = figures.Split(',').Length,
                ["description"] = $"[{figures}]",
            };
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["minProperties"] = 1,
            ["maxProperties"] = 1,
            ["additionalProperties"] = false,
        };
    }
}
