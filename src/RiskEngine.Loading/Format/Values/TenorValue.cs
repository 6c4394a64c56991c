using System.Text.Json.Nodes;

namespace RiskEngine.Loading.Format.Values;

/// <summary>A time span such as <c>6w</c> or <c>3m</c>.</summary>
/// <param name="MayBeZero">Whether <c>0d</c> is accepted.</param>
internal sealed record TenorValue(bool MayBeZero = false) : ValueSpec
{
    /// <inheritdoc/>
    public override string Text => MayBeZero ? "tenor" : "tenor above 0";

    /// <inheritdoc/>
    public override bool IsAssumption => true;

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) =>
        MayBeZero
            ? definitions.Reference("tenor from 0", () => Definition("^[0-9]+[dwmy]$"))
            : definitions.Reference("tenor", () => Definition("^0*[1-9][0-9]*[dwmy]$"));

    private static JsonObject Definition(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };
}
