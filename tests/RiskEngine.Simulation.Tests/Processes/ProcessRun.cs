using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>One factor by itself, with constant parameters, at every date of a grid: for what needs whole paths.</summary>
internal static class ProcessRun
{
    /// <summary>Dates from the as-of date, a step apart, to a tenor after it.</summary>
    public static TimeGrid Grid(string step, string until) =>
        Tenor.TryParse(step, out var tenor)
            ? TimeGrid.Build(SmallScenario.AsOf, tenor, [SmallScenario.After(until)])
            : throw new ArgumentException(step, nameof(step));

    /// <summary>Simulates all paths in one block and shows x at each date, from the as-of date on.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="grid">Its dates.</param>
    /// <param name="paths">A multiple of 64.</param>
    /// <param name="visit">Called with the date's index and x of every path.</param>
    public static void Of(RiskFactor factor, TimeGrid grid, int paths, Action<int, double[]> visit)
    {
        var kind = Simulated.Kinds.KindOf(factor);
        Assert.That(kind.Check(factor, grid.Dates[0]), Is.Empty);
        var process = kind.Create(factor, grid);
        double[] parameters = [.. kind.Parameters.SelectMany(p => Enumerable.Repeat(factor.Parameter(p.Name).Mean, paths))];
        var (x, states) = (new double[paths], new double[process.StateCount * paths]);
        var (normals, extraNormals, extraUniforms) = (
            new float[paths],
            new float[process.ExtraNormalCount * paths],
            new double[process.ExtraUniformCount * paths]
        );
        process.Start(new FactorBlock(x, parameters, states));
        visit(0, x);
        for (var step = 0; step < grid.StepCount; step++)
        {
            RandomStream.Create(1, "shock").FillNormals(0, (uint)step, normals);
            for (var n = 0; n < process.ExtraNormalCount; n++)
                RandomStream.Create(1, $"n{n}").FillNormals(0, (uint)step, extraNormals.AsSpan(n * paths, paths));
            for (var n = 0; n < process.ExtraUniformCount; n++)
                RandomStream.Create(1, $"u{n}").FillUniforms(0, (uint)step, extraUniforms.AsSpan(n * paths, paths));
            process.Step(step, normals, new FactorBlock(x, parameters, states, extraNormals, extraUniforms));
            visit(step + 1, x);
        }
    }

    /// <summary>
    /// e^(-integral of x) on every path, x between dates by the trapezoid rule: what a bond costs when x is the short rate.
    /// </summary>
    public static double[] Discounts(RiskFactor rate, TimeGrid grid, int paths)
    {
        var integral = new double[paths];
        double[] last = [];
        Of(
            rate,
            grid,
            paths,
            (date, x) =>
            {
                if (date > 0)
                {
                    for (var i = 0; i < paths; i++)
                        integral[i] += (last[i] + x[i]) / 2 * grid.StepYears(date - 1);
                }

                last = [.. x];
            }
        );
        return [.. integral.Select(v => Math.Exp(-v))];
    }
}
