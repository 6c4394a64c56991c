namespace RiskEngine.Serving.Engines;

/// <summary>Scenarios that were opened, so that a question need not read files again; a page that is opened reads them anew.</summary>
internal sealed class OpenScenarios
{
    private const int Most = 8;

    private readonly List<(string Address, ServedScenario Scenario)> open = [];

    /// <summary>Reads one anew.</summary>
    /// <param name="address">What it is known by.</param>
    /// <param name="read">Reads it.</param>
    public ServedScenario Open(string address, Func<ServedScenario> read)
    {
        var scenario = read();
        lock (open)
        {
            open.RemoveAll(o => o.Address == address);
            if (open.Count == Most)
                open.RemoveAt(0);
            open.Add((address, scenario));
        }

        return scenario;
    }

    /// <summary>One that is open, or else read now.</summary>
    public ServedScenario Get(string address, Func<ServedScenario> read)
    {
        lock (open)
        {
            if (open.Find(o => o.Address == address).Scenario is { } known)
                return known;
        }

        return Open(address, read);
    }
}
