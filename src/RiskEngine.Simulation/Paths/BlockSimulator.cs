using System.Numerics.Tensors;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Sampling;

namespace RiskEngine.Simulation.Paths;

/// <summary>
/// Simulates one case block by block. Owns the memory of one block, so that nothing is allocated while paths are simulated; one thread
/// uses one simulator at a time.
/// </summary>
internal sealed class BlockSimulator
{
    private const int BlockPaths = PathBlock.Size;

    private readonly CasePlan plan;
    private readonly CaseOutcomes outcomes;
    private readonly DrawBlock draws;
    private readonly PathBlock block;
    private readonly bool valuesPortfolios;
    private readonly bool valuesAllDates;
    private readonly int steps;
    private readonly FactorBlocks factors;
    private readonly EventBlocks events;
    private readonly RegimeBlocks regimes;
    private readonly CompanyBlocks companies;
    private readonly InstrumentBlocks instruments;
    private readonly PricedBlocks priced;
    private readonly PortfolioBlocks portfolios;
    private readonly OverlayBlocks overlays;
    private readonly VariantBlocks variants;
    private readonly MarginBlocks margins;
    private readonly double[] numerator = new double[BlockPaths];
    private readonly double[] denominator = new double[BlockPaths];
    private readonly bool[][] holds;
    private readonly bool[] jumped = new bool[BlockPaths];

    public BlockSimulator(
        CasePlan plan,
        CaseOutcomes outcomes,
        DrawBlock draws,
        CaseDraws places,
        IValueFollower follower,
        StepDeviations? deviations
    )
    {
        this.plan = plan;
        this.outcomes = outcomes;
        this.draws = draws;
        block = draws.Block;
        valuesPortfolios = outcomes.Cube.VariantCount > 0;

        // A pricer may carry something from date to date, as drawdowns do; profits look at few dates.
        valuesAllDates =
            plan.Priced.Length > 0 || outcomes.PortfolioFans.AreKept || outcomes.Cube.HasDrawdowns || outcomes.MarginCalls.Count > 0;
        steps = StepsOf(plan, outcomes);
        factors = new FactorBlocks(plan, draws, places, BlockPaths);
        events = new EventBlocks(plan, draws, places, BlockPaths);
        regimes = new RegimeBlocks(plan, draws, BlockPaths);
        companies = new CompanyBlocks(plan, draws, places, BlockPaths);
        var needed = Needed(plan, outcomes);
        instruments = new InstrumentBlocks(plan, draws, places, BlockPaths, needed);
        priced = new PricedBlocks(plan, BlockPaths, needed);
        portfolios = new PortfolioBlocks(plan, BlockPaths);
        overlays = new OverlayBlocks(plan, BlockPaths);
        variants = new VariantBlocks(plan, outcomes, follower, BlockPaths);
        margins = new MarginBlocks(plan, outcomes, deviations, follower, BlockPaths);
        holds = [.. outcomes.Conditions.Select(_ => new bool[BlockPaths])];
    }

    /// <summary>How many steps a case's paths take.</summary>
    public static int StepsOf(CasePlan plan, CaseOutcomes outcomes) => outcomes.ReachesEnd ? plan.Grid.StepCount : plan.LastHorizonDate;

    /// <summary>Which instruments anybody looks at: what is held or traded, or all.</summary>
    public static bool[] Needed(CasePlan plan, CaseOutcomes outcomes)
    {
        var needed = new bool[plan.Instruments.Length];
        if (outcomes.Instruments.Count > 0)
            Array.Fill(needed, true);
        if (outcomes.Cube.VariantCount > 0)
        {
            foreach (var instrument in plan.Portfolios.SelectMany(p => p.Instruments))
                needed[instrument] = true;
            foreach (var leg in plan.Overlays.SelectMany(o => o.Legs))
                needed[leg.Instrument] = true;
        }

        PricedBlocks.Require(plan, needed);
        return needed;
    }

    /// <summary>Simulates the block of the draws and writes its outcomes.</summary>
    public void Run()
    {
        draws.Reach(0);
        factors.Start();
        events.Start();
        regimes.Start();
        companies.Start();
        instruments.Start();
        priced.Start(factors, instruments);
        overlays.Start();
        variants.Start();
        margins.Start();
        SettlePortfolios(0);
        RecordFactors(0);
        RecordResolved(0);
        for (var step = 0; step < steps; step++)
        {
            var date = step + 1;
            var isValued = date <= plan.LastHorizonDate && IsValued(date);
            Step(step, isValued);
            if (isValued)
                SettlePortfolios(date);
            RecordFactors(date);
            RecordResolved(date);
        }

        RecordEnd();
    }

    /// <summary>Whether values of a date are looked at: they are recorded, or something is traded at them.</summary>
    private bool IsValued(int date) => IsRecorded(date) || (valuesPortfolios && overlays.Trades(date));

    private bool IsRecorded(int date) => valuesAllDates || Array.IndexOf(plan.HorizonDates, date) >= 0;

