using System.Globalization;
using k8s;
using k8s.Models;

namespace RiskEngine.Batches.Clusters;

/// <summary>
/// The shards of a run as an Indexed Job of Kubernetes: a pod a shard, each told by <c>JOB_COMPLETION_INDEX</c> which one it is. A shard
/// that fails is tried again a few times, but for what trying again does not mend; the others go on.
/// </summary>
/// <param name="Name">Name of the job: lower-case letters, digits and hyphens, at most 63.</param>
/// <param name="Image">The container image, whose entry point is this program.</param>
/// <param name="Claim">The claim of the volume that holds the folder.</param>
/// <param name="Folder">Full path of the folder that the command is given in, the same in the containers.</param>
/// <param name="Shards">How many shards there are.</param>
/// <param name="Args">The program's arguments, which leave the shard's index to the environment.</param>
public sealed record KubernetesJob(string Name, string Image, string Claim, string Folder, int Shards, IReadOnlyList<string> Args)
{
    private const string Container = "shard";
    private const string Volume = "work";
    private const int TriesAgain = 3;

    // The program's exit code for input that cannot be used.
    private const int BadInput = 2;

    /// <summary>The job, in the API's own terms (batch/v1).</summary>
    public V1Job Manifest() =>
        new()
        {
            ApiVersion = "batch/v1",
            Kind = "Job",
            Metadata = new V1ObjectMeta
            {
                Name = Name,
                Labels = new Dictionary<string, string> { ["app.kubernetes.io/name"] = "riskengine" },
            },
            Spec = new V1JobSpec
            {
                CompletionMode = "Indexed",
                Completions = Shards,
                Parallelism = Shards,
                BackoffLimitPerIndex = TriesAgain,
                PodFailurePolicy = new V1PodFailurePolicy
                {
                    Rules =
                    [
                        // A pod that lost its node has not failed.
                        new V1PodFailurePolicyRule
                        {
                            Action = "Ignore",
                            OnPodConditions = [new V1PodFailurePolicyOnPodConditionsPattern { Type = "DisruptionTarget", Status = "True" }],
                        },
                        new V1PodFailurePolicyRule
                        {
                            Action = "FailIndex",
                            OnExitCodes = new V1PodFailurePolicyOnExitCodesRequirement
                            {
                                ContainerName = Container,
                                OperatorProperty = "In",
                                Values = [BadInput],
                            },
                        },
                    ],
                },
                Template = new V1PodTemplateSpec
                {
                    Spec = new V1PodSpec
                    {
                        RestartPolicy = "Never",
                        Containers =
                        [
                            new V1Container
                            {
                                Name = Container,
                                Image = Image,
                                Args = [.. Args],
                                WorkingDir = Folder,
                                VolumeMounts = [new V1VolumeMount { Name = Volume, MountPath = Folder }],
                            },
                        ],
                        Volumes =
                        [
                            new V1Volume
                            {
                                Name = Volume,
                                PersistentVolumeClaim = new V1PersistentVolumeClaimVolumeSource { ClaimName = Claim },
                            },
                        ],
                    },
                },
            },
        };

    /// <summary>The job as YAML, for <c>kubectl apply</c>.</summary>
    public string Yaml() => KubernetesYaml.Serialize(Manifest()).ReplaceLineEndings("\n").TrimEnd() + "\n";

    /// <summary>Why a job has failed for good; null where it has not.</summary>
    internal static string? FailureOf(V1Job job) =>
        job.Status?.Conditions?.FirstOrDefault(c => c is { Type: "Failed", Status: "True" }) is { } failed
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"job {job.Metadata.Name} failed: {failed.Reason} {failed.Message}; shards that failed: {job.Status.FailedIndexes}"
            )
            : null;
}
