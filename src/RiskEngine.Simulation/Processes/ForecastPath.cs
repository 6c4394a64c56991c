using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.Kernels;

namespace RiskEngine.Simulation.Processes;

/// <summary>
/// Lognormal around dated points: an article's forecast, of whose growth an uncertain part happens, with noise around it.
/// </summary>
public sealed class ForecastPath : FactorKind
{
    /// <inheritdoc/>
    public override string Name => "forecast-path";

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "Follows a dated forecast: an uncertain part of the forecast growth happens, with lognormal noise around it: market sizes, "
                + "shipments, unit costs.",
            "沿着有日期的预测走：预测增长中有一部分会实现（不确定），外加对数正态噪声：适合市场规模、出货量、单位成本。"
        );

    /// <inheritdoc/>
    public override string Equation =>
        "ln X(t) = ln F(0) + g (ln F(t) - ln F(0)) + sigma W(t);   F: the points, linear in ln between them; g = realised, drawn once "
        + "per path";

    /// <inheritdoc/>
    public override string Reference =>
        "Exact lognormal transition (Glasserman 2003, eq. 3.21) about a deterministic path. The forecast is the median where realised is 1";

    /// <inheritdoc/>
    public override FactorScale Scale => FactorScale.Log;

    /// <inheritdoc/>
    public override PathUse Path => PathUse.Required;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new(
            RiskFactor.RealisedParameter,
            "1 is all of it",
            -5,
            5,
            1,
            new("Part of the path's log growth that happens.", "路径的对数增长中实现的比例。")
        ),
        new(
            "volatility",
            "a year",
            0,
            5,
            null,
            new("Standard deviation of the noise around the path in a year, in logs.", "围绕路径的噪声的年化标准差（对数）。")
        ),
    ];

    /// <inheritdoc/>
    public override IEnumerable<string> Check(RiskFactor factor, DateOnly asOf) =>
        DatedPath
            .Check(factor, asOf)
            .Concat(
                factor.Path.Where(p => !(p.Value > 0)).Select(p => $"expected path values above 0, found {p.Value} on {p.Date:yyyy-MM-dd}")
            );

    /// <inheritdoc/>
    public override FactorProcess Create(RiskFactor factor, TimeGrid grid) => new Process(factor, grid);

    private sealed class Process(RiskFactor factor, TimeGrid grid) : FactorProcess
    {
        private readonly double[] path = DatedPath.On(factor.Path, grid, Math.Log);
        private readonly double sigma = factor.Parameter("volatility").Mean;

        public override double Expected(int date) => path[date];

        public override double Loading(int step, int date) => sigma * Math.Sqrt(grid.StepYears(step));

        public override void Start(in FactorBlock block) => block.X.Fill(path[0]);

        public override void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block)
        {
            var (growth, root) = (path[step + 1] - path[step], Math.Sqrt(grid.StepYears(step)));
            DiffusionKernel.Step(block.Parameter(0), growth, block.Parameter(1), root, normals, block.X);
        }
    }
}
