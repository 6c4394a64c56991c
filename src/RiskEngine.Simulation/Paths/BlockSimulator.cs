using System.Numerics.Tensors;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>
/// Simulates one world block by block. Owns the memory of one block, so that nothing is allocated while paths are simulated; one thread
/// uses one simulator at a time.
/// </summary>
internal sealed class BlockSimulator
{
    /// <summary>Paths in a block: small enough for the block's state to stay in a core's cache, a multiple of the random streams' groups.</summary>
    public const int BlockPaths = 256;

    private readonly WorldPlan plan;
    private readonly WorldOutcomes outcomes;
    private readonly bool valuesPortfolios;
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
    private readonly double[] numerator = new double[BlockPaths];
    private readonly double[] denominator = new double[BlockPaths];

    public BlockSimulator(WorldPlan plan, WorldOutcomes outcomes)
    {
        this.plan = plan;
        this.outcomes = outcomes;
        var variantCount = outcomes.Profits.Length == 0 ? 0 : outcomes.Profits[0].Length;
        valuesPortfolios = variantCount > 0;

        steps = outcomes.ReachesEnd ? plan.Grid.StepCount : plan.LastHorizonDate;
        factors = new FactorBlocks(plan, BlockPaths);
        events = new EventBlocks(plan, BlockPaths);
        regimes = new RegimeBlocks(plan, BlockPaths);
        companies = new CompanyBlocks(plan, BlockPaths);
        var needed = Needed(plan, valuesPortfolios, outcomes.Instruments.Length > 0);
        instruments = new InstrumentBlocks(plan, BlockPaths, needed);
        priced = new PricedBlocks(plan, BlockPaths, needed);
        portfolios = new PortfolioBlocks(plan, BlockPaths);
        overlays = new OverlayBlocks(plan, BlockPaths);
        variants = new VariantBlocks(plan, BlockPaths, variantCount);
    }

    /// <summary>Simulates the block that starts at <paramref name="firstPath"/> and writes its outcomes.</summary>
    public void Run(long firstPath)
    {
        var count = (int)Math.Min(BlockPaths, outcomes.Paths - firstPath);
        factors.Start(firstPath);
        events.Start();
        regimes.Start();
        companies.Start();
        instruments.Start();
        priced.Start(factors, instruments);
        overlays.Start();
        variants.Start();
        SettlePortfolios(0, firstPath, count);
        RecordFactors(0, firstPath, count);
        RecordSettled(0, firstPath, count);
        for (var step = 0; step < steps; step++)
        {
            Step(step, firstPath);
            var date = step + 1;
            if (date <= plan.LastHorizonDate) SettlePortfolios(date, firstPath, count);
            RecordFactors(date, firstPath, count);
            RecordSettled(date, firstPath, count);
        }

        RecordEnd(firstPath, count);
    }

    private void Step(int step, long firstPath)
    {
        factors.Draw(step, firstPath);
        Shape(step, firstPath);
        factors.Step(step, firstPath);
        events.Strike(step, firstPath, factors);
        factors.Settle(step);
        var prices = step < plan.LastHorizonDate;
        if (prices) instruments.Diffuse(step, firstPath, factors);
        events.Hit(step, firstPath, instruments, companies);
        companies.Step(step, firstPath, instruments);
        if (!prices) return;
        instruments.Settle();
        priced.Settle(step + 1, factors, instruments);
    }

    /// <summary>From correlated normals to the step's shocks: correlations first, for the copula wants normals of deviation one; volatilities last.</summary>
    private void Shape(int step, long firstPath)
    {
        events.ShapeCorrelations(step, firstPath, factors);
        regimes.ShapeCorrelations(step, firstPath, factors);
        factors.Couple(step, firstPath);
        events.ShapeVolatilities(factors);
        regimes.ShapeVolatilities(factors);
        regimes.Drift(step, factors);
        if (step >= plan.LastHorizonDate) return;
        events.TakeOutConvexity(step, instruments);
        regimes.TakeOutConvexity(step, instruments);
    }

