namespace RiskEngine.Abstractions.Factors;

/// <summary>
/// A block of paths of one factor: what a <see cref="FactorProcess"/> reads and writes. All spans have one number per path.
/// </summary>
public readonly ref struct FactorBlock
{
    private readonly ReadOnlySpan<double> parameters;
    private readonly Span<double> state;
    private readonly ReadOnlySpan<float> extraNormals;
    private readonly ReadOnlySpan<double> extraUniforms;

    /// <summary>Frames the engine's memory; called by the engine and by tests of processes.</summary>
    /// <param name="x">x, one number per path.</param>
    /// <param name="parameters">Parameter by parameter, each one number per path.</param>
    /// <param name="state">State by state, each one number per path.</param>
    /// <param name="extraNormals">Extra normals of the step, one after the other, each one number per path.</param>
    /// <param name="extraUniforms">Extra uniforms of the step, one after the other, each one number per path.</param>
    /// <exception cref="ArgumentException">A length is no multiple of the number of paths.</exception>
    public FactorBlock(
        Span<double> x,
        ReadOnlySpan<double> parameters,
        Span<double> state,
        ReadOnlySpan<float> extraNormals = default,
        ReadOnlySpan<double> extraUniforms = default
    )
    {
        if (x.Length == 0 || parameters.Length % x.Length != 0 || state.Length % x.Length != 0)
        {
            throw new ArgumentException(
                $"Parameters ({parameters.Length}) and state ({state.Length}) need a whole number of rows of {x.Length} paths.",
                nameof(x)
            );
        }

        if (extraNormals.Length % x.Length != 0 || extraUniforms.Length % x.Length != 0)
        {
            throw new ArgumentException(
                $"Extra normals ({extraNormals.Length}) and uniforms ({extraUniforms.Length}) need a whole number of rows of "
                    + $"{x.Length} paths.",
                nameof(extraNormals)
            );
        }

        X = x;
        this.parameters = parameters;
        this.state = state;
        this.extraNormals = extraNormals;
        this.extraUniforms = extraUniforms;
    }

    /// <summary>x of every path: the factor's value, or its logarithm, by its kind's <see cref="FactorScale"/>.</summary>
    public Span<double> X { get; }

    /// <summary>The number of the block's first path in the run, for messages of the engine; processes do not see it.</summary>
    internal long FirstPath { get; init; }

    /// <summary>Number of paths in the block.</summary>
    public int PathCount => X.Length;

    /// <summary>The drawn values of parameter <paramref name="index"/>, numbered as in <see cref="FactorKind.Parameters"/>.</summary>
    public ReadOnlySpan<double> Parameter(int index) => parameters.Slice(index * X.Length, X.Length);

    /// <summary>State number <paramref name="index"/>, below <see cref="FactorProcess.StateCount"/>.</summary>
    public Span<double> State(int index) => state.Slice(index * X.Length, X.Length);

    /// <summary>
    /// The step's extra standard normals number <paramref name="index"/>, below <see cref="FactorProcess.ExtraNormalCount"/>; at the start
    /// only where <see cref="FactorProcess.DrawsAtStart"/>.
    /// </summary>
    public ReadOnlySpan<float> ExtraNormals(int index) => extraNormals.Slice(index * X.Length, X.Length);

    /// <summary>
    /// The step's extra uniforms number <paramref name="index"/>, below <see cref="FactorProcess.ExtraUniformCount"/>; at the start only
    /// where <see cref="FactorProcess.DrawsAtStart"/>.
    /// </summary>
    public ReadOnlySpan<double> ExtraUniforms(int index) => extraUniforms.Slice(index * X.Length, X.Length);
}
