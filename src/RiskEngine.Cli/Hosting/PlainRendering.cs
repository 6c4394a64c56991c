using RiskEngine.Abstractions.Diagnostics;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Hosting;

/// <summary>Does for tables and other drawn things what <see cref="PlainWriter"/> does for lines; the screen's own codes pass.</summary>
public sealed class PlainRendering : IRenderHook
{
    /// <inheritdoc/>
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) =>
        renderables.Select(r => new Plain(r));

    private sealed class Plain(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => inner.Render(options, maxWidth).Select(Of);

        private static Segment Of(Segment segment) =>
            segment.IsControlCode || segment.IsLineBreak || !segment.Text.Any(PlainLine.IsUnprintable)
                ? segment
                : new Segment(PlainLine.Lines(segment.Text), segment.Style);
    }
}
