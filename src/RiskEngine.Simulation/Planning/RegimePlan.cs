using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Simulation.Planning;

/// <summary>One regime factor, ready to change others while paths are simulated.</summary>
/// <param name="Factor">Its index; its x holds the number of the state.</param>
/// <param name="StateCount">Number of states.</param>
/// <param name="Drifts">What it adds to factors' x.</param>
/// <param name="Volatilities">What it multiplies factors' normals by.</param>
/// <param name="Correlations">Sets of factors whose correlations it changes.</param>
/// <param name="Common">The stream of the normal that the factors of a set share.</param>
/// <param name="Convexity">By step and state, what is taken out of each instrument's logarithm: half of what the state adds to its variance
/// over the average state.</param>
internal sealed record RegimePlan(
    int Factor,
    int StateCount,
    RegimeDriftPlan[] Drifts,
    RegimeVolatilityPlan[] Volatilities,
    RegimeCorrelationPlan[] Correlations,
    RandomStream Common,
    double[][][] Convexity
);

/// <summary>The drift of one factor.</summary>
/// <param name="Factor">The factor's index.</param>
/// <param name="Drift">By state, x a year.</param>
/// <param name="Left">By step, the part of what was added so far that stays.</param>
internal sealed record RegimeDriftPlan(int Factor, double[] Drift, double[] Left);

/// <summary>The volatility of one factor.</summary>
/// <param name="Factor">The factor's index.</param>
/// <param name="Multiple">By state.</param>
internal sealed record RegimeVolatilityPlan(int Factor, float[] Multiple);

/// <summary>A change of correlations in one state.</summary>
/// <param name="State">The state.</param>
/// <param name="Factors">The factors' indices.</param>
/// <param name="Own">For each factor the stream of an independent normal, which it mixes in when correlations fall; empty when they
/// rise.</param>
/// <param name="Kept">What a normal is multiplied by.</param>
/// <param name="Mixed">What the common or independent normal is multiplied by.</param>
internal sealed record RegimeCorrelationPlan(int State, int[] Factors, RandomStream[] Own, float Kept, float Mixed);
