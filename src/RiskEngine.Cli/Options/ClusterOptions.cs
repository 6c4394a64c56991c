using System.CommandLine;
using RiskEngine.Cli.Commands;
using RiskEngine.Cli.Runs;

namespace RiskEngine.Cli.Options;

/// <summary>The options that divide a run into shards, and say where these are computed.</summary>
internal sealed class ClusterOptions
{
    private readonly Option<Cluster?> on = ChoiceOption.Create<Cluster>("--on", "divide the run into shards, and compute them there");
    private readonly Option<int?> shards = NumberOption.Create("--shards", 1, ShardCommand.MostShards, "how many shards (with --on)");
    private readonly Option<int?> atOnce = NumberOption.Create(
        "--at-once",
        1,
        1_024,
        "shards that run at the same time (with --on local; default: one a core)"
    );

    private readonly Option<string?> store = new("--store")
    {
        Description = "folder that shards meet in, and stay in (with --on; default: below the reports until the report is there)",
        HelpName = "DIR",
    };

    private readonly Option<string?> image = new("--image")
    {
        Description = "container image with this program (with --on kubernetes)",
        HelpName = "IMAGE",
    };

    private readonly Option<string?> claim = new("--claim")
    {
        Description = "claim of the volume that holds the current folder (with --on kubernetes)",
        HelpName = "NAME",
    };

    /// <summary>Whether to say what would be done, and not do it.</summary>
    public Option<bool> DryRun { get; } =
        new("--dry-run")
        {
            Description = "write the job down instead of sending it (with --on slurm or kubernetes); of a batch, count its jobs",
        };

    /// <summary>Whether to do what is done already again.</summary>
    public Option<bool> Fresh { get; } =
        new("--fresh") { Description = "do again what is done already: shards (with --on), and jobs of a batch" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in All)
            command.Add(option);
    }

    /// <summary>What was asked for; null where the run is to be done in this process.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="problem">What does not go together; null where all does.</param>
    public ClusterSettings? Of(ParseResult parsed, out string? problem)
    {
        var (where, count) = (parsed.GetValue(on), parsed.GetValue(shards));
        problem = where switch
        {
            null => All.Except([on, Fresh, DryRun]).FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false }) is { } alone
                ? $"{alone.Name}: expected --on beside it, for only shards have it; found none"
                : null,
            _ when count is null => "--on: expected --shards N beside it, found none",
            not Cluster.Local when parsed.GetValue(atOnce) is not null => "--at-once: expected --on local; the cluster has its own ways",
            Cluster.Local when parsed.GetValue(DryRun) => "--dry-run: expected --on slurm or kubernetes, found --on local",
            Cluster.Kubernetes when parsed.GetValue(image) is null || parsed.GetValue(claim) is null =>
                "--on kubernetes: expected --image and --claim beside it",
            not Cluster.Kubernetes when parsed.GetValue(image) is not null || parsed.GetValue(claim) is not null =>
                "--image, --claim: expected --on kubernetes",
            _ => null,
        };
        return problem is not null || where is not { } known
            ? null
            : new ClusterSettings(known, count!.Value, parsed.GetValue(store))
            {
                Fresh = parsed.GetValue(Fresh),
                AtOnce = parsed.GetValue(atOnce),
                DryRun = parsed.GetValue(DryRun),
                Image = parsed.GetValue(image),
                Claim = parsed.GetValue(claim),
            };
    }

    private IReadOnlyList<Option> All => [on, Fresh, shards, atOnce, store, DryRun, image, claim];
}
