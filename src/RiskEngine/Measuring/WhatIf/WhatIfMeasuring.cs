using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Measuring.Attribution;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Measuring.WhatIf;

/// <summary>Takes some paths of the base case out of its outcomes, for figures under changed settings.</summary>
internal sealed class WhatIfMeasuring
{
    /// <summary>Paths at most: enough for a tail of 400, few enough for a page that is sent by mail.</summary>
    public const int MostPaths = 8000;

    // What the paths take at most, in the form in which a page keeps them: two bytes a number, one a date, one bit a truth. As text that is a
    // third more; the shipped scenario's page stays below 3 MB, with 4,000 paths.
    private const int MostBytes = 400_000;

    private readonly BaseColumns columns;
    private readonly int[] chosen;
    private readonly int last;
    private readonly Instrument[] held;

    private WhatIfMeasuring(BaseColumns columns)
    {
        this.columns = columns;
        last = columns.HorizonDates[columns.Headline.Value];
        var ids = columns.Model.Portfolios.SelectMany(p => p.Positions).Select(p => p.Instrument).ToHashSet();
        held = [.. columns.Model.Instruments.Where(i => ids.Contains(i.Id))];
        var count = (int)Math.Min(Math.Min(columns.Paths, MostPaths), MostBytes / BytesOfPath());

        // Evenly spread, so that each replicate of Sobol's points has its part.
        chosen = [.. Enumerable.Range(0, count).Select(k => (int)((long)k * columns.Paths / count))];
    }

    /// <summary>Some paths of the base case.</summary>
    public static WhatIfResult Of(BaseColumns columns) => new WhatIfMeasuring(columns).Result();

    private WhatIfResult Result()
    {
        var model = columns.Model;
        var factors = model
            .Factors.Where(f => held.Any(i => model.ExposuresOf(i).Any(e => e.Factor == f.Id)))
            .Select(f => new WhatIfFactor(f, columns.Planner.ExpectedMove(f, columns.Scenario.HeadlineHorizon.Date)))
            .Where(f => f.Move != 0)
            .ToArray();
        return new WhatIfResult
        {
            Horizon = columns.Scenario.HeadlineHorizon,
            Paths = chosen.Length,
            RunPaths = columns.Scenario.Simulation.Paths,
            Years = [.. columns.Planner.Grid.Years.Take(last + 1)],
            Events = Events(),
            Predictions = [.. model.Predictions.Select(p => new WhatIfPrediction(p, Of<bool>(PredictionColumns.Of(columns, p))))],
            Factors = factors,
            Instruments = [.. held.Select(i => Of(i, factors))],
            Recommendations = columns.Traded,
            Portfolios = [.. model.Portfolios.Select(Of)],
        };
    }

    private int BytesOfPath()
    {
        var model = columns.Model;
        return (sizeof(short) * (held.Length + (model.Portfolios.Count * columns.Traded.Count)))
            + model.Events.Sum(e => e.Recurs ? sizeof(ulong) : 1)
            + (model.Predictions.Count() / 8)
            + 1;
    }

    private T[] Of<T>(ReadOnlySpan<T> column)
    {
        var some = new T[chosen.Length];
        for (var k = 0; k < some.Length; k++)
            some[k] = column[chosen[k]];
        return some;
    }

    private WhatIfInstrument Of(Instrument instrument, WhatIfFactor[] factors)
    {
        var exposures = columns.Model.ExposuresOf(instrument);
        return new(
            instrument,
            Of<float>(columns.Outcomes.Instruments[columns.IndexOf(instrument.Id), columns.Headline]),
            [.. factors.Select(f => exposures.FirstOrDefault(e => e.Factor == f.Factor.Id)?.Size ?? 0)],
            instrument.Pricing is null && instrument.Kind != InstrumentKind.Private
        );
    }

    private WhatIfPortfolio Of(Portfolio portfolio, int at)
    {
        var years = columns.Scenario.HeadlineHorizon.Years;
        return new(
            portfolio,
            [
                .. portfolio.Positions.Select(position =>
                {
                    var instrument = Array.FindIndex(held, i => i.Id == position.Instrument);
                    var weight = portfolio.Weight(position);
                    return (instrument, weight, weight < 0 ? Math.Exp((held[instrument].BorrowCost ?? 0) * years) : 1);
                }),
            ],
            [.. Enumerable.Range(0, columns.Traded.Count).Select(r => Of<float>(columns.Gain(new PortfolioIndex(at), r, columns.Headline)))]
        );
    }

    /// <summary>The risks, and what triggers one of them.</summary>
    private IReadOnlyList<WhatIfEvent> Events()
    {
        var model = columns.Model;
        var risks = model.Risks.Select(r => r.Id).ToHashSet();
        var excited = model.Events.SelectMany(e => e.Excites).Select(x => x.Event).ToHashSet();
        return
        [
            .. model
                .Events.Select((e, at) => (Event: e, At: at))
                .Where(e => risks.Contains(e.Event.Id) || e.Event.Triggers.Any(t => risks.Contains(t.Event)))
                .Select(e => new WhatIfEvent(
                    e.Event,
                    LimitOf(e.Event, risks, excited),
                    [.. columns.Planner.HazardOf(e.Event).Take(last)],
                    e.Event.Recurs ? [] : Of<byte>(StepsOf(e.At)),
                    e.Event.Recurs ? Of<ulong>(columns.Outcomes.OccurrenceSteps[e.At]) : []
                )),
        ];
    }

    private WhatIfLimit LimitOf(RiskEvent e, HashSet<Id<RiskEvent>> risks, HashSet<Id<RiskEvent>> excited)
    {
        if (!risks.Contains(e.Id) || e.Excites.Count > 0 || excited.Contains(e.Id))
            return WhatIfLimit.NotCovered;
        if (e.Probability is 0 or 1)
            return WhatIfLimit.Certain;
        var sources = columns.Model.Events.Where(s => s.Triggers.Any(t => t.Event == e.Id)).Append(e).ToArray();
        return last > byte.MaxValue || (last > CaseOutcomes.OccurrenceStepCount && sources.Any(s => s.Recurs))
            ? WhatIfLimit.TooManySteps
            : WhatIfLimit.None;
    }

    /// <summary>Date indices are steps counted from 1; what comes after the horizon has not come.</summary>
    private byte[] StepsOf(int e)
    {
        var dates = columns.Outcomes.FirstOccurrences[e];
        var steps = new byte[columns.Paths];
        for (var k = 0; k < steps.Length; k++)
            steps[k] = dates[k] <= Math.Min(last, byte.MaxValue) ? (byte)dates[k] : (byte)0;
        return steps;
    }
}
