using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Simulation.Processes;

/// <summary>
/// Stands in for a plug-in's kind that failed: factors of it stay on the path that the plug-in expects, or at x = 0 where it cannot say
/// that either. Only risk events move them.
/// </summary>
/// <param name="failed">The kind that failed.</param>
public sealed class HeldFactor(FactorKind failed) : FactorKind
{
    /// <summary>The name of the stand-in of a kind; no file can use it, for no kind may be called so.</summary>
    public static string NameFor(string kind) => $"{kind} (dropped)";

    /// <inheritdoc/>
    public override string Name => NameFor(failed.Name);

    /// <inheritdoc/>
    public override LocalText Summary => new("Stays on its expected path, for its process failed.", "因其过程失败而停留在预期路径上。");

    /// <inheritdoc/>
    public override string Equation => "x(t) = E x(t)";

    /// <inheritdoc/>
    public override string Reference => failed.Reference;

    /// <inheritdoc/>
    public override FactorScale Scale => failed.Scale;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterSpec> Parameters => [];

    /// <inheritdoc/>
    public override PathUse Path => failed.Path;

    /// <inheritdoc/>
    public override FactorProcess Create(RiskFactor factor, TimeGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        try
        {
            var process = failed.Create(factor, grid);
            return new Process([.. Enumerable.Range(0, grid.Dates.Count).Select(process.Expected)]);
        }
        catch (FactorFailedException)
        {
            return new Process(new double[grid.Dates.Count]);
        }
    }

    private sealed class Process(double[] path) : FactorProcess
    {
        public override double Expected(int date) => path[date];

        public override double Loading(int step, int date) => 0;

        public override void Start(in FactorBlock block) => block.X.Fill(path[0]);

        public override void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block) => block.X.Fill(path[step + 1]);
    }
}
