using RiskEngine.Abstractions.Securities;

namespace RiskEngine.Importing.Identifiers;

/// <summary>The ids of instruments by any of their names.</summary>
/// <param name="list">The security list.</param>
public sealed class InstrumentIds(SecurityList list)
{
    private readonly SecurityResolver resolver = new(list);

    /// <summary>The id of a symbol, number or name: that of the list, or one made from it.</summary>
    public string Of(string name) => resolver.Resolve(new Identity(Symbol: name, Name: name)).Id;
}
