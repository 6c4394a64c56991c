using k8s;
using k8s.Models;

namespace RiskEngine.Cli.Tests.Clusters;

/// <summary>
/// A run whose shards are pods of an Indexed Job; the cluster is one that answers as the API does, and runs pods in this process.
/// </summary>
public sealed class KubernetesRunTests
{
    private static readonly string[] run = ["run", "tiny", "--paths", "3000"];
    private static readonly string[] sharded =
    [
        .. run,
        "--on",
        "kubernetes",
        "--shards",
        "3",
        "--image",
        "registry.example/riskengine:1",
        "--claim",
        "shared",
        "--store",
        "store",
    ];

    private TestFolder folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new TestFolder();
        TinyScenario.Write(folder);
        folder.Variables["KUBECONFIG"] = "kubeconfig";
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Pods_that_do_what_the_job_says_give_the_bits_of_one_process()
    {
        var whole = folder.Run([.. run, "--out", "whole"]);
        using var cluster = new FakeKubernetes(Pod);
        cluster.Start(folder.PathOf("kubeconfig"));

        var answer = folder.Run(sharded);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        var (one, other) = (Path.GetDirectoryName(whole.LastLine)!, Path.GetDirectoryName(answer.LastLine)!);
        Assert.That(folder.Read($"{other}/results.json"), Is.EqualTo(folder.Read($"{one}/results.json")));
        Assert.That(cluster.Asked[0], Is.EqualTo("POST /apis/batch/v1/namespaces/quants/jobs"));
        Assert.That(cluster.Asked[^1], Does.StartWith("DELETE /apis/batch/v1/namespaces/quants/jobs/riskengine-"));
    }

    [Test]
    public void Shards_that_fail_for_good_are_told_and_the_others_stay()
    {
        using var cluster = new FakeKubernetes((container, index) => index != 1 && Pod(container, index));
        cluster.Start(folder.PathOf("kubeconfig"));

        var answer = folder.Run(sharded);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.UnexpectedFailure));
        Assert.That(answer.Error, Does.Contain("failed: FailedIndexes Job has failed indexes; shards that failed: 1"));
        Assert.That(folder.FilesIn("store"), Has.Length.EqualTo(2));
        Assert.That(folder.FilesIn("reports"), Is.Empty);
    }

    [Test]
    public void A_cluster_that_is_not_there_is_said_to_be_not_there()
    {
        using (var cluster = new FakeKubernetes(Pod))
            cluster.Start(folder.PathOf("kubeconfig"));

        var answer = folder.Run(sharded);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.UnexpectedFailure));
        Assert.That(answer.Error, Does.Contain("expected Kubernetes at http://127.0.0.1:"));
    }

    [Test]
    public void A_dry_run_writes_a_manifest_that_the_api_s_own_models_read_in_full()
    {
        var answer = folder.Run([.. sharded, "--dry-run"]);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        var job = KubernetesYaml.Deserialize<V1Job>(folder.Read(answer.LastLine), strict: true);
        Assert.That((job.ApiVersion, job.Kind, job.Spec.CompletionMode), Is.EqualTo(("batch/v1", "Job", "Indexed")));
        Assert.That((job.Spec.Completions, job.Spec.Parallelism, job.Spec.BackoffLimitPerIndex), Is.EqualTo((3, 3, 3)));
        var pod = job.Spec.Template.Spec;
        Assert.That(pod.RestartPolicy, Is.EqualTo("Never"), "a pod failure policy wants it so");
        Assert.That(pod.Volumes[0].PersistentVolumeClaim.ClaimName, Is.EqualTo("shared"));
        Assert.That(pod.Containers[0].VolumeMounts[0].MountPath, Is.EqualTo(pod.Containers[0].WorkingDir).And.EqualTo(folder.PathOf("")));
        Assert.That(pod.Containers[0].Args, Is.EqualTo(new[] { "shard", "tiny", "--of", "3", "--out", "store", "--paths", "3000" }));
        Assert.That(job.Spec.PodFailurePolicy.Rules.Select(r => r.Action), Is.EqualTo(new[] { "Ignore", "FailIndex" }));
        Assert.That(job.Metadata.Name, Does.Match("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"));
        Assert.That(folder.Has("reports"), Is.False);
    }

    /// <summary>What a pod does: the arguments of its container, with its index in the environment.</summary>
    private bool Pod(V1Container container, int index)
    {
        folder.Variables["JOB_COMPLETION_INDEX"] = $"{index}";
        return folder.Run([.. container.Args]).Code == ExitCode.Done;
    }
}
