using System.Diagnostics.Tracing;

namespace RiskEngine.Cli.Telemetry;

/// <summary>Notes whether OpenTelemetry's exporter could not send something: it tells nobody but listeners to its own events.</summary>
internal sealed class SendingProblems : EventListener
{
    private const string Exporter = "OpenTelemetry-Exporter-OpenTelemetryProtocol";

    /// <summary>Whether anything could not be sent.</summary>
    public bool Any { get; private set; }

    /// <inheritdoc/>
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource?.Name == Exporter)
            EnableEvents(eventSource, EventLevel.Error);
    }

    /// <inheritdoc/>
    protected override void OnEventWritten(EventWrittenEventArgs eventData) => Any = true;
}
