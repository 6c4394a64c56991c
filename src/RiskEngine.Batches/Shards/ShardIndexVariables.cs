using System.Collections.Immutable;
using System.Globalization;

namespace RiskEngine.Batches.Shards;

/// <summary>The environment variables in which schedulers tell a task of an array which one it is.</summary>
public static class ShardIndexVariables
{
    /// <summary>Those that are looked at, in this order; the first that is set counts.</summary>
    public static ImmutableArray<ShardIndexVariable> All { get; } =
    [
        // Where a scheduler sets none of its own, the user hands the number on: HTCondor's environment = "RISKENGINE_SHARD=$(Process)",
        // the env of an Armada job's pod.
        new("RISKENGINE_SHARD", "HTCondor, Armada and others: set it yourself", 0),
        new("SLURM_ARRAY_TASK_ID", "Slurm, --array=0-N", 0),
        new("JOB_COMPLETION_INDEX", "Kubernetes, Indexed Job", 0),
        new("AWS_BATCH_JOB_ARRAY_INDEX", "AWS Batch, array job", 0),
        new("AZ_BATCH_TASK_ID", "Azure Batch, tasks named with their number at the end, from 0", 0),
        new("PBS_ARRAY_INDEX", "PBS, -J 0-N", 0),
        new("SGE_TASK_ID", "Grid Engine, -t 1-N", 1),
    ];

    /// <summary>The index that the environment tells.</summary>
    /// <param name="valueOf">The value of a variable; null where it is not set.</param>
    /// <param name="problem">Why there is no index; empty where there is one.</param>
    /// <returns>The index from 0, or null.</returns>
    public static int? Find(Func<string, string?> valueOf, out string problem)
    {
        ArgumentNullException.ThrowIfNull(valueOf);
        foreach (var variable in All)
        {
            // Grid Engine says "undefined" outside of an array.
            if (valueOf(variable.Name) is not { Length: > 0 } value || value == "undefined")
                continue;
            problem = "";
            if (Number(value) is { } number && number >= variable.First)
                return number - variable.First;
            problem = $"{variable.Name}: expected a number from {variable.First} at its end, found '{value}'";
            return null;
        }

        problem = $"expected --index, or one of the variables {string.Join(", ", All.Select(v => v.Name))}; found none";
        return null;
    }

    private static int? Number(string value)
    {
        var digits = value.Length - value.AsSpan().TrimEnd("0123456789").Length;
        return int.TryParse(value.AsSpan(value.Length - digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
