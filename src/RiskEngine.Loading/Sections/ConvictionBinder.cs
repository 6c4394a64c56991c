using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the conviction table: verb -> direction and size.</summary>
internal static class ConvictionBinder
{
    private static readonly (string Word, Direction Value)[] directions =
    [
        ("watch", Direction.Watch),
        ("buy", Direction.Buy),
        ("reduce", Direction.Reduce),
    ];

    public static IReadOnlyDictionary<string, Conviction> Bind(BindingScope scope)
    {
        var table = new Dictionary<string, Conviction>();
        foreach (var (verb, reader) in scope.Section("convictions", "conviction"))
        {
            var conviction = new Conviction(verb, reader.Choice("direction", directions), reader.Number("size", NumberRange.Probability));
            if (conviction.Direction == Direction.Watch && conviction.Size != 0)
                reader.Refuse("size", $"expected 0, for advice to watch trades nothing, found {conviction.Size}");
            scope.Source($"convictions.{verb}", reader);
            if (reader.Finish())
                table.Add(verb, conviction);
        }

        return table;
    }
}
