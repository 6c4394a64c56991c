using System.Text;

namespace RiskEngine.Cli.Hosting;

/// <summary>
/// A standard stream that may be closed or full. The first write that fails is noted and all later ones are left out: a report that took
/// minutes is not lost because nobody reads what is printed beside it.
/// </summary>
/// <param name="inner">The stream.</param>
public sealed class TolerantWriter(TextWriter inner) : TextWriter(inner.FormatProvider)
{
    /// <summary>Why nothing more is written; null while all is well.</summary>
    public string? Problem { get; private set; }

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Try(() => inner.Write(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Try(() => inner.Write(value));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

    /// <inheritdoc/>
    public override void Flush() => Try(inner.Flush);

    private void Try(Action write)
    {
        if (Problem is not null)
            return;
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            Problem = e.Message;
        }
    }
}
