using System.Net;
using System.Text;
using k8s;
using k8s.Models;

namespace RiskEngine.Cli.Tests.Clusters;

/// <summary>Answers as the API of Kubernetes does for jobs: it takes one, does it as told, and says how it went.</summary>
/// <param name="pod">Does what the pod of an index would; true where it succeeded.</param>
internal sealed class FakeKubernetes(Func<V1Container, int, bool> pod) : IDisposable
{
    private readonly HttpListener listener = new();
    private V1Job? job;

    /// <summary>What was asked, as method and path.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Begins to answer.</summary>
    /// <param name="configuration">Where the file is written that kubectl and others find it by.</param>
    public void Start(string configuration)
    {
        var port = LocalSlurm.FreePort();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        File.WriteAllText(
            configuration,
            $$"""
            apiVersion: v1
            kind: Config
            current-context: test
            contexts: [{ name: test, context: { cluster: test, user: test, namespace: quants } }]
            clusters: [{ name: test, cluster: { server: "http://127.0.0.1:{{port}}" } }]
            users: [{ name: test, user: { token: any } }]
            """
        );
        _ = Task.Run(ListenAsync);
    }

    public void Dispose() => listener.Close();

    private async Task ListenAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            await AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var (request, response) = (context.Request, context.Response);
        Asked.Add($"{request.HttpMethod} {request.Url!.AbsolutePath}");
        try
        {
            using var reader = new StreamReader(request.InputStream);
            var answer = Answer(request.HttpMethod, await reader.ReadToEndAsync());
            response.ContentType = "application/json";
            response.OutputStream.Write(Encoding.UTF8.GetBytes(answer));
        }
        catch (Exception e)
        {
            response.StatusCode = (int)HttpStatusCode.InternalServerError;
            response.OutputStream.Write(Encoding.UTF8.GetBytes(e.ToString()));
        }

        response.Close();
    }

    private string Answer(string method, string body)
    {
        if (method == "POST")
            job = Done(KubernetesJson.Deserialize<V1Job>(body));
        return method == "DELETE" ? """{ "kind": "Status", "status": "Success" }""" : KubernetesJson.Serialize(job!);
    }

    private V1Job Done(V1Job sent)
    {
        var succeeded = Enumerable
            .Range(0, sent.Spec.Completions!.Value)
            .Where(i => pod(sent.Spec.Template.Spec.Containers[0], i))
            .ToArray();
        sent.Status = new V1JobStatus { Succeeded = succeeded.Length };
        if (succeeded.Length < sent.Spec.Completions)
        {
            (sent.Status.Conditions, sent.Status.FailedIndexes) = (
                [
                    new V1JobCondition
                    {
                        Type = "Failed",
                        Status = "True",
                        Reason = "FailedIndexes",
                        Message = "Job has failed indexes",
                    },
                ],
                string.Join(',', Enumerable.Range(0, sent.Spec.Completions!.Value).Except(succeeded))
            );
        }

        return sent;
    }
}
