using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using Microsoft.Extensions.AI;
using OpenAI;
using RiskEngine.Articles.LanguageModels;

namespace RiskEngine.Cli.Ingesting.LanguageModels;

/// <summary>
/// Asks a language model over HTTP, and nobody else: no redirect is followed and no proxy of the environment used. The only place of the
/// program that touches the network.
/// </summary>
internal sealed class ModelClient : IDisposable
{
    private const int LargestAnswer = 4 * 1024 * 1024;
    private const string Again = "Your answer could not be read as JSON. Answer with the JSON object alone.";

    private readonly HttpClient http;
    private readonly IChatClient chat;
    private readonly TimeSpan timeout;

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="address">The model.</param>
    /// <param name="key">The server's key; empty for none, as local servers have it.</param>
    /// <param name="timeout">How long one answer may take.</param>
    public ModelClient(ModelAddress address, string key, TimeSpan timeout)
    {
        this.timeout = timeout;
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestAnswer,
        };
        var options = new OpenAIClientOptions
        {
            Endpoint = address.Url,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = timeout,
        };
        chat = new OpenAIClient(new ApiKeyCredential(key.Length > 0 ? key : "none"), options).GetChatClient(address.Model).AsIChatClient();
    }

    /// <summary>
    /// The answers to questions, in their order. What cannot be read as JSON is asked for once more; after a question without any answer
    /// the others are not asked, for the server would not answer them either.
    /// </summary>
    public async Task<IReadOnlyList<ModelAnswer>> AskAsync(IReadOnlyList<ModelQuestion> questions, CancellationToken cancel)
    {
        var answers = new List<ModelAnswer>();
        foreach (var question in questions)
        {
            if (answers.Count > 0 && answers[^1].Problem is { } problem)
                answers.Add(new ModelAnswer(question.First, question.Last, "", $"not asked: {problem}"));
            else
                answers.Add(await AskAsync(question, cancel).ConfigureAwait(false));
        }

        return answers;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        chat.Dispose();
        http.Dispose();
    }

    private async Task<ModelAnswer> AskAsync(ModelQuestion question, CancellationToken cancel)
    {
        List<ChatMessage> messages = [new(ChatRole.System, ModelQuestions.Instructions), new(ChatRole.User, question.Text)];
        var first = await SendAsync(question, messages, cancel).ConfigureAwait(false);
        if (first.Problem is not null || ModelReading.CanRead(first))
            return first;
        messages.AddRange([new(ChatRole.Assistant, first.Text), new(ChatRole.User, Again)]);
        var second = await SendAsync(question, messages, cancel).ConfigureAwait(false);
        return second.Problem is null ? second : first;
    }

    private async Task<ModelAnswer> SendAsync(ModelQuestion question, List<ChatMessage> messages, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(timeout);
        var options = new ChatOptions { Temperature = 0, ResponseFormat = ChatResponseFormat.Json };
        try
        {
            var response = await chat.GetResponseAsync(messages, options, limit.Token).ConfigureAwait(false);
            return new ModelAnswer(question.First, question.Last, response.Text);
        }
        catch (ClientResultException e) when (e.Status != 0)
        {
            return None($"the server answered with status {e.Status.ToString(CultureInfo.InvariantCulture)}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return None($"no answer within {timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s");
        }
        catch (Exception e) when (e is ClientResultException or HttpRequestException or AggregateException or IOException)
        {
            cancel.ThrowIfCancellationRequested();
            return None($"the server cannot be reached: {e.GetBaseException().Message}");
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException or System.Text.Json.JsonException)
        {
            return None("the server's answer is not in OpenAI's form");
        }

        ModelAnswer None(string problem) => new(question.First, question.Last, "", problem);
    }
}
