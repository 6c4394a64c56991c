using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Plans;

/// <summary>
/// Bytes that a run needs whatever the number of its paths: correlations of the factors, which grow with their square, the blocks in which
/// threads simulate, and the fans, which are made of few paths.
/// </summary>
internal static class ModelMemory
{
    // A matrix of doubles, its Cholesky factor in single precision and the product by it stay with a model.
    private const long BytesOfPair = 8 + 4 + 3;

    // While a model is compiled: its Cholesky factor in double precision, and the proof that there is one.
    private const long BytesOfPairOnce = 8 + 8;

    // A pair that a scenario names or that a group gives: the object, its place in the list, and its ids, which are shared.
    private const long BytesOfCorrelation = 56;

    // Rows of a path: x, level, offset, normals, parameters and extra draws of a factor; value and addition of an instrument; what is left
    // of an event's hazard, when it occurred, and its effects.
    private const long BytesOfFactor = 64;
    private const long BytesOfInstrument = 16;
    private const long BytesOfEvent = 64;
    private const int BlockPaths = 256;
    private const int FanStride = 3;

    /// <summary>The bytes of a plan's steps on so many threads.</summary>
    public static long Of(Scenario scenario, IReadOnlyList<Case> cases, IReadOnlyList<RunStep> steps, int threads)
    {
        var models = cases
            .Select(c => c.Model)
            .Append(scenario.Base.Model)
            .Distinct(ReferenceEqualityComparer.Instance)
            .Cast<Model>()
            .ToArray();
        long factors = models.Max(m => m.Factors.Count);
        var together = steps.OfType<SimulateStep>().Select(s => s.Outcomes.Count).DefaultIfEmpty(0).Max();
        var dates = ResolutionDates.GridOf(scenario).Dates.Count;
        var perPath = models.Max(m =>
            m.Factors.Count * BytesOfFactor + m.Instruments.Count * BytesOfInstrument + m.Events.Count() * BytesOfEvent
        );
        var draws = factors * sizeof(float) * (together > 1 ? dates : 1);
        return models.Length * factors * factors * BytesOfPair
            + factors * factors * BytesOfPairOnce
            + models
                .Select(m => m.Correlations)
                .Distinct(ReferenceEqualityComparer.Instance)
                .Cast<IReadOnlyList<Correlation>>()
                .Sum(c => c.Count * BytesOfCorrelation)
            + threads * BlockPaths * (together * perPath + draws)
            + together * models.Max(m => Fans(m, scenario.Simulation.Paths, dates));
    }

    private static long Fans(Model model, int paths, int dates)
    {
        var series = model.Portfolios.Count * Math.Min(2, model.Variants.Count) * dates + model.Factors.Count * (dates / FanStride + 2L);
        return series * sizeof(float) * OutcomeSelection.FanPathsOf(paths, model.Factors.Count);
    }
}
