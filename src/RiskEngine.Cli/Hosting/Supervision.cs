using System.IO.Pipes;

namespace RiskEngine.Cli.Hosting;

/// <summary>
/// The side of the process that runs a stranger's code: it tells the <see cref="Supervisor"/> what it runs and makes, and is told by it
/// when to cancel.
/// </summary>
public sealed class Supervision : IDisposable
{
    /// <summary>The variable that hands over the ends of the two pipes.</summary>
    internal const string Variable = "RISKENGINE_SUPERVISED";

    private readonly AnonymousPipeClientStream orders;
    private readonly TextWriter news;

    private Supervision(string ordersHandle, string newsHandle)
    {
        orders = new AnonymousPipeClientStream(PipeDirection.In, ordersHandle);
        news = TextWriter.Synchronized(
            new StreamWriter(new AnonymousPipeClientStream(PipeDirection.Out, newsHandle)) { AutoFlush = true, NewLine = "\n" }
        );
    }

    /// <summary>That of this process; null where it is not supervised.</summary>
    public static Supervision? OfProcess()
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split(';') is not [var ordersHandle, var newsHandle])
            return null;
        Environment.SetEnvironmentVariable(Variable, null); // it is no business of processes that this one starts
        return new Supervision(ordersHandle, newsHandle);
    }

    /// <summary>Says that code will run.</summary>
    /// <param name="name">Its file.</param>
    public void Runs(string name) => Tell(SupervisedNews.Code, name);

    /// <summary>Says that a file or folder is there for as long as the command runs.</summary>
    public void Makes(string path) => Tell(SupervisedNews.Made, path);

    /// <summary>Says that it is there no longer, or is to stay.</summary>
    public void Forgets(string path) => Tell(SupervisedNews.Forgotten, path);

    /// <summary>Waits on a thread of its own until the supervisor says to cancel, or is gone.</summary>
    public void OnCancel(Action cancel)
    {
        var thread = new Thread(() =>
        {
            orders.ReadByte();
            cancel();
        })
        {
            IsBackground = true,
            Name = "orders",
        };
        thread.Start();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        orders.Dispose();
        news.Dispose();
    }

    private void Tell(char kind, string text)
    {
        try
        {
            news.WriteLine($"{kind}{text.Replace('\n', ' ')}");
        }
        catch (IOException)
        {
            // The supervisor is gone: its end cancels the command.
        }
    }
}
