using System.Text.Json.Nodes;
using RiskEngine.Loading.Binding;

namespace RiskEngine.Loading.Format.Values;

/// <summary>A plain number.</summary>
/// <param name="Range">The numbers that are accepted.</param>
internal sealed record NumberValue(NumberRange Range) : ValueSpec
{
    /// <inheritdoc/>
    public override string Text => Range.Brief is { Length: > 0 } brief ? brief : "number";

    /// <inheritdoc/>
    public override bool IsAssumption => true;

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => Schema(Range);

    /// <summary>The JSON Schema of the numbers in a range.</summary>
    public static JsonObject Schema(NumberRange range) =>
        new()
        {
            ["type"] = "number",
            [range.MinIsOpen ? "exclusiveMinimum" : "minimum"] = double.IsFinite(range.Min) ? range.Min : -NumberRange.MaxSize,
            [range.MaxIsOpen ? "exclusiveMaximum" : "maximum"] = double.IsFinite(range.Max) ? range.Max : NumberRange.MaxSize,
        };
}
