namespace RiskEngine.Simulation.Paths;

/// <summary>Follows the values of portfolios' variants from date to date on one block of paths.</summary>
internal interface IValueFollower
{
    /// <summary>Puts all variants on the as-of date, with a value of 1.</summary>
    public void Start();

    /// <summary>Prepares a date; all variants are then followed to it.</summary>
    /// <param name="date">The date.</param>
    /// <param name="jumped">The paths of the block on which an event or an exit moved values at once since the date before.</param>
    public void Reach(int date, ReadOnlySpan<bool> jumped);

    /// <summary>Takes a variant's values at the date.</summary>
    public void Follow(int row, ReadOnlySpan<double> values);

    /// <summary>The lowest ratio so far of a variant's value to the highest before it; empty where that is not followed.</summary>
    public ReadOnlySpan<float> Troughs(int row);
}
