namespace RiskEngine.Loading.Batches;

/// <summary>How the values of several swept paths meet.</summary>
public enum DesignKind
{
    /// <summary>Every value of a path with every value of the others.</summary>
    Grid,

    /// <summary>First nothing changed, then each path's values with all others as the files say.</summary>
    OneAtATime,

    /// <summary>Points of a Latin hypercube (McKay, Beckman and Conover, 1979): of n points each path has one in each nth of its
    /// range.</summary>
    LatinHypercube,

    /// <summary>Points of a scrambled Sobol sequence.</summary>
    Sobol,
}
