using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the conviction table: verb -> direction and size.</summary>
internal static class ConvictionBinder
{
    public static IReadOnlyDictionary<string, Conviction> Bind(BindingScope scope)
    {
        var table = new Dictionary<string, Conviction>();
        foreach (var (verb, reader) in scope.Section(ScenarioKeys.Convictions, "conviction"))
        {
            var conviction = new Conviction(verb, reader.Choice(ConvictionKeys.Direction), reader.Number(ConvictionKeys.Size));
            if (conviction.Direction == Direction.Watch && conviction.Size != 0)
                reader.Refuse(ConvictionKeys.Size, $"expected 0, for advice to watch trades nothing, found {conviction.Size}");
            scope.Source(ScenarioKeys.Convictions, verb, reader, ConvictionKeys.All);
            if (reader.Finish())
                table.Add(verb, conviction);
        }

        return table;
    }
}
