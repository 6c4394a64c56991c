using RiskEngine.Abstractions.Decisions;
using RiskEngine.Loading.Binding;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds how wrong the model is taken to be.</summary>
internal static class UncertaintyBinder
{
    private static readonly NumberRange radius = new(0, 5, MinIsOpen: true);

    public static UncertaintySettings? Bind(BindingScope scope)
    {
        if (
            scope.Tree.Find("uncertainty") is not { } section
            || MappingReader.Of(section.Value, "uncertainty", scope.Diagnostics, section.KeyLocation) is not { } reader
        )
            return null;
        var radii = new List<double>();
        foreach (var item in reader.Items("radii"))
        {
            if (reader.Read<double?>(item, n => ValueReader.Number(n, reader.What("radii"), radius, scope.Diagnostics)) is not { } value)
                continue;
            if (radii.Count > 0 && value <= radii[^1])
                reader.RefuseAt(item.Location, $"{reader.What("radii")}: expected rising numbers, found {value} after {radii[^1]}");
            radii.Add(value);
        }

        scope.Source("uncertainty", reader);
        return reader.Finish() ? new UncertaintySettings(radii) : null;
    }
}
