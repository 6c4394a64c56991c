using System.Net;
using k8s;
using k8s.Autorest;
using k8s.Exceptions;
using k8s.Models;

namespace RiskEngine.Batches.Clusters;

/// <summary>Sends a run's shards to Kubernetes, and waits until all are there.</summary>
public sealed class KubernetesJobs : IDisposable
{
    private readonly Kubernetes client;
    private readonly string space;
    private readonly KubernetesJob job;
    private readonly Func<CancellationToken, Task> wait;

    /// <summary>Makes ready to send a job; asks nobody yet.</summary>
    /// <param name="configuration">The file that says where the cluster is and who asks; null for kubectl's own, or the pod's.</param>
    /// <param name="job">The job.</param>
    /// <param name="wait">Waits between two looks at it.</param>
    /// <exception cref="ClusterFailedException">The file cannot be used.</exception>
    public KubernetesJobs(string? configuration, KubernetesJob job, Func<CancellationToken, Task> wait)
    {
        (this.job, this.wait) = (job, wait);
        try
        {
            var settings = configuration is null
                ? KubernetesClientConfiguration.BuildDefaultConfig()
                : KubernetesClientConfiguration.BuildConfigFromConfigFile(configuration);
            (client, space) = (new Kubernetes(settings), settings.Namespace ?? "default");
        }
        catch (Exception e) when (e is KubeConfigException or IOException or YamlDotNet.Core.YamlException)
        {
            throw new ClusterFailedException($"expected a configuration of Kubernetes, found: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    /// <summary>Sends the job, unless it is there from an earlier call; waits for its success, and removes it.</summary>
    /// <param name="told">Called with how many shards have succeeded, each time that it is looked at.</param>
    /// <param name="cancel">Stops waiting; the job goes on.</param>
    /// <exception cref="ClusterFailedException">The cluster is not there or refuses, or a shard failed for good.</exception>
    public async Task RunAsync(Action<int> told, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(told);
        try
        {
            await SendAsync(cancel);
            await FollowAsync(told, cancel);
            await client.BatchV1.DeleteNamespacedJobAsync(job.Name, space, propagationPolicy: "Background", cancellationToken: cancel);
        }
        catch (HttpOperationException e)
        {
            throw new ClusterFailedException($"Kubernetes refuses job {job.Name}: {e.Response?.StatusCode} {e.Response?.Content}", e);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new ClusterFailedException($"expected an answer of Kubernetes at {client.BaseUri}, found none in time", e);
        }
        catch (HttpRequestException e)
        {
            throw new ClusterFailedException($"expected Kubernetes at {client.BaseUri}, found: {e.Message}", e);
        }
    }

    private async Task SendAsync(CancellationToken cancel)
    {
        try
        {
            await client.BatchV1.CreateNamespacedJobAsync(job.Manifest(), space, cancellationToken: cancel);
        }
        catch (HttpOperationException e) when (e.Response?.StatusCode == HttpStatusCode.Conflict)
        {
            // Sent before, by a call that did not come to its end: its name is the hash of all that decides its shards.
        }
    }

    private async Task FollowAsync(Action<int> told, CancellationToken cancel)
    {
        while (true)
        {
            V1Job found = await client.BatchV1.ReadNamespacedJobAsync(job.Name, space, cancellationToken: cancel);
            var succeeded = found.Status?.Succeeded ?? 0;
            told(succeeded);
            if (succeeded >= job.Shards)
                return;
            if (KubernetesJob.FailureOf(found) is { } failure)
                throw new ClusterFailedException(failure);
            await wait(cancel);
        }
    }
}
