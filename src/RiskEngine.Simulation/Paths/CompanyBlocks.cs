using RiskEngine.Numerics.Kernels;
using RiskEngine.Simulation.Parameters;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Sampling;

namespace RiskEngine.Simulation.Paths;

/// <summary>The private companies of one block of paths: their exits and down rounds.</summary>
internal sealed class CompanyBlocks
{
    // A stake that is lost keeps this part of its mark, so that logarithms stay finite.
    private const double LeastMultiple = 1e-9;

    private readonly CasePlan plan;
    private readonly DrawBlock draws;
    private readonly CaseDraws places;
    private readonly double[][] exitsLeft;
    private readonly double[][] downRoundsLeft;
    private readonly short[][] downRounds;
    private readonly short[][] exitDates;
    private readonly short[][] downRoundDates;
    private readonly int[] occurred;
    private readonly List<int> downNow;

    public CompanyBlocks(CasePlan plan, DrawBlock draws, CaseDraws places, int paths)
    {
        this.plan = plan;
        this.draws = draws;
        this.places = places;
        exitsLeft = [.. plan.Companies.Select(_ => new double[paths])];
        downRoundsLeft = [.. plan.Companies.Select(_ => new double[paths])];
        downRounds = [.. plan.Companies.Select(_ => new short[paths])];
        exitDates = [.. plan.Companies.Select(_ => new short[paths])];
        downRoundDates = [.. plan.Companies.Select(_ => new short[paths])];
        occurred = new int[paths];
        downNow = new List<int>(paths);
    }

    /// <summary>How many companies there are.</summary>
    public int Count => exitDates.Length;

    /// <summary>Date index of a company's exit on every path; 0 while it is private.</summary>
    public ReadOnlySpan<short> ExitDates(int company) => exitDates[company];

    /// <summary>Date index of a company's first down round on every path; 0 when there was none.</summary>
    public ReadOnlySpan<short> DownRoundDates(int company) => downRoundDates[company];

    /// <summary>Makes all companies private again.</summary>
    public void Start()
    {
        for (var c = 0; c < plan.Companies.Length; c++)
        {
            draws.Once(places.Exits[c]).CopyTo(exitsLeft[c]);
            draws.Once(places.DownRounds[c]).CopyTo(downRoundsLeft[c]);
            Array.Clear(downRounds[c]);
            Array.Clear(exitDates[c]);
            Array.Clear(downRoundDates[c]);
        }
    }

    /// <summary>Draws this step's exits and down rounds. An exit in the same step comes before a down round.</summary>
    public void Step(int step, InstrumentBlocks instruments)
    {
        downNow.Clear();
        for (var c = 0; c < plan.Companies.Length; c++)
        {
            if (plan.Companies[c].ExitRate > 0)
                DrawExits(c, step, instruments);
            if (plan.Companies[c].DownRound is { Rate: > 0 } down)
                DrawDownRounds(c, down, step, instruments);
        }
    }

    /// <summary>Ends a company on one path by an outside event; nothing happens where it is no longer private.</summary>
    public void Exit(int company, int path, int step, CompanyState state, double multiple, InstrumentBlocks instruments)
    {
        if (instruments.Companies[company][path] != CompanyState.Private)
            return;
        instruments.Move(plan.Companies[company].Instrument, path, Math.Log(Math.Max(multiple, LeastMultiple)));
        instruments.End(company, path, state);
        exitDates[company][path] = (short)(step + 1);
    }

    /// <summary>Marks the paths on which a company has just ended or been marked down.</summary>
    public void MarkJumps(int date, Span<bool> jumped)
    {
        foreach (var dates in exitDates)
        {
            for (var k = 0; k < dates.Length; k++)
                jumped[k] |= dates[k] == date;
        }

        foreach (var path in downNow)
            jumped[path] = true;
    }

    private void DrawExits(int c, int step, InstrumentBlocks instruments)
    {
        var company = plan.Companies[c];
        foreach (var path in occurred.AsSpan(0, CrossingKernel.Lower(exitsLeft[c], company.ExitRate * plan.Grid.StepYears(step), occurred)))
        {
            exitsLeft[c][path] = double.PositiveInfinity;
            if (instruments.Companies[c][path] != CompanyState.Private)
                continue;
            var exit = company.RouteAt(draws.Once(places.Routes[c])[path]);
            Exit(c, path, step, exit.State, exit.Multiple.At(draws.Once(places.Multiples[c])[path]), instruments);
        }
    }

    private void DrawDownRounds(int c, ExitPlan down, int step, InstrumentBlocks instruments)
    {
        var company = plan.Companies[c];
        foreach (var path in occurred.AsSpan(0, CrossingKernel.Lower(downRoundsLeft[c], down.Rate * plan.Grid.StepYears(step), occurred)))
        {
            // No company becomes private again: what would come after its exit is not drawn.
            if (instruments.Companies[c][path] != CompanyState.Private)
            {
                downRoundsLeft[c][path] = double.PositiveInfinity;
                continue;
            }

            var count = (uint)++downRounds[c][path];
            downRoundsLeft[c][path] = ParameterQuantile.Hazard.At(draws.Later(company.DownRoundDraws, path, count));
            if (downRoundDates[c][path] == 0)
                downRoundDates[c][path] = (short)(step + 1);
            var multiple = down.Multiple.At(draws.Later(company.DownMultipleDraws, path, count));
            instruments.Move(company.Instrument, path, Math.Log(Math.Max(multiple, LeastMultiple)));
            downNow.Add(path);
        }
    }
}
