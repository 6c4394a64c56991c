using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.Kernels;

namespace RiskEngine.Simulation.Processes;

/// <summary>Past returns in blocks of random length, taken by all factors of one history together.</summary>
/// <remarks>
/// Row by row: with probability 1 / blockLength a new block begins at a row drawn at random, else the next row follows, the first after the
/// last. Factors that name one history share their draws, so that they take the same rows and keep how they moved together, extremes
/// included. The history's mean is taken out: past means are no forecast. A step takes as many rows as the history has in that time,
/// rounded over the whole path. The engine's own normals move it not at all: correlations with other factors, and effects on its
/// volatility, do nothing.
/// </remarks>
public sealed class StationaryBootstrap : FactorKind
{
    /// <inheritdoc/>
    public override string Name => "stationary-bootstrap";

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "Takes blocks of past returns as they were, all factors of one history on the same days: fat tails, clusters and joint "
                + "falls without a model.",
            "按块抽取历史收益率，同一历史的所有因子取相同日期：无需模型即可保留厚尾、波动聚集和同跌。"
        );

    /// <inheritdoc/>
    public override string Equation =>
        "ln X(t+h) = ln X(t) + mu h + scale (sum over the step's rows of r(I) - mean r),   I' = a random row with probability p = 1 / "
        + "blockLength, else I + 1 (the first after the last)";

    /// <inheritdoc/>
    public override string Reference =>
        "Politis and Romano (1994), The stationary bootstrap, Journal of the American Statistical Association 89, section 2";

    /// <inheritdoc/>
    public override FactorScale Scale => FactorScale.Log;

    /// <inheritdoc/>
    public override bool TakesHistory => true;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("start", "unit of the factor", 0, double.PositiveInfinity, 1, new("Value on the as-of date.", "基准日的数值。"), OpenLow: true),
        new(
            "drift",
            "a year",
            -2,
            2,
            0,
            new("Mean of the logarithm's growth; the history's own mean is taken out.", "对数增长的均值；历史均值已剔除。")
        ),
        new(
            "scale",
            "1 is the history's own",
            0,
            10,
            1,
            new("What the history's deviations from their mean are multiplied by.", "历史收益率偏离均值部分的乘数。")
        ),
    ];

    /// <inheritdoc/>
    public override IEnumerable<string> Check(RiskFactor factor, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(factor);
        if (factor.History is not { } history)
            return ["expected a history, found none"];
        return history.LogReturns.Count < 2
            ? [$"expected at least two returns in the history '{history.History}', found {history.LogReturns.Count}"]
            : [];
    }

    /// <inheritdoc/>
    public override FactorProcess Create(RiskFactor factor, TimeGrid grid) =>
        new Process(factor, factor.History ?? throw new ArgumentException($"Factor '{factor.Id}' has no history.", nameof(factor)), grid);

    private sealed class Process : FactorProcess
    {
        private readonly TimeGrid grid;
        private readonly double start;
        private readonly double growth;
        private readonly double scale;
        private readonly double restart;
        private readonly double[] deviations;
        private readonly int[] rows;
        private readonly BlockCovariance covariance;

        public Process(RiskFactor factor, HistoryColumn history, TimeGrid grid)
        {
            this.grid = grid;
            start = Math.Log(factor.Parameter("start").Mean);
            growth = factor.Parameter("drift").Mean;
            scale = factor.Parameter("scale").Mean;
            restart = 1 / history.BlockLength;
            var mean = history.LogReturns.Average();
            deviations = [.. history.LogReturns.Select(r => r - mean)];
            rows = [.. grid.Years.Select(t => (int)Math.Round(t * history.RowsPerYear, MidpointRounding.ToEven))];
            covariance = new BlockCovariance(deviations, restart, rows[^1]);
            SharedDraws = $"history/{history.History}";
            ExtraUniformCount = Math.Max(1, Enumerable.Range(0, grid.StepCount).Max(k => rows[k + 1] - rows[k]));
        }

        // One row: the number of the row that was taken last; -1 before the first.
        public override int StateCount => 1;

        public override int ExtraUniformCount { get; }

        public override string? SharedDraws { get; }

        public override double Expected(int date) => start + growth * grid.Years[date];

        public override double Loading(int step, int date) => 0;

        public override double ResidualVariance(int date) => scale * scale * covariance.Of(covariance, rows[date]);

        public override double ResidualCovariance(FactorProcess other, int date) =>
            other is Process twin ? scale * twin.scale * covariance.Of(twin.covariance, rows[date]) : 0;

        public override void Start(in FactorBlock block)
        {
            LogKernel.Transform(block.Parameter(0), block.X);
            block.State(0).Fill(-1);
        }

        public override void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block)
        {
            var (h, count) = (grid.StepYears(step), deviations.Length);
            var x = block.X;
            var last = block.State(0);
            var drift = block.Parameter(1);
            var times = block.Parameter(2);
            for (var i = 0; i < x.Length; i++)
                x[i] += drift[i] * h;
            for (var n = 0; n < rows[step + 1] - rows[step]; n++)
            {
                var uniforms = block.ExtraUniforms(n);
                for (var i = 0; i < x.Length; i++)
                {
                    // One uniform says whether a block begins and, if so, where.
                    var (row, u) = ((int)last[i], uniforms[i]);
                    if (row < 0)
                        row = (int)(u * count);
                    else if (u < restart)
                        row = (int)(u / restart * count);
                    else if (++row == count)
                        row = 0;
                    last[i] = row;
                    x[i] += times[i] * deviations[row];
                }
            }
        }
    }
}
