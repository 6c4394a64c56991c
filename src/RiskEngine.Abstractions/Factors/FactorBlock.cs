namespace RiskEngine.Abstractions.Factors;

/// <summary>A block of paths of one factor: what a <see cref="FactorProcess"/> reads and writes. All spans have one number per path.</summary>
public readonly ref struct FactorBlock
{
    private readonly ReadOnlySpan<double> parameters;
    private readonly Span<double> state;

    /// <summary>Frames the engine's memory; called by the engine and by tests of processes.</summary>
    /// <param name="x">x, one number per path.</param>
    /// <param name="parameters">Parameter by parameter, each one number per path.</param>
    /// <param name="state">State by state, each one number per path.</param>
    /// <exception cref="ArgumentException">A length is no multiple of the number of paths.</exception>
    public FactorBlock(Span<double> x, ReadOnlySpan<double> parameters, Span<double> state)
    {
        if (x.Length == 0 || parameters.Length % x.Length != 0 || state.Length % x.Length != 0)
        {
            throw new ArgumentException($"Parameters ({parameters.Length}) and state ({state.Length}) need a whole number of rows of {x.Length} paths.", nameof(x));
        }

        X = x;
        this.parameters = parameters;
        this.state = state;
    }

    /// <summary>x of every path: the factor's value, or its logarithm, by its kind's <see cref="FactorScale"/>.</summary>
    public Span<double> X { get; }

    /// <summary>Number of paths in the block.</summary>
    public int PathCount => X.Length;

    /// <summary>The drawn values of parameter <paramref name="index"/>, numbered as in <see cref="FactorKind.Parameters"/>.</summary>
    public ReadOnlySpan<double> Parameter(int index) => parameters.Slice(index * X.Length, X.Length);

    /// <summary>State number <paramref name="index"/>, below <see cref="FactorProcess.StateCount"/>.</summary>
    public Span<double> State(int index) => state.Slice(index * X.Length, X.Length);
}
