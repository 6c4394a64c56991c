namespace RiskEngine.Cli.Runs;

/// <summary>Where the shards of a run are computed.</summary>
internal enum Cluster
{
    /// <summary>In processes of this machine.</summary>
    Local,

    /// <summary>In a job array of Slurm.</summary>
    Slurm,

    /// <summary>In an Indexed Job of Kubernetes.</summary>
    Kubernetes,
}

/// <summary>What the user asked for about shards on the command line of <c>run</c>.</summary>
/// <param name="On">Where they are computed.</param>
/// <param name="Shards">How many there are.</param>
/// <param name="Store">The folder that they meet in, as given; null for one below the reports that goes when the report is there.</param>
internal sealed record ClusterSettings(Cluster On, int Shards, string? Store)
{
    /// <summary>Whether shards that are there are computed anew.</summary>
    public bool Fresh { get; init; }

    /// <summary>How many run at the same time on this machine; null for one a core.</summary>
    public int? AtOnce { get; init; }

    /// <summary>Whether the job is written down and not sent.</summary>
    public bool DryRun { get; init; }

    /// <summary>The container image; null where none was named.</summary>
    public string? Image { get; init; }

    /// <summary>The claim of the volume that holds the current folder; null where none was named.</summary>
    public string? Claim { get; init; }

    /// <summary>The folder that shards meet in.</summary>
    /// <param name="reports">The folder that reports go under.</param>
    public string FolderIn(string reports) => Store ?? Path.Combine(reports, ".shards");
}
