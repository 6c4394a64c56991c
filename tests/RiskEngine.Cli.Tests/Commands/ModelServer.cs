using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RiskEngine.Cli.Tests.Commands;

/// <summary>A real HTTP server on loopback that answers as a language model's does, with what a test gives it to say.</summary>
internal sealed class ModelServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly List<string> questions = [];

    /// <summary>Starts on a free port.</summary>
    /// <param name="answer">The status, the body and how long to wait, from the number of the question, from 0.</param>
    public ModelServer(Func<int, (int Status, string Body, TimeSpan Delay)> answer)
    {
        for (var port = 21_000 + Environment.ProcessId % 5_000; ; port++)
        {
            Url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/v1");
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

        _ = Task.Run(() => Serve(answer));
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; }

    /// <summary>The bodies of the requests so far.</summary>
    public IReadOnlyList<string> Questions => questions;

    /// <summary>A server that says the same to every question.</summary>
    public static ModelServer Saying(string text) => new(_ => (200, Completion(text), TimeSpan.Zero));

    /// <summary>The body of an answer with this text.</summary>
    public static string Completion(string text) =>
        new JsonObject
        {
            ["id"] = "c1",
            ["object"] = "chat.completion",
            ["created"] = 1,
            ["model"] = "m",
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["index"] = 0,
                    ["finish_reason"] = "stop",
                    ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text },
                }
            ),
        }.ToJsonString();

    public void Dispose() => listener.Close();

    private void Serve(Func<int, (int Status, string Body, TimeSpan Delay)> answer)
    {
        while (listener.IsListening)
        {
            try
            {
                var context = listener.GetContext();
                using (var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8))
                    questions.Add(JsonSerializer.Serialize(JsonNode.Parse(reader.ReadToEnd())));
                var (status, body, delay) = answer(questions.Count - 1);
                Thread.Sleep(delay);
                context.Response.StatusCode = status;
                context.Response.ContentType = "application/json";
                var bytes = Encoding.UTF8.GetBytes(body);
                context.Response.OutputStream.Write(bytes);
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException or IOException)
            {
                continue;
            }
        }
    }
}
