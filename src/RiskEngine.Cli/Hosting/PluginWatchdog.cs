using RiskEngine.Plugins;

namespace RiskEngine.Cli.Hosting;

/// <summary>
/// Looks once a second which calls into plug-ins are under way; the one that it sees too often does not return. Looks are counted, not
/// time: a machine that slept has not kept the plug-in waiting.
/// </summary>
/// <param name="activity">The calls.</param>
/// <param name="patience">How many looks a call may see in a row, about as many seconds.</param>
internal sealed class PluginWatchdog(PluginActivity activity, int patience)
{
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(1);

    private Dictionary<PluginCall, int> seen = [];

    /// <summary>Looks from now on, on a thread of its own, for as long as the process lives.</summary>
    /// <param name="onStuck">Is told of the first call that does not return.</param>
    public void Start(Action<string> onStuck)
    {
        var thread = new Thread(() =>
        {
            string? problem;
            do Thread.Sleep(pause);
            while ((problem = Look()) is null);
            onStuck(problem);
        })
        {
            IsBackground = true,
            Name = "plug-in watchdog",
        };
        thread.Start();
    }

    /// <summary>Looks once.</summary>
    /// <returns>What is wrong, or null.</returns>
    public string? Look()
    {
        seen = activity.Running().ToDictionary(call => call, call => seen.GetValueOrDefault(call) + 1);
        return seen.FirstOrDefault(s => s.Value > patience).Key is { } stuck
            ? $"a plug-in does not return: {stuck}, after {patience} seconds (--plugin-timeout)"
            : null;
    }
}
