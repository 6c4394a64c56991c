using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds which losses are looked at backwards.</summary>
internal static class ReverseStressBinder
{
    /// <summary>The target; the default where the key is absent or has errors.</summary>
    /// <param name="root">The scenario file.</param>
    /// <param name="ids">The known ids.</param>
    public static ReverseStress Bind(MappingReader root, ScenarioIds ids)
    {
        if (root.Mapping(ScenarioKeys.ReverseStress) is not { } reader)
            return ReverseStress.Default;
        var loss = reader.OptionalNumber(ReverseStressKeys.Loss);
        var worst = reader.OptionalNumber(ReverseStressKeys.Worst);
        var horizon = reader.OptionalReference(ReverseStressKeys.Horizon, ids.Horizons);
        var variant = reader.Choice(ReverseStressKeys.Variant);
        if (!reader.Failed && loss is not null && worst is not null)
            reader.RefuseAt(reader.Location, $"{reader.Subject}: expected one of loss and worst at most, found both");
        return reader.Finish()
            ? new ReverseStress(loss, worst ?? ReverseStress.Default.Worst, horizon is null ? null : new Id<Horizon>(horizon), variant)
            : ReverseStress.Default;
    }
}
