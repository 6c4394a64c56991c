using System.Numerics;
using System.Runtime.InteropServices;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Plugins.Checking;

/// <summary>
/// Runs a plug-in's process and stops at what it throws and at the first x that is no finite number. Built-in processes run without it; it
/// costs one pass over x a step.
/// </summary>
internal sealed class CheckedProcess : FactorProcess
{
    private readonly FactorProcess process;
    private readonly string subject;
    private readonly Id<RiskFactor> factor;
    private readonly CodeRunner runner;

    /// <summary>Wraps a process.</summary>
    /// <param name="process">The plug-in's process.</param>
    /// <param name="subject">Factor, kind and file, for messages.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="runner">Notes its calls.</param>
    public CheckedProcess(FactorProcess process, string subject, Id<RiskFactor> factor, CodeRunner runner)
    {
        this.runner = runner;
        this.process = process;
        this.subject = subject;
        this.factor = factor;
        StateCount = Count(process.StateCount, nameof(StateCount));
        ExtraNormalCount = Count(process.ExtraNormalCount, nameof(ExtraNormalCount));
        ExtraUniformCount = Count(process.ExtraUniformCount, nameof(ExtraUniformCount));
        SharedDraws = process.SharedDraws is { } name ? $"plug-in/{name}" : null;
        DrawsAtStart = process.DrawsAtStart;
        (Lowest, Highest) = (process.Lowest, process.Highest);
        if (!(Lowest <= Highest))
        {
            throw new FactorFailedException($"{subject}: expected Lowest to be at most Highest, found {Lowest} and {Highest}")
            {
                Factor = factor,
            };
        }
    }

    /// <inheritdoc/>
    public override int StateCount { get; }

    /// <inheritdoc/>
    public override int ExtraNormalCount { get; }

    /// <inheritdoc/>
    public override int ExtraUniformCount { get; }

    /// <inheritdoc/>
    public override string? SharedDraws { get; }

    /// <inheritdoc/>
    public override bool DrawsAtStart { get; }

    /// <inheritdoc/>
    public override double Lowest { get; }

    /// <inheritdoc/>
    public override double Highest { get; }

    /// <inheritdoc/>
    public override double Expected(int date) => Finite(process.Expected, date, nameof(Expected));

    /// <inheritdoc/>
    public override double VolatilityDrag(int date) => Finite(process.VolatilityDrag, date, nameof(VolatilityDrag));

    /// <inheritdoc/>
    public override double Loading(int step, int date) => Finite(d => process.Loading(step, d), date, $"{nameof(Loading)} of step {step}");

    /// <inheritdoc/>
    public override double ResidualVariance(int date) => Finite(process.ResidualVariance, date, nameof(ResidualVariance));

    /// <inheritdoc/>
    public override IReadOnlyList<double>? LogMeans(double exposure)
    {
        if (process.LogMeans(exposure) is not { } means)
            return null;
        return [.. Enumerable.Range(0, means.Count).Select(d => Finite(date => means[date], d, nameof(LogMeans)))];
    }

    /// <inheritdoc/>
    public override double ResidualCovariance(FactorProcess other, int date)
    {
        var bare = other is CheckedProcess wrapped ? wrapped.process : other;
        return Finite(d => process.ResidualCovariance(bare, d), date, nameof(ResidualCovariance));
    }

    /// <inheritdoc/>
    public override void Start(in FactorBlock block)
    {
        var call = runner.Enter(subject, "start", firstPath: block.FirstPath);
        try
        {
            process.Start(block);
        }
        catch (Exception e) // a stranger's code
        {
            throw new FactorFailedException($"{subject}, start: threw {Thrown.By(e)}", e)
            {
                Factor = factor,
                First = 0,
                Last = block.PathCount - 1,
            };
        }
        finally
        {
            CodeRunner.Leave(call);
        }

        if (!AreFinite(block.X))
            Refuse(block.X, "start");
    }

    /// <inheritdoc/>
    public override void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block)
    {
        var call = runner.Enter(subject, "Step", step, block.FirstPath);
        try
        {
            process.Step(step, normals, block);
        }
        catch (Exception e) // a stranger's code
        {
            throw new FactorFailedException($"{subject}, step {step}: threw {Thrown.By(e)}", e)
            {
                Factor = factor,
                First = 0,
                Last = block.PathCount - 1,
            };
        }
        finally
        {
            CodeRunner.Leave(call);
        }

        if (!AreFinite(block.X))
            Refuse(block.X, $"step {step}");
    }

    private int Count(int count, string what) =>
        count >= 0 ? count : throw new FactorFailedException($"{subject}: expected {what} of 0 or more, found {count}") { Factor = factor };

    private double Finite(Func<int, double> of, int date, string what)
    {
        double value;
        try
        {
            value = runner.Run(subject, what, () => of(date));
        }
        catch (Exception e) // a stranger's code
        {
            throw new FactorFailedException($"{subject}: {what} at date {date} threw {Thrown.By(e)}", e) { Factor = factor };
        }

        return double.IsFinite(value)
            ? value
            : throw new FactorFailedException($"{subject}: {what} at date {date}: expected a finite number, found {value}")
            {
                Factor = factor,
            };
    }

    /// <summary>
    /// 0 x value is 0 for every finite value and NaN for all others; added up in vectors, four sums beside each other, for one would wait
    /// for itself. It costs next to nothing beside any process.
    /// </summary>
    private static bool AreFinite(ReadOnlySpan<double> x)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(x);
        var (a, b, c, d) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var v = 0;
        for (; v + 3 < vectors.Length; v += 4)
        {
            a += vectors[v] * Vector<double>.Zero;
            b += vectors[v + 1] * Vector<double>.Zero;
            c += vectors[v + 2] * Vector<double>.Zero;
            d += vectors[v + 3] * Vector<double>.Zero;
        }

        var sum = Vector.Sum(a + b + (c + d));
        foreach (var value in x[(v * Vector<double>.Count)..])
            sum += 0 * value;
        return sum == 0;
    }

    private void Refuse(ReadOnlySpan<double> x, string when)
    {
        for (var i = 0; i < x.Length; i++)
        {
            if (!double.IsFinite(x[i]))
            {
                throw new FactorFailedException($"{subject}, {when}: expected a finite x, found {x[i]}")
                {
                    Factor = factor,
                    First = i,
                    Last = i,
                };
            }
        }
    }
}
