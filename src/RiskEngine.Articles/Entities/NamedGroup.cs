namespace RiskEngine.Articles.Entities;

/// <summary>A group of instruments with the names that articles may use for it.</summary>
/// <param name="Id">Its id in the scenario.</param>
/// <param name="Names">Its names in any language.</param>
public sealed record NamedGroup(string Id, IReadOnlyList<string> Names);
