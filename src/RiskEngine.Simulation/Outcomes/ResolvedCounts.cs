using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>
/// On how many paths predictions come true, events occur and companies exit, counted while paths are simulated: whole numbers add up to
/// the same in any order. By parts: the replicates, groups of consecutive paths, and last the paths that are left over.
/// </summary>
public sealed class ResolvedCounts
{
    private const int States = 4;

    private readonly int replicates;
    private readonly int perReplicate;
    private readonly int dates;
    private readonly int[] predictionOf;
    private readonly Part[] parts;
    private readonly bool[] comesTrue = new bool[PathBlock.Size];

    internal ResolvedCounts(CasePlan plan, SimulatedCase simulated, int paths, int replicates)
    {
        Paths = paths;
        this.replicates = replicates;
        perReplicate = Math.Max(1, paths / replicates);
        dates = plan.Grid.StepCount + 1;
        predictionOf = [.. simulated.Case.Model.Predictions.SelectMany((p, at) => Enumerable.Repeat(at, Resolution.Count(p.Condition)))];
        parts = new Part[replicates + 1];
        var predictions = simulated.Case.Model.Predictions.Count();
        for (var at = 0; at < parts.Length; at++)
        {
            parts[at] = new Part(
                new int[predictions],
                new int[plan.Conditions.Length],
                new int[plan.Events.Length * dates],
                new int[plan.Companies.Length * States * dates],
                new int[plan.Companies.Length * dates]
            );
        }
    }

    /// <summary>Number of paths.</summary>
    public int Paths { get; }

    /// <summary>How many parts there are: the replicates, and what is left over.</summary>
    public int Parts => parts.Length;

    /// <summary>Number of paths of a part.</summary>
    public int PathsOf(int part) => part < replicates ? perReplicate : Paths - (replicates * perReplicate);

    /// <summary>Paths of a part on which a prediction comes true.</summary>
    public int ComeTrue(int part, int prediction) => parts[part].Predictions[prediction];

    /// <summary>Paths of a part on which a single condition of the predictions holds.</summary>
    public int Hold(int part, int condition) => parts[part].Conditions[condition];

    /// <summary>Paths of a part on which an event has occurred by a date.</summary>
    public int Occurred(int part, int e, int date) => UpTo(parts[part].Occurrences, e, date);

    /// <summary>Paths of a part on which a company has come to a state by a date.</summary>
    public int Exited(int part, int company, CompanyState state, int date) =>
        UpTo(parts[part].Exits, (company * States) + (int)state, date);

    /// <summary>Paths of a part on which a company is private still on a date.</summary>
    public int StillPrivate(int part, int company, int date)
    {
        var count = PathsOf(part);
        for (var state = 0; state < States; state++)
            count -= Exited(part, company, (CompanyState)state, date);
        return count;
    }

    /// <summary>Paths of a part on which a company has had a down round by a date.</summary>
    public int DownRounds(int part, int company, int date) => UpTo(parts[part].DownRounds, company, date);

    /// <summary>All counts, each a number of paths that adds up over parts of the paths.</summary>
    internal IEnumerable<int[]> All => parts.SelectMany(p => new[] { p.Predictions, p.Conditions, p.Occurrences, p.Exits, p.DownRounds });

    /// <summary>Counts a block of paths.</summary>
    internal void Add(PathBlock block, bool[][] conditions, EventBlocks events, CompanyBlocks companies, InstrumentBlocks instruments)
    {
        // A lock a block: counting one takes far less than simulating it.
        lock (parts)
        {
            for (int from = 0, to; from < block.Count; from = to)
            {
                var at = (int)Math.Min(block[from] / perReplicate, replicates);
                to = at == replicates ? block.Count : (int)Math.Min(block.Count, from + ((at + 1L) * perReplicate) - block[from]);
                Add(parts[at], from, to, conditions, events, companies, instruments);
            }
        }
    }

    private void Add(
        Part part,
        int from,
        int to,
        bool[][] conditions,
        EventBlocks events,
        CompanyBlocks companies,
        InstrumentBlocks instruments
    )
    {
        for (var c = 0; c < conditions.Length; c++)
        {
            if (c == 0 || predictionOf[c] != predictionOf[c - 1])
                Array.Fill(comesTrue, true);
            for (var k = from; k < to; k++)
            {
                part.Conditions[c] += conditions[c][k] ? 1 : 0;
                comesTrue[k] &= conditions[c][k];
            }

            if (c < conditions.Length - 1 && predictionOf[c] == predictionOf[c + 1])
                continue;
            part.Predictions[predictionOf[c]] += comesTrue.AsSpan(from, to - from).Count(true);
        }

        for (var e = 0; e * dates < part.Occurrences.Length; e++)
            Add(part.Occurrences.AsSpan(e * dates, dates), events.FirstOccurrences(e)[from..to]);
        for (var c = 0; c < companies.Count; c++)
        {
            Add(part.DownRounds.AsSpan(c * dates, dates), companies.DownRoundDates(c)[from..to]);
            var exits = companies.ExitDates(c);
            var states = instruments.Companies[c];
            for (var k = from; k < to; k++)
            {
                if (exits[k] > 0)
                    part.Exits[(((c * States) + (int)states[k]) * dates) + exits[k]]++;
            }
        }
    }

    private static void Add(Span<int> byDate, ReadOnlySpan<short> occurred)
    {
        foreach (var date in occurred)
            byDate[date]++;
    }

    /// <summary>The sum over dates after the as-of date, where those stand on which nothing ever happens.</summary>
    private int UpTo(int[] byDate, int at, int date)
    {
        var sum = 0;
        for (var d = 1; d <= date; d++)
            sum += byDate[(at * dates) + d];
        return sum;
    }

    private sealed record Part(int[] Predictions, int[] Conditions, int[] Occurrences, int[] Exits, int[] DownRounds);
}
