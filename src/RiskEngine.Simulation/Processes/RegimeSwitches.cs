using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.LinearAlgebra;
using RiskEngine.Simulation.Dependence;

namespace RiskEngine.Simulation.Processes;

/// <summary>A Markov chain of states that change other factors' drift, volatility and correlation, by its exact transition.</summary>
/// <remarks>
/// x is the number of the state, from 0. The state that a path is in when a step begins holds for the whole step; where it moves to at the
/// step's end is drawn from e^(Q h), which is right for steps of any length. What states do to other factors is done by
/// Paths/RegimeBlocks.cs.
/// </remarks>
public sealed class RegimeSwitches : FactorKind
{
    /// <inheritdoc/>
    public override string Name => "regime-switching";

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "Switches between named states that change other factors' drift, volatility and correlation while they last: calm and "
                + "crisis, boom and bust.",
            "在若干命名状态之间切换，各状态持续期间会改变其他因子的漂移、波动率和相关性：平静与危机、繁荣与萧条。"
        );

    /// <inheritdoc/>
    public override string Equation =>
        "P(S(t+h) = j | S(t) = i) = (e^(Q h))_ij, X(t) = S(t), the number of the state;   in state s a factor's x moves by its process "
        + "with shocks times volatility(s), plus drift(s) h; pi Q = 0 gives the long-run shares";

    /// <inheritdoc/>
    public override string Reference =>
        "Hamilton (1989), A new approach to the economic analysis of nonstationary time series and the business cycle, section 2; in "
        + "continuous time Norris (1997), Markov Chains, theorem 2.1.1";

    /// <inheritdoc/>
    public override FactorScale Scale => FactorScale.Level;

    /// <inheritdoc/>
    public override bool TakesStates => true;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    /// <inheritdoc/>
    public override IEnumerable<string> Check(RiskFactor factor, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(factor);
        if (factor.Regimes is not { } regimes)
            return ["expected states, found none"];
        if (RegimeChain.Generator(regimes) is not { } generator)
        {
            return
            [
                "expected probabilities that some chain in continuous time has over the period, found none that has these (its rates "
                    + "would be below 0); give rates a year instead",
            ];
        }

        return regimes.Start.Count == 0 && MarkovGenerator.LongRun(generator) is null
            ? ["expected a start, for the states' long-run shares depend on it; found none"]
            : [];
    }

    /// <inheritdoc/>
    public override FactorProcess Create(RiskFactor factor, TimeGrid grid) =>
        new Process(
            new RegimeChain(factor.Regimes ?? throw new ArgumentException($"Factor '{factor.Id}' has no states.", nameof(factor)), grid),
            grid
        );

    private sealed class Process : FactorProcess
    {
        private readonly RegimeChain chain;
        private readonly double[] first;
        private readonly double[][] cumulative;

        public Process(RegimeChain chain, TimeGrid grid)
        {
            this.chain = chain;
            first = Cumulative(s => chain.SharesAt(0)[s], chain.StateCount);
            cumulative =
            [
                .. Enumerable
                    .Range(0, grid.StepCount)
                    .Select(k =>
                        Enumerable
                            .Range(0, chain.StateCount)
                            .SelectMany(i => Cumulative(j => chain.Transition(k)[i, j], chain.StateCount))
                            .ToArray()
                    ),
            ];
        }

        public override int ExtraUniformCount => 1;

        public override bool DrawsAtStart => true;

        public override double Expected(int date) => Moment(date, s => s);

        public override double Loading(int step, int date) => 0;

        public override double ResidualVariance(int date) => Moment(date, s => s * s) - Expected(date) * Expected(date);

        public override void Start(in FactorBlock block)
        {
            var uniforms = block.ExtraUniforms(0);
            for (var i = 0; i < block.PathCount; i++)
                block.X[i] = Find(first, uniforms[i]);
        }

        public override void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block)
        {
            var x = block.X;
            var uniforms = block.ExtraUniforms(0);
            ReadOnlySpan<double> rows = cumulative[step];
            for (var i = 0; i < x.Length; i++)
                x[i] = Find(rows.Slice((int)x[i] * chain.StateCount, chain.StateCount), uniforms[i]);
        }

        private double Moment(int date, Func<double, double> of)
        {
            var sum = 0.0;
            for (var s = 0; s < chain.StateCount; s++)
                sum += chain.SharesAt(date)[s] * of(s);
            return sum;
        }

        private static double[] Cumulative(Func<int, double> share, int count)
        {
            var sums = new double[count];
            for (var s = 0; s < count; s++)
                sums[s] = share(s) + (s > 0 ? sums[s - 1] : 0);

            // Rounding must not leave a gap below 1.
            sums[^1] = 1;
            return sums;
        }

        private static int Find(ReadOnlySpan<double> cumulative, double u)
        {
            var s = 0;
            while (u >= cumulative[s])
                s++;
            return s;
        }
    }
}
