namespace RiskEngine.Cli.Hosting;

/// <summary>
/// The process that started this one to do a part of its work, and holds the other end of its standard input: when that closes, whatever
/// ended it, the work is wanted no more.
/// </summary>
/// <param name="input">The standard input.</param>
public sealed class ParentProcess(Stream input)
{
    /// <summary>The variable that says that there is one.</summary>
    internal const string Variable = "RISKENGINE_CHILD";

    /// <summary>Waits on a thread of its own until the parent is gone.</summary>
    public void OnEnd(Action cancel)
    {
        var thread = new Thread(() =>
        {
            try
            {
                while (input.ReadByte() >= 0) { }
            }
            catch (IOException)
            {
                // It is gone, too.
            }

            cancel();
        })
        {
            IsBackground = true,
            Name = "parent",
        };
        thread.Start();
    }
}
