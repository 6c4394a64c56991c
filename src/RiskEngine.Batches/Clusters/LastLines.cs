namespace RiskEngine.Batches.Clusters;

/// <summary>The last few lines of what a process says; it may say any amount.</summary>
internal sealed class LastLines
{
    private const int MostLines = 10;
    private const int MostCharacters = 500;

    private readonly Queue<string> lines = new();

    /// <summary>The lines.</summary>
    public string Text
    {
        get
        {
            lock (lines)
                return string.Join('\n', lines);
        }
    }

    /// <summary>Adds a line; null, as at the end of a stream, is none.</summary>
    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        lock (lines)
        {
            lines.Enqueue(line.Length <= MostCharacters ? line : line[..MostCharacters] + "...");
            if (lines.Count > MostLines)
                lines.Dequeue();
        }
    }
}
