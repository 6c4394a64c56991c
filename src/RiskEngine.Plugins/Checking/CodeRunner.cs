namespace RiskEngine.Plugins.Checking;

/// <summary>Runs a stranger's code, and notes when it does where somebody watches.</summary>
/// <param name="activity">Is told of every call; null where nobody watches.</param>
internal sealed class CodeRunner(PluginActivity? activity)
{
    /// <summary>A call; to be left by <see cref="Leave"/> however it ends.</summary>
    public PluginActivity.Slot? Enter(string subject, string what, int step = -1, long firstPath = -1) =>
        activity?.Enter(subject, what, step, firstPath);

    /// <summary>The end of a call.</summary>
    public static void Leave(PluginActivity.Slot? call) => call?.Leave();

    /// <summary>A call that gives something.</summary>
    public T Run<T>(string subject, string what, Func<T> call)
    {
        var slot = Enter(subject, what);
        try
        {
            return call();
        }
        finally
        {
            Leave(slot);
        }
    }
}
