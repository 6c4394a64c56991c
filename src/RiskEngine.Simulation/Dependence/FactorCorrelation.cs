using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Numerics.LinearAlgebra;

namespace RiskEngine.Simulation.Dependence;

/// <summary>
/// The correlation matrix of a model's factors, in the factors' order. Pairs that a file does not give are zero; where that leaves no
/// correlation matrix, the nearest one in the Frobenius norm is taken (Higham 2002) if no entry moves by more than
/// <see cref="LargestRepair"/>.
/// </summary>
public sealed class FactorCorrelation
{
    /// <summary>A repair that moves an entry by more than this is refused: the file means something else than it says.</summary>
    public const double LargestRepair = 0.1;

    private FactorCorrelation(double[,] matrix, double repair, Correlation? mostRepaired)
    {
        Matrix = matrix;
        Repair = repair;
        MostRepaired = mostRepaired;
    }

    /// <summary>
    /// The matrix that is simulated: symmetric, ones on the diagonal, positive semi-definite unless <see cref="IsRefused"/>.
    /// </summary>
    public double[,] Matrix { get; }

    /// <summary>The largest change of an entry by the repair; zero when none was needed.</summary>
    public double Repair { get; }

    /// <summary>The pair whose entry the repair changes most, with its value after it; null when none was needed.</summary>
    public Correlation? MostRepaired { get; }

    /// <summary>Whether the repair would have been too large.</summary>
    public bool IsRefused => Repair > LargestRepair;

    /// <summary>The correlation of a model's factors.</summary>
    public static FactorCorrelation Of(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var index = new Dictionary<Id<RiskFactor>, int>();
        foreach (var factor in model.Factors)
            index.Add(factor.Id, index.Count);
        var given = new double[index.Count, index.Count];
        for (var i = 0; i < index.Count; i++)
            given[i, i] = 1;
        foreach (var pair in model.Correlations)
        {
            var (i, j) = (index[pair.First], index[pair.Second]);
            given[i, j] = given[j, i] = pair.Value;
        }

        // An eigenvalue a hair below zero is rounding: Cholesky takes it for zero. Eigenvalues take longer than a proof that none is
        // negative.
        if (index.Count == 0 || CholeskyFactor.IsClearlyDefinite(given) || SymmetricMatrix.SmallestEigenvalue(given) >= -1e-12)
            return new FactorCorrelation(given, 0, null);
        var nearest = NearestCorrelation.Find(given);
        return new FactorCorrelation(nearest.Matrix, nearest.LargestChange, MostChanged(model, given, nearest.Matrix));
    }

    private static Correlation MostChanged(Model model, double[,] given, double[,] nearest)
    {
        var (row, column) = (1, 0);
        for (var i = 1; i < model.Factors.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Math.Abs(nearest[i, j] - given[i, j]) > Math.Abs(nearest[row, column] - given[row, column]))
                    (row, column) = (i, j);
            }
        }

        return new Correlation(model.Factors[column].Id, model.Factors[row].Id, nearest[row, column]);
    }
}
