using System.Runtime.Intrinsics;

namespace RiskEngine.Analysis.Columns;

/// <summary>A function of one outcome, four at a time.</summary>
internal interface ITerm
{
    /// <summary>The function of each of four outcomes.</summary>
    public Vector256<double> At(Vector256<double> x);
}

/// <summary>A function of two outcomes of the same path, four paths at a time.</summary>
internal interface IPairTerm
{
    /// <summary>The function of each of four pairs.</summary>
    public Vector256<double> At(Vector256<double> x, Vector256<double> y);
}

/// <summary>The outcome itself.</summary>
internal readonly struct Identity : ITerm
{
    /// <inheritdoc/>
    public Vector256<double> At(Vector256<double> x) => x;
}
