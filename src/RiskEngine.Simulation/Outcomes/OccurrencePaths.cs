using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>On which paths each event has occurred, and any company has exited or had a down round, by each horizon.</summary>
internal sealed class OccurrencePaths
{
    private readonly int[] horizonDates;
    private readonly PathBits[][] events;
    private readonly PathBits[] companies;

    public OccurrencePaths(CasePlan plan, int paths)
    {
        horizonDates = plan.HorizonDates;
        events = [.. plan.Events.Select(_ => ByHorizon(paths))];
        companies = plan.Companies.Length == 0 ? [] : ByHorizon(paths);
    }

    /// <summary>All sets of paths.</summary>
    public IEnumerable<PathBits> All => events.SelectMany(e => e).Concat(companies);

    /// <summary>The paths on which an event has occurred by a horizon.</summary>
    public PathBits Event(int e, int horizon) => events[e][horizon];

    /// <summary>The paths on which a company has exited or had a down round by a horizon; null where there are no companies.</summary>
    public PathBits? Companies(int horizon) => companies.Length == 0 ? null : companies[horizon];

    /// <summary>Notes a block of paths.</summary>
    public void Note(PathBlock block, EventBlocks occurred, CompanyBlocks exited)
    {
        for (var e = 0; e < events.Length; e++)
            Note(block, occurred.FirstOccurrences(e), events[e]);
        if (companies.Length == 0)
            return;
        for (var c = 0; c < exited.Count; c++)
        {
            Note(block, exited.ExitDates(c), companies);
            Note(block, exited.DownRoundDates(c), companies);
        }
    }

    private void Note(PathBlock block, ReadOnlySpan<short> dates, PathBits[] byHorizon)
    {
        for (var k = 0; k < block.Count; k++)
        {
            if (dates[k] == 0)
                continue;
            for (var h = horizonDates.Length - 1; h >= 0 && dates[k] <= horizonDates[h]; h--)
                byHorizon[h].Add(block.RowOf(k));
        }
    }

    private PathBits[] ByHorizon(int paths) => [.. horizonDates.Select(_ => new PathBits(paths))];
}
