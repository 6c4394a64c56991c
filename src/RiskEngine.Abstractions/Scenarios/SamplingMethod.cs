namespace RiskEngine.Abstractions.Scenarios;

/// <summary>How the random numbers of the paths are drawn.</summary>
public enum SamplingMethod
{
    /// <summary>Independent pseudo-random paths: plain Monte Carlo.</summary>
    Pseudo,

    /// <summary>Pairs of paths whose normals and uniforms are mirrored. Errors come from 32 independent groups of pairs.</summary>
    Antithetic,

    /// <summary>Scrambled Sobol points over a Brownian bridge: quasi-Monte Carlo. Errors come from 16 independent scramblings.</summary>
    Sobol,
}
