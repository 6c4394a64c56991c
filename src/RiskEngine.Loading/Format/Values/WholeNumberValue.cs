using System.Globalization;
using System.Text.Json.Nodes;

namespace RiskEngine.Loading.Format.Values;

/// <summary>A whole number.</summary>
/// <param name="Min">The least one.</param>
/// <param name="Max">The greatest one.</param>
internal sealed record WholeNumberValue(long Min, ulong Max) : ValueSpec
{
    /// <inheritdoc/>
    public override string Text => string.Create(CultureInfo.InvariantCulture, $"whole number, {Min:#,0} to {Max:#,0}");

    /// <inheritdoc/>
    public override bool IsAssumption => true;

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new()
        {
            ["type"] = "integer",
            ["minimum"] = Min,
            ["maximum"] = Max,
        };
}
