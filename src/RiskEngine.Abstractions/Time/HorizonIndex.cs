namespace RiskEngine.Abstractions.Time;

/// <summary>Which horizon of a scenario: its place in the scenario's list.</summary>
/// <param name="Value">The place, from 0.</param>
public readonly record struct HorizonIndex(int Value)
{
    /// <summary>The first so many.</summary>
    public static IEnumerable<HorizonIndex> First(int count) => Enumerable.Range(0, count).Select(at => new HorizonIndex(at));
}
