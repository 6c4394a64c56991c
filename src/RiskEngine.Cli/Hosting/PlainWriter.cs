using System.Text;
using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Cli.Hosting;

/// <summary>
/// The one way by which text reaches a terminal or what stands for one: what a file, an article or a path holds commands nothing there.
/// Line breaks and tabs pass; other characters that cannot be printed are shown as their codes.
/// </summary>
/// <param name="inner">Where it goes.</param>
public sealed class PlainWriter(TextWriter inner) : TextWriter(inner.FormatProvider)
{
    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        if (PlainLine.IsUnprintable(value))
            inner.Write(PlainLine.Lines(value.ToString()));
        else
            inner.Write(value);
    }

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => inner.Write(PlainLine.Lines(new string(buffer, index, count)));

    /// <inheritdoc/>
    public override void Write(string? value) => inner.Write(PlainLine.Lines(value ?? ""));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => inner.WriteLine(PlainLine.Lines(value ?? ""));

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();
}