    private void Step(int step, bool isValued)
    {
        var prices = step < plan.LastHorizonDate;
        draws.Reach(step + 1);
        factors.Draw(step);
        Shape(step, prices);
        factors.Step(step);
        events.Occurrence(step, factors, prices);
        factors.Settle();
        events.Hit(step, instruments, companies, prices);
        companies.Step(step, instruments);
        if (!prices)
            return;
        instruments.Settle(step + 1, factors, isValued);
        if (isValued)
            priced.Settle(step + 1, factors, instruments);
    }

    /// <summary>
    /// From correlated normals to the step's shocks: correlations first, for the copula wants normals of deviation one; volatilities last.
    /// </summary>
    private void Shape(int step, bool prices)
    {
        events.ShapeCorrelations(step, factors);
        regimes.ShapeCorrelations(step, factors);
        factors.Couple(step);
        events.ShapeVolatilities(factors);
        regimes.ShapeVolatilities(factors);
        regimes.Drift(step, factors);
        if (!prices)
            return;
        events.TakeOutConvexity(step, instruments);
        regimes.TakeOutConvexity(step, instruments);
    }

    private void SettlePortfolios(int date)
    {
        RecordHorizon(Array.IndexOf(plan.HorizonDates, date));
        if (!valuesPortfolios)
            return;
        portfolios.Settle(date, instruments);
        overlays.Trade(date, instruments, portfolios);
        if (!IsRecorded(date))
            return;
        overlays.Settle(date, instruments, portfolios);
        Array.Clear(jumped);
        if (date > 0)
        {
            events.MarkJumps(jumped);
            companies.MarkJumps(date, jumped);
        }

        variants.Settle(date, jumped, portfolios, overlays);
        variants.Record(date, block);
        margins.Settle(date, jumped, instruments);
        margins.Record(date, block);
    }

    private void RecordHorizon(int horizon)
    {
        if (horizon < 0)
            return;
        for (var i = 0; i < outcomes.Instruments.Count; i++)
            block.Write(instruments.Values(i), outcomes.Instruments[i, new HorizonIndex(horizon)]);
        for (var f = 0; f < outcomes.Factors.Count; f++)
        {
            factors.Values(f, numerator);
            block.Write(numerator, outcomes.Factors[f, new HorizonIndex(horizon)]);
        }
    }

    private void RecordFactors(int date)
    {
        var at = outcomes.FanAt(date);
        if (at < 0 || block.RowOf(0) >= outcomes.FanPaths)
            return;
        for (var f = 0; f < plan.Factors.Length; f++)
        {
            factors.Values(f, numerator);
            block.Write(numerator, outcomes.FactorFans[f, at]);
        }
    }

    private void RecordResolved(int date)
    {
        for (var i = 0; i < outcomes.Indicators.Length; i++)
        {
            if (plan.Indicators[i].Date != date)
                continue;
            factors.Values(plan.Indicators[i].Factor, numerator);
            block.Write(numerator, outcomes.Indicators[i]);
        }

        for (var c = 0; c < outcomes.Conditions.Length; c++)
        {
            if (plan.Conditions[c].Date != date)
                continue;
            Judge(plan.Conditions[c], holds[c]);
            block.Write<bool>(holds[c], outcomes.Conditions[c]);
        }
    }

    private void Judge(ConditionPlan condition, Span<bool> holds)
    {
        if (condition.Factor < 0)
        {
            for (var k = 0; k < holds.Length; k++)
            {
                var listed = 0;
                foreach (var c in condition.Companies)
                    listed += instruments.Companies[c][k] == CompanyState.Listed ? 1 : 0;
                holds[k] = listed >= condition.Level;
            }

            return;
        }

        factors.Values(condition.Factor, numerator);
        if (condition.Denominator >= 0)
        {
            factors.Values(condition.Denominator, denominator);
            TensorPrimitives.Divide(numerator, denominator, numerator);
        }

        for (var k = 0; k < holds.Length; k++)
        {
            holds[k] = condition.Side == Side.Above ? numerator[k] > condition.Level : numerator[k] < condition.Level;
        }
    }

    private void RecordEnd()
    {
        for (var f = 0; f < outcomes.FactorsNotFinite.Length; f++)
        {
            // A factor that left the range of numbers does not come back, so its last value tells.
            factors.Values(f, numerator);
            if (!TensorPrimitives.IsFiniteAll<double>(numerator.AsSpan(0, block.Count)))
                Interlocked.Increment(ref outcomes.FactorsNotFinite[f]);
        }

        for (var e = 0; e < outcomes.FirstOccurrences.Length; e++)
            block.Write(events.FirstOccurrences(e), outcomes.FirstOccurrences[e]);
        for (var e = 0; e < outcomes.OccurrenceSteps.Length; e++)
        {
            if (outcomes.OccurrenceSteps[e].Length > 0)
                block.Write(events.Steps[e], outcomes.OccurrenceSteps[e]);
        }

        for (var c = 0; c < outcomes.CompanyStates.Length; c++)
        {
            block.Write<CompanyState>(instruments.Companies[c], outcomes.CompanyStates[c]);
            block.Write(companies.ExitDates(c), outcomes.ExitDates[c]);
            block.Write(companies.DownRoundDates(c), outcomes.DownRoundDates[c]);
        }

        outcomes.Occurred?.Note(block, events, companies);
        outcomes.Counts?.Add(block, holds, events, companies, instruments);
    }
}
