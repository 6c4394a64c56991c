using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Loading.Binding;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds which losses are looked at backwards.</summary>
internal static class ReverseStressBinder
{
    private static readonly NumberRange lossRange = new(0, 1, MinIsOpen: true, MaxIsOpen: true);
    private static readonly NumberRange worstRange = new(0, 0.5, MinIsOpen: true);
    private static readonly (string Word, int Value)[] variants = [("as-held", 0), ("all", 1)];

    /// <summary>The target; the default where the key is absent or has errors.</summary>
    /// <param name="root">The scenario file.</param>
    /// <param name="ids">The known ids.</param>
    public static ReverseStress Bind(MappingReader root, ScenarioIds ids)
    {
        if (root.Mapping("reverseStress", isRequired: false) is not { } reader)
            return ReverseStress.Default;
        var loss = reader.OptionalNumber("loss", lossRange);
        var worst = reader.OptionalNumber("worst", worstRange);
        var horizon = reader.OptionalReference("horizon", ids.Horizons);
        var variant = reader.OptionalChoice("variant", variants) is 1 ? "all" : "as-held";
        if (!reader.Failed && loss is not null && worst is not null)
            reader.RefuseAt(reader.Location, $"{reader.Subject}: expected one of loss and worst at most, found both");
        return reader.Finish()
            ? new ReverseStress(loss, worst ?? ReverseStress.Default.Worst, horizon is null ? null : new Id<Horizon>(horizon), variant)
            : ReverseStress.Default;
    }
}
