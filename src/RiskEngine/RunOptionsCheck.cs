using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Simulation.Sampling;

namespace RiskEngine;

/// <summary>What options make of a scenario; refuses those that are out of range.</summary>
internal static class RunOptionsCheck
{
    /// <summary>The number of threads that the run takes.</summary>
    /// <exception cref="ArgumentException">It is out of range.</exception>
    public static int ThreadCount(this RunOptions options) =>
        options.Threads is < 1
            ? throw new ArgumentException($"Expected 1 thread or more, found {options.Threads}.", nameof(options))
            : options.Threads ?? Environment.ProcessorCount;

    /// <summary>The scenario with the number of paths, the seed and the sampling of the run.</summary>
    /// <exception cref="ArgumentException">There are too few paths.</exception>
    public static Scenario AppliedTo(this RunOptions options, Scenario scenario)
    {
        if (options.Paths is < 1000)
            throw new ArgumentException($"Expected 1,000 paths or more, found {options.Paths}.", nameof(options));
        var sampling = options.Sampling ?? scenario.Simulation.Sampling;
        return scenario with
        {
            Simulation = scenario.Simulation with
            {
                Paths = PathSampling.PathsFor(sampling, options.Paths ?? scenario.Simulation.Paths),
                Seed = options.Seed ?? scenario.Simulation.Seed,
                Sampling = sampling,
            },
        };
    }

    /// <summary>The cases that are simulated, in the scenario's order.</summary>
    /// <exception cref="ArgumentException">The scenario has no such case.</exception>
    public static Case[] CasesOf(this RunOptions options, Scenario scenario)
    {
        if (options.Cases is not { Count: > 0 } selection)
            return [.. scenario.Cases];
        var unknown = selection.Where(id => scenario.Cases.All(c => c.Id != id)).ToArray();
        if (unknown.Length > 0)
        {
            throw new ArgumentException(
                $"Unknown case '{unknown[0]}'; the scenario has {string.Join(", ", scenario.Cases.Select(c => c.Id))}.",
                nameof(options)
            );
        }

        return [.. scenario.Cases.Where(c => selection.Contains(c.Id))];
    }

    /// <summary>Checks that what is left out can be.</summary>
    /// <exception cref="ArgumentException">It cannot.</exception>
    public static void RequireLeavable(this RunOptions options)
    {
        if (options is { HeadlineOnly: true, MeasuresOnly: false })
            throw new ArgumentException("Expected MeasuresOnly with HeadlineOnly: attribution needs all variants.", nameof(options));
        if (options is { Views: true, HeadlineOnly: false } or { Views: true, Drawdowns: false })
            throw new ArgumentException("Expected HeadlineOnly and Drawdowns with Views: others need not ask for them.", nameof(options));
        if (options is { Drawdowns: false, HeadlineOnly: false })
            throw new ArgumentException("Expected HeadlineOnly without Drawdowns: other runs follow them.", nameof(options));
    }

    /// <summary>Checks what a run is to go on until.</summary>
    /// <exception cref="ArgumentException">The scenario has no such horizon, or the error is out of range.</exception>
    public static void RequireHorizonOf(this RunOptions options, Scenario scenario)
    {
        if (options.Until is not { } target)
            return;
        if (scenario.Horizons.All(h => h.Id.Value != target.Horizon))
        {
            throw new ArgumentException(
                $"Expected one of the horizons {string.Join(", ", scenario.Horizons.Select(h => h.Id))}, found '{target.Horizon}'.",
                nameof(options)
            );
        }

        if (!(target.Error > 0) || double.IsInfinity(target.Error))
            throw new ArgumentException($"Expected an error above 0, found {target.Error}.", nameof(options));
    }
}
