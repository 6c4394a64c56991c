namespace RiskEngine.Simulation.Outcomes;

/// <summary>Is shown all that outcomes hold, by what becomes of it when parts of the paths are put together.</summary>
internal interface IOutcomeVisitor
{
    /// <summary>One element a path, of all or of the first paths: parts follow each other.</summary>
    public void Column<T>(T[] column)
        where T : unmanaged;

    /// <summary>One bit a path: parts follow each other by whole words.</summary>
    public void Bits(ulong[] words);

    /// <summary>Numbers of paths: parts are added.</summary>
    public void Counts(int[] counts);
}
