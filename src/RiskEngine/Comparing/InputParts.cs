namespace RiskEngine.Comparing;

/// <summary>
/// Groups of inputs that can be switched without each other. A thesis may name an instrument that only its own market has: such groups are
/// switched together, as one part.
/// </summary>
internal static class InputParts
{
    /// <summary>The parts; every combination of them can be simulated.</summary>
    /// <param name="changed">The groups that changed, at least one.</param>
    /// <param name="canRun">Whether a scenario with these groups switched can be simulated; it can with none and with all.</param>
    public static IReadOnlyList<IReadOnlyList<InputGroup>> Of(
        IReadOnlyList<InputGroup> changed,
        Func<IReadOnlySet<InputGroup>, bool> canRun
    )
    {
        List<IReadOnlyList<InputGroup>> parts = [.. changed.Select(g => (IReadOnlyList<InputGroup>)[g])];
        while (parts.Count > 1 && Failures(parts, canRun) > 0)
        {
            parts = (
                from first in Enumerable.Range(0, parts.Count)
                from second in Enumerable.Range(first + 1, parts.Count - first - 1)
                select Joined(parts, first, second)
            ).MinBy(p => Failures(p, canRun))!;
        }

        return parts;
    }

    private static List<IReadOnlyList<InputGroup>> Joined(List<IReadOnlyList<InputGroup>> parts, int first, int second) =>
        [.. parts.Select((part, i) => i == first ? [.. part, .. parts[second]] : part).Where((_, i) => i != second)];

    private static int Failures(List<IReadOnlyList<InputGroup>> parts, Func<IReadOnlySet<InputGroup>, bool> canRun) =>
        Enumerable
            .Range(0, 1 << parts.Count)
            .Count(bits => !canRun(parts.Where((_, i) => (bits >> i & 1) == 1).SelectMany(p => p).ToHashSet()));
}
