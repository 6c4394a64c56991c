using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;

namespace RiskEngine.Cli.Tests.Commands;

/// <summary>What a run tells a collector of OpenTelemetry: a real HTTP server on loopback takes the place of one.</summary>
public sealed class TelemetryTests
{
    private static readonly string[] run = ["run", "tiny", "--measures-only", "--quiet"];

    private TestFolder folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new TestFolder();
        TinyScenario.Write(folder);
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void A_run_sends_its_steps_paths_and_memory_and_changes_no_figure()
    {
        using var collector = new Collector();
        var silent = folder.Run([.. run, "--out", "silent"]);
        Assert.That(collector.Requests, Is.Empty);

        var told = folder.Run([.. run, "--out", "told", "--telemetry", collector.Url]);

        Assert.That(told.Code, Is.EqualTo(ExitCode.Done), told.Error);
        Assert.That(told.Error, Is.EqualTo(silent.Error));
        Assert.That(Results(told), Is.EqualTo(Results(silent)));
        var (traces, metrics) = (collector.Said("/v1/traces"), collector.Said("/v1/metrics"));
        foreach (var word in new[] { "riskengine run", "simulate", "measure", "riskengine.scenario", "tiny", "service.version" })
            Assert.That(traces, Does.Contain(word));
        foreach (var word in new[] { "riskengine.paths", "{path}", "process.memory.usage" })
            Assert.That(metrics, Does.Contain(word));
        Assert.That(collector.Requests.Select(r => r.ContentType), Is.All.EqualTo("application/x-protobuf"));
    }

    [Test]
    public void A_batch_sends_its_jobs_and_how_many_wait()
    {
        using var collector = new Collector();
        folder.Write("two.batch.yaml", "scenarios: tiny\npaths: 1000\nsweep: { risks.crash.probability: [0.1, 0.2] }\n");

        var answer = folder.Run("run", "two.batch.yaml", "--quiet", "--telemetry", collector.Url);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(collector.Said("/v1/traces"), Does.Contain("riskengine.set.risks.crash.probability").And.Contain("batch"));
        Assert.That(collector.Said("/v1/metrics"), Does.Contain("riskengine.queue"));
    }

    [Test]
    public void Processes_of_shards_go_on_with_the_trace_of_the_run()
    {
        using var collector = new Collector();

        var answer = folder.Run([.. run, "--on", "local", "--shards", "2", "--telemetry", collector.Url]);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(collector.Said("/v1/traces"), Does.Contain("riskengine shard").And.Contain("riskengine.shard.index"));
        // An identity of 16 bytes, which each of the three processes sends: the field's number and length come before it.
        var traces = collector.Requests.Where(r => r.Path == "/v1/traces").Select(r => TraceOf(r.Body)).Distinct();
        Assert.That(traces.Count(), Is.EqualTo(1));
        Assert.That(collector.Requests.Count(r => r.Path == "/v1/traces"), Is.GreaterThanOrEqualTo(3));
    }

    [Test]
    public void A_collector_that_is_not_there_is_told_once_and_costs_nothing_else()
    {
        var answer = folder.Run([.. run, "--telemetry", "http://127.0.0.1:9"]);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done));
        Assert.That(answer.Error.Split("--telemetry: expected a collector at http://127.0.0.1:9").Length, Is.EqualTo(2), answer.Error);
    }

    [TestCase("localhost")]
    [TestCase("ftp://localhost")]
    public void What_is_no_address_of_a_collector_is_refused(string given)
    {
        var answer = folder.Run([.. run, "--telemetry", given]);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(
            answer.Error,
            Does.Contain($"--telemetry: expected the address of a collector such as http://localhost:4318, found '{given}'")
        );
    }

    [TestCase("http://me:hidden@localhost:4318")]
    [TestCase("htp:/me:hidden@localhost")]
    public void A_password_in_the_address_is_refused_and_not_shown(string given)
    {
        var answer = folder.Run([.. run, "--telemetry", given]);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("without a name or password").And.Not.Contain("hidden"));
    }

    private string Results(Answer answer) => folder.Read(answer.LastLine.Replace("report.html", "results.json"));

    /// <summary>The first span's trace: field 1 of a span, 16 bytes (opentelemetry-proto, trace.proto).</summary>
    private static string TraceOf(byte[] body)
    {
        for (var at = 0; at + 28 < body.Length; at++)
        {
            // trace_id, 16 bytes long, and after it span_id, 8 bytes long
            if (body[at] == 0x0A && body[at + 1] == 16 && body[at + 18] == 0x12 && body[at + 19] == 8)
                return Convert.ToHexString(body, at + 2, 16);
        }

        return "";
    }

    private sealed record Request(string Path, string? ContentType, byte[] Body);

    /// <summary>Takes what is sent, and keeps it.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener listener = new();

        public Collector()
        {
            for (var port = 26_000 + Environment.ProcessId % 5_000; ; port++)
            {
                Url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
                try
                {
                    listener.Prefixes.Clear();
                    listener.Prefixes.Add(Url + "/");
                    listener.Start();
                    break;
                }
                catch (HttpListenerException)
                {
                    continue;
                }
            }

            _ = Task.Run(ServeAsync);
        }

        public string Url { get; }

        public ConcurrentQueue<Request> Requests { get; } = [];

        public string Said(string path) =>
            string.Concat(Requests.Where(r => r.Path == path).Select(r => Encoding.Latin1.GetString(r.Body)));

        public void Dispose() => listener.Close();

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    var context = await listener.GetContextAsync();
                    using var body = new MemoryStream();
                    await context.Request.InputStream.CopyToAsync(body);
                    Requests.Enqueue(new Request(context.Request.Url!.AbsolutePath, context.Request.ContentType, body.ToArray()));
                    context.Response.Close();
                }
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}
