using System.Globalization;
using System.Text;

namespace RiskEngine.Batches.Clusters;

/// <summary>
/// A run as jobs of Slurm: an array with a task for each shard, and a job that merges when all of them have succeeded. Which node does
/// what, and what is done again when a node fails, is Slurm's business.
/// </summary>
/// <param name="Name">Name of the jobs; letters, digits and hyphens.</param>
/// <param name="Folder">Full path of a folder that all nodes see, for the scripts and what the jobs say.</param>
/// <param name="WorkingFolder">Full path of the folder that the commands are given in.</param>
/// <param name="Shards">How many shards there are.</param>
/// <param name="ShardCommand">The command that computes the shard which the environment names, as a line for a shell.</param>
/// <param name="MergeCommand">The command that merges, as a line for a shell.</param>
public sealed record SlurmJob(string Name, string Folder, string WorkingFolder, int Shards, string ShardCommand, string MergeCommand)
{
    /// <summary>The script of the array.</summary>
    public string ArrayPath => Path.Combine(Folder, "array.sh");

    /// <summary>The script of the job that merges.</summary>
    public string MergePath => Path.Combine(Folder, "merge.sh");

    /// <summary>What the job that merges prints.</summary>
    public string MergeLog => Path.Combine(Folder, "merge.log");

    /// <summary>What the job that merges prints as diagnostics.</summary>
    public string MergeErrors => Path.Combine(Folder, "merge.err");

    /// <summary>The exit code of the job that merges, a number; written when it has ended.</summary>
    public string MergeExit => Path.Combine(Folder, "merge.exit");

    /// <summary>The text of the array's script.</summary>
    /// <remarks>A task that lost its node is queued again, and adds to its log.</remarks>
    public string Array() =>
        Script(
            [
                $"--job-name={Name}",
                string.Create(CultureInfo.InvariantCulture, $"--array=0-{Shards - 1}"),
                "--requeue",
                "--ntasks=1",
                $"--output={Path.Combine(Folder, "shard-%a.log")}",
                "--open-mode=append",
            ],
            $"exec {ShardCommand} --threads \"${{SLURM_CPUS_PER_TASK:-1}}\""
        );

    /// <summary>The text of the script that merges.</summary>
    public string Merge() =>
        Script(
            [$"--job-name={Name}-merge", "--requeue", "--ntasks=1", $"--output={MergeLog}", $"--error={MergeErrors}"],
            $"""
            code=0
            {MergeCommand} || code=$?
            echo "$code" > {Quoted(MergeExit)}.unfinished
            mv {Quoted(MergeExit)}.unfinished {Quoted(MergeExit)}
            exit "$code"
            """
        );

    /// <summary>The words of the command that submits the array; it prints the job's number.</summary>
    public IReadOnlyList<string> SubmitArray => ["sbatch", "--parsable", ArrayPath];

    /// <summary>The words of the command that submits the job that merges, which waits for the array's success.</summary>
    /// <param name="array">The array's number.</param>
    public IReadOnlyList<string> SubmitMerge(string array) => ["sbatch", "--parsable", $"--dependency=afterok:{array}", MergePath];

    private string Script(IEnumerable<string> options, string body)
    {
        var text = new StringBuilder("#!/bin/bash\n");
        foreach (var option in options)
            text.Append(CultureInfo.InvariantCulture, $"#SBATCH {Commented(option)}\n");
        text.Append(CultureInfo.InvariantCulture, $"set -euo pipefail\ncd {Quoted(WorkingFolder)}\n{body.ReplaceLineEndings("\n")}\n");
        return text.ToString();
    }

    /// <summary>Slurm reads words of its comments as a shell would, but for single quotes within words.</summary>
    private static string Commented(string option) =>
        option.Any(c => char.IsWhiteSpace(c) || c is '"' or '\'' or '\\' or '#')
            ? $"\"{option.Replace("\\", "\\\\").Replace("\"", "\\\"")}\""
            : option;

    private static string Quoted(string word) => $"'{word.Replace("'", "'\\''")}'";
}
