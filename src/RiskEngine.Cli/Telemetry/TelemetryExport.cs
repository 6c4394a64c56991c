using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace RiskEngine.Cli.Telemetry;

/// <summary>
/// Sends what a command tells of itself to the user's collector, until it is disposed of: traces and metrics by OTLP over HTTP, in
/// protobuf. A collector that does not answer costs the run nothing and is told once, at the end.
/// </summary>
internal sealed class TelemetryExport : IDisposable
{
    // The variable by which W3C's trace context is handed to other processes.
    private const string ParentVariable = "TRACEPARENT";
    private const string Names = "RiskEngine*";
    private const int MillisecondsBetweenMetrics = 5_000;
    private const int MillisecondsAtTheEnd = 5_000;

    private readonly Uri collector;
    private readonly CommandEnvironment environment;
    private readonly ActivitySource activities = new("RiskEngine.Cli");
    private readonly Meter meter = new("RiskEngine.Cli");
    private readonly TracerProvider traces;
    private readonly MeterProvider metrics;
    private readonly SendingProblems problems = new();
    private readonly Activity? command;

    private TelemetryExport(Uri collector, string name, CommandEnvironment environment)
    {
        (this.collector, this.environment) = (collector, environment);
        var resource = ResourceBuilder
            .CreateEmpty()
            .AddService(
                "riskengine",
                serviceVersion: Engine.Version,
                serviceInstanceId: $"{Environment.MachineName}-{Environment.ProcessId}"
            );
        traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Names)
            .AddProcessor(new BatchActivityExportProcessor(new OtlpTraceExporter(OptionsFor("v1/traces"))))
            .Build();
        metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Names)
            .AddReader(new PeriodicExportingMetricReader(new OtlpMetricExporter(OptionsFor("v1/metrics")), MillisecondsBetweenMetrics))
            .Build();
        meter.CreateObservableGauge("process.memory.usage", () => Environment.WorkingSet, "By", "Physical memory that the process uses.");
        command = ActivityContext.TryParse(environment.Variable(ParentVariable), traceState: null, out var parent)
            ? activities.StartActivity(name, ActivityKind.Internal, parent)
            : activities.StartActivity(name);
    }

    /// <summary>Begins to send; null where there is no collector.</summary>
    /// <param name="collector">The collector's address; the paths of OTLP are added to it.</param>
    /// <param name="command">The command, which all else is a part of.</param>
    /// <param name="environment">Where a problem is told, and who started this process.</param>
    public static TelemetryExport? Begin(Uri? collector, string command, CommandEnvironment environment) =>
        collector is null ? null : new TelemetryExport(collector, command, environment);

    /// <summary>Lets a process that is started go on with the trace of this one.</summary>
    public static void HandOn(ProcessStartInfo start)
    {
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id })
            start.Environment[ParentVariable] = id;
    }

    /// <summary>Sends what is left, for a few seconds at most.</summary>
    public void Dispose()
    {
        command?.Dispose();
        metrics.Shutdown(MillisecondsAtTheEnd);
        traces.Shutdown(MillisecondsAtTheEnd);
        metrics.Dispose();
        traces.Dispose();
        meter.Dispose();
        activities.Dispose();
        problems.Dispose();
        if (problems.Any)
        {
            environment.Error.WriteLine(
                $"riskengine: --telemetry: expected a collector at {collector} that takes OTLP over HTTP, found none that took all; the "
                    + "results are whole"
            );
        }
    }

    private OtlpExporterOptions OptionsFor(string path) =>
        new()
        {
            Endpoint = new Uri(collector.AbsoluteUri.TrimEnd('/') + "/" + path),
            Protocol = OtlpExportProtocol.HttpProtobuf,
            TimeoutMilliseconds = MillisecondsAtTheEnd,
        };
}
