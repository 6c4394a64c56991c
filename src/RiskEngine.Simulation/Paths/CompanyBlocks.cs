using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>The private companies of one block of paths: their exits and down rounds.</summary>
internal sealed class CompanyBlocks
{
    // A stake that is lost keeps this part of its mark, so that logarithms stay finite.
    private const double LeastMultiple = 1e-9;
    private const double TwoToMinus32 = 1.0 / 4294967296.0;

    private readonly WorldPlan plan;
    private readonly int paths;
    private readonly short[][] exitDates;
    private readonly short[][] downRoundDates;
    private readonly uint[] words;

    public CompanyBlocks(WorldPlan plan, int paths)
    {
        this.plan = plan;
        this.paths = paths;
        exitDates = [.. plan.Companies.Select(_ => new short[paths])];
        downRoundDates = [.. plan.Companies.Select(_ => new short[paths])];
        words = new uint[paths];
    }

    /// <summary>Date index of a company's exit on every path; 0 while it is private.</summary>
    public ReadOnlySpan<short> ExitDates(int company) => exitDates[company];

    /// <summary>Date index of a company's first down round on every path; 0 when there was none.</summary>
    public ReadOnlySpan<short> DownRoundDates(int company) => downRoundDates[company];

    /// <summary>Makes all companies private again.</summary>
    public void Start()
    {
        foreach (var dates in exitDates) Array.Clear(dates);
        foreach (var dates in downRoundDates) Array.Clear(dates);
    }

    /// <summary>Draws this step's exits and down rounds. An exit in the same step comes before a down round.</summary>
    public void Step(int step, long firstPath, InstrumentBlocks instruments)
    {
        for (var c = 0; c < plan.Companies.Length; c++)
        {
            DrawExits(c, step, firstPath, instruments);
            DrawDownRounds(c, step, firstPath, instruments);
        }
    }

    /// <summary>Ends a company on one path by an outside event; nothing happens where it is no longer private.</summary>
    public void Exit(int company, int path, int step, CompanyState state, double multiple, InstrumentBlocks instruments)
    {
        if (instruments.Companies[company][path] != CompanyState.Private) return;
        instruments.Move(plan.Companies[company].Instrument, path, Math.Log(Math.Max(multiple, LeastMultiple)));
        instruments.Companies[company][path] = state;
        exitDates[company][path] = (short)(step + 1);
    }

    private void DrawExits(int c, int step, long firstPath, InstrumentBlocks instruments)
    {
        var company = plan.Companies[c];
        var rate = company.Exits.Sum(e => e.Rate);
        if (rate <= 0) return;
        var probability = 1 - Math.Exp(-rate * plan.Grid.StepYears(step));
        company.ExitDraws.FillWords(firstPath, plan.DrawCounters[step], words);
        var bound = (ulong)(probability / TwoToMinus32) + 1;
        for (var i = 0; i < paths; i++)
        {
            if (words[i] > bound) continue;
            var u = (words[i] + 0.5) * TwoToMinus32;
            if (u >= probability || instruments.Companies[c][i] != CompanyState.Private) continue;
            var exit = Route(company.Exits, u / probability * rate);
            Exit(c, i, step, exit.State, exit.Multiple.At(company.MultipleDraws.Uniform(firstPath + i, plan.DrawCounters[step])), instruments);
        }
    }

    private void DrawDownRounds(int c, int step, long firstPath, InstrumentBlocks instruments)
    {
        var company = plan.Companies[c];
        if (company.DownRound is not { Rate: > 0 } down) return;
        var probability = 1 - Math.Exp(-down.Rate * plan.Grid.StepYears(step));
        company.DownRoundDraws.FillWords(firstPath, plan.DrawCounters[step], words);
        var bound = (ulong)(probability / TwoToMinus32) + 1;
        for (var i = 0; i < paths; i++)
        {
            if (words[i] > bound || (words[i] + 0.5) * TwoToMinus32 >= probability || instruments.Companies[c][i] != CompanyState.Private) continue;
            if (downRoundDates[c][i] == 0) downRoundDates[c][i] = (short)(step + 1);
            var multiple = down.Multiple.At(company.DownMultipleDraws.Uniform(firstPath + i, plan.DrawCounters[step]));
            instruments.Move(company.Instrument, i, Math.Log(Math.Max(multiple, LeastMultiple)));
        }
    }

    /// <summary>The route in whose share of the total rate the draw falls.</summary>
    private static ExitPlan Route(ExitPlan[] exits, double draw)
    {
        foreach (var exit in exits)
        {
            if (draw < exit.Rate) return exit;
            draw -= exit.Rate;
        }

        return exits[^1];
    }
}