    private void SettlePortfolios(int date, long firstPath, int count)
    {
        RecordHorizon(Array.IndexOf(plan.HorizonDates, date), firstPath, count);
        if (!valuesPortfolios) return;
        portfolios.Settle(instruments);
        overlays.Trade(date, instruments, portfolios);
        overlays.Settle(date, instruments, portfolios);
        variants.Settle(portfolios, overlays);
        variants.Record(outcomes, date, firstPath, count);
    }

    private void RecordHorizon(int horizon, long firstPath, int count)
    {
        if (horizon < 0 || firstPath >= Wanted.ColumnPaths) return;
        count = (int)Math.Min(count, Wanted.ColumnPaths - firstPath);
        for (var i = 0; i < outcomes.Instruments.Length; i++) Copy(instruments.Values(i), outcomes.Instruments[i][horizon], firstPath, count);
        for (var f = 0; f < outcomes.Factors.Length; f++)
        {
            factors.Values(f, numerator);
            Copy(numerator, outcomes.Factors[f][horizon], firstPath, count);
        }
    }

    private void RecordFactors(int date, long firstPath, int count)
    {
        var at = outcomes.FanAt(date);
        if (at < 0) return;
        for (var f = 0; f < plan.Factors.Length; f++)
        {
            var column = outcomes.FactorFans[f][at];
            if (firstPath >= column.Length) return;
            factors.Values(f, numerator);
            Copy(numerator, column, firstPath, (int)Math.Min(count, column.Length - firstPath));
        }
    }

    private void RecordSettled(int date, long firstPath, int count)
    {
        for (var i = 0; i < outcomes.Indicators.Length; i++)
        {
            if (plan.Indicators[i].Date != date) continue;
            factors.Values(plan.Indicators[i].Factor, numerator);
            Copy(numerator, outcomes.Indicators[i], firstPath, count);
        }

        for (var c = 0; c < outcomes.Conditions.Length; c++)
        {
            if (plan.Conditions[c].Date == date) Judge(plan.Conditions[c], outcomes.Conditions[c].AsSpan((int)firstPath, count));
        }
    }

    private void Judge(ConditionPlan condition, Span<bool> holds)
    {
        if (condition.Factor < 0)
        {
            for (var k = 0; k < holds.Length; k++)
            {
                var listed = 0;
                foreach (var c in condition.Companies) listed += instruments.Companies[c][k] == CompanyState.Listed ? 1 : 0;
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

    private void RecordEnd(long firstPath, int count)
    {
        for (var f = 0; f < outcomes.FactorsNotFinite.Length; f++)
        {
            // A factor that left the range of numbers does not come back, so its last value tells.
            factors.Values(f, numerator);
            if (!TensorPrimitives.IsFiniteAll<double>(numerator.AsSpan(0, count))) Interlocked.Increment(ref outcomes.FactorsNotFinite[f]);
        }

        for (var e = 0; e < outcomes.FirstStrikes.Length; e++) events.FirstStrikes(e)[..count].CopyTo(outcomes.FirstStrikes[e].AsSpan((int)firstPath));
        for (var c = 0; c < outcomes.CompanyStates.Length; c++)
        {
            instruments.Companies[c].AsSpan(0, count).CopyTo(outcomes.CompanyStates[c].AsSpan((int)firstPath));
            companies.ExitDates(c)[..count].CopyTo(outcomes.ExitDates[c].AsSpan((int)firstPath));
            companies.DownRoundDates(c)[..count].CopyTo(outcomes.DownRoundDates[c].AsSpan((int)firstPath));
        }
    }

    private static void Copy(ReadOnlySpan<double> values, float[] column, long firstPath, int count)
    {
        for (var k = 0; k < count; k++) column[firstPath + k] = (float)values[k];
    }

    /// <summary>Which instruments anybody looks at: what is held or traded, or all.</summary>
    private static bool[] Needed(WorldPlan plan, bool portfolios, bool all)
    {
        var needed = new bool[plan.Instruments.Length];
        if (all) Array.Fill(needed, true);
        if (portfolios)
        {
            foreach (var instrument in plan.Portfolios.SelectMany(p => p.Instruments)) needed[instrument] = true;
            foreach (var leg in plan.Overlays.SelectMany(o => o.Legs)) needed[leg.Instrument] = true;
        }

        PricedBlocks.Require(plan, needed);
        return needed;
    }
}
