using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Measuring.Attribution;

/// <summary>The outcomes of the base case as attribution reads them: the paths of which instruments and factors were kept.</summary>
internal sealed class BaseColumns
{
    private readonly CaseOutcomes outcomes;
    private readonly Instrument[] companies;

    public BaseColumns(Scenario scenario, Planner planner, CaseOutcomes outcomes)
    {
        this.outcomes = outcomes;
        Scenario = scenario;
        Planner = planner;
        Model = scenario.Base.Model;
        Paths = Math.Min(outcomes.Paths, OutcomeSelection.ColumnPaths);
        Variants = Model.Variants;
        companies = [.. Model.Instruments.Where(i => i.Kind == InstrumentKind.Private)];
        HorizonDates = [.. scenario.Horizons.Select(h => planner.Grid.IndexOf(h.Date))];
    }

    public Scenario Scenario { get; }

    public Planner Planner { get; }

    public Model Model { get; }

    public CaseOutcomes Outcomes => outcomes;

    /// <summary>Number of paths.</summary>
    public int Paths { get; }

    /// <summary>The headline horizon.</summary>
    public HorizonIndex Headline => Scenario.HeadlineHorizonIndex;

    /// <summary>Date index of each horizon.</summary>
    public int[] HorizonDates { get; }

    /// <summary>The variants of every portfolio.</summary>
    public VariantSet Variants { get; }

    /// <summary>The recommendations that trade.</summary>
    public IReadOnlyList<Recommendation> Traded => Variants.Traded;

    /// <summary>Profits of a variant.</summary>
    public ReadOnlySpan<float> Profits(PortfolioIndex portfolio, VariantIndex variant, HorizonIndex horizon) =>
        outcomes.Cube.Profits(portfolio, variant, horizon).AsSpan(0, Paths);

    /// <summary>What a recommendation adds to the profit, followed alone; gains of overlays add.</summary>
    public float[] Gain(PortfolioIndex portfolio, int recommendation, HorizonIndex horizon)
    {
        var held = Profits(portfolio, VariantSet.AsHeld, horizon);
        var with = Profits(portfolio, Variants.Only(recommendation), horizon);
        var gain = new float[Paths];
        for (var k = 0; k < gain.Length; k++)
            gain[k] = with[k] - held[k];
        return gain;
    }

    /// <summary>
    /// What a position adds to the profit: its weight times its own profit; what is owed has grown by what owing it costs.
    /// </summary>
    public float[] Position(PortfolioIndex portfolio, int position, HorizonIndex horizon)
    {
        var held = Model.Portfolios[portfolio.Value];
        var values = Instrument(held.Positions[position], horizon);
        var weight = held.Weight(held.Positions[position]);
        var cost = weight < 0 ? Model.Instruments[IndexOf(held.Positions[position].Instrument)].BorrowCost ?? 0 : 0;
        var grown = Math.Exp(cost * Scenario.Horizons[horizon.Value].Years);
        var column = new float[Paths];
        for (var k = 0; k < column.Length; k++)
            column[k] = (float)(weight * (values[k] * grown - 1.0));
        return column;
    }

    /// <summary>Values of what a position holds, 1 at the start.</summary>
    public ReadOnlySpan<float> Instrument(Position position, HorizonIndex horizon) =>
        outcomes.Instruments[IndexOf(position.Instrument), horizon].AsSpan(0, Paths);

    /// <summary>Index of an instrument.</summary>
    public int IndexOf(Abstractions.Identity.Id<Instrument> id)
    {
        for (var i = 0; i < Model.Instruments.Count; i++)
        {
            if (Model.Instruments[i].Id == id)
                return i;
        }

        throw new ArgumentException($"Expected an instrument of the model, found '{id}'.", nameof(id));
    }

    /// <summary>A factor on the scale it moves by: its value, or the logarithm of it.</summary>
    public float[] Factor(int factor, HorizonIndex horizon)
    {
        var values = outcomes.Factors[factor, horizon];
        // a float may have run down to zero
        return IsLog(factor) ? Array.ConvertAll(values, v => (float)Math.Log(Math.Max(v, float.Epsilon))) : values;
    }

    /// <summary>Whether a factor moves by percentages.</summary>
    public bool IsLog(int factor) => Planner.ScaleOf(Model.Factors[factor]) == FactorScale.Log;

    /// <summary>On which paths something has occurred by a horizon.</summary>
    public bool[] Occurred(Occurrence occurrence, HorizonIndex horizon)
    {
        var (dates, last) = (Dates(occurrence), HorizonDates[horizon.Value]);
        var occurred = new bool[Paths];
        for (var k = 0; k < occurred.Length; k++)
            occurred[k] = dates[k] > 0 && dates[k] <= last;
        if (occurrence.Kind is OccurrenceKind.Risk or OccurrenceKind.Deal or OccurrenceKind.DownRound)
            return occurred;
        var states = outcomes.CompanyStates[occurrence.At];
        for (var k = 0; k < occurred.Length; k++)
            occurred[k] &= states[k] == occurrence.State;
        return occurred;
    }

    /// <summary>Date index of an occurrence on a path; 0 when it never occurs.</summary>
    public int Date(Occurrence occurrence, int path) =>
        occurrence.Kind is OccurrenceKind.Listing or OccurrenceKind.Sale or OccurrenceKind.Failure
        && outcomes.CompanyStates[occurrence.At][path] != occurrence.State
            ? 0
            : Dates(occurrence)[path];

    /// <summary>Date indices by path, of an exit whatever it was; 0 where there is none.</summary>
    private short[] Dates(Occurrence occurrence) =>
        occurrence.Kind switch
        {
            OccurrenceKind.Risk or OccurrenceKind.Deal => outcomes.FirstOccurrences[occurrence.At],
            OccurrenceKind.DownRound => outcomes.DownRoundDates[occurrence.At],
            _ => outcomes.ExitDates[occurrence.At],
        };

    /// <summary>All that can occur: events, then the private companies' ends and down rounds.</summary>
    public IReadOnlyList<Occurrence> Occurrences()
    {
        var risks = Model.Risks.Count;
        IEnumerable<Occurrence> events = Model.Events.Select(
            (e, at) => new Occurrence(at < risks ? OccurrenceKind.Risk : OccurrenceKind.Deal, at, e.Id.Value, e.Name, default)
        );
        var ends = companies.SelectMany(
            (c, at) =>
                new Occurrence[]
                {
                    new(OccurrenceKind.Listing, at, c.Id.Value, c.Name, CompanyState.Listed),
                    new(OccurrenceKind.Sale, at, c.Id.Value, c.Name, CompanyState.Sold),
                    new(OccurrenceKind.DownRound, at, c.Id.Value, c.Name, default),
                    new(OccurrenceKind.Failure, at, c.Id.Value, c.Name, CompanyState.Failed),
                }
        );
        return [.. events, .. ends];
    }
}

/// <summary>Something that can occur on a path.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="At">Index of the event or company.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">The state that a company ends in.</param>
internal sealed record Occurrence(OccurrenceKind Kind, int At, string Id, Abstractions.Identity.LocalText Name, CompanyState State);
