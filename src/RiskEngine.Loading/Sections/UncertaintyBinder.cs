using RiskEngine.Abstractions.Decisions;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds how wrong the model is taken to be.</summary>
internal static class UncertaintyBinder
{
    public static UncertaintySettings? Bind(BindingScope scope)
    {
        if (
            scope.Tree.Find(ScenarioKeys.Uncertainty) is not { } section
            || MappingReader.Of(section.Value, "uncertainty", scope.Diagnostics, section.KeyLocation) is not { } reader
        )
        {
            return null;
        }

        var radii = new List<double>();
        foreach (var item in reader.Items(UncertaintyKeys.Radii))
        {
            if (
                reader.Read<double?>(
                    item,
                    n =>
                        ValueReader.Number(
                            n,
                            reader.What(UncertaintyKeys.Radii),
                            UncertaintyKeys.Radii.Value.Value.Range,
                            scope.Diagnostics
                        )
                )
                is not { } value
            )
            {
                continue;
            }

            if (radii.Count > 0 && value <= radii[^1])
            {
                reader.RefuseAt(
                    item.Location,
                    $"{reader.What(UncertaintyKeys.Radii)}: expected rising numbers, found {value} after {radii[^1]}"
                );
            }

            radii.Add(value);
        }

        int? draws = reader.Has(UncertaintyKeys.Draws.Name) ? (int)reader.Integer(UncertaintyKeys.Draws) : null;
        var judgement = reader.Number(UncertaintyKeys.Judgement);
        scope.Source(ScenarioKeys.Uncertainty, "", reader, UncertaintyKeys.All);
        return reader.Finish() ? new UncertaintySettings(radii) { Draws = draws, JudgementSpread = judgement } : null;
    }
}
