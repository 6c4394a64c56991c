using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Results;

namespace RiskEngine.Measuring;

/// <summary>
/// What the options made of the run: more paths than were asked for, less than is measured otherwise, or a precision that was not reached.
/// </summary>
internal static class OptionNotices
{
    public static IEnumerable<Diagnostic> Of(Scenario asked, Scenario simulated, RunOptions options, PrecisionReached? precision)
    {
        var place = new SourceLocation("scenario.yaml");
        var (paths, sampling) = (options.Paths ?? asked.Simulation.Paths, simulated.Simulation.Sampling);
        if (simulated.Simulation.Paths != paths && precision is null)
        {
            var why =
                sampling == SamplingMethod.Sobol
                    ? "each of the 16 scramblings has a power of two of them"
                    : "each of the 32 groups has whole pairs of them";
            yield return new Diagnostic(
                Severity.Notice,
                place,
                $"sampling '{sampling.ToString().ToLowerInvariant()}': {simulated.Simulation.Paths:N0} paths instead of {paths:N0}, "
                    + $"for {why}"
            );
        }

        if (sampling != SamplingMethod.Pseudo)
        {
            yield return new Diagnostic(
                Severity.Notice,
                place,
                "errors of measures and effects come from independent replicates; those of attribution and claims are told as for "
                    + "independent paths, which makes them rather too wide"
            );
        }

        if (options.MeasuresOnly)
        {
            yield return new Diagnostic(
                Severity.Notice,
                place,
                "only measures were asked for: nothing says what carries them, and views and optimiser, where the scenario has some, "
                    + "were left out"
            );
        }

        if (precision is { IsReached: false })
        {
            yield return new Diagnostic(
                Severity.Warning,
                place,
                $"{precision.Target.Measure.Id} at {precision.Target.Horizon} was to be sure to ±{precision.Target.Error:G4}, found "
                    + $"±{precision.Error:G4} with {precision.Paths:N0} paths, the most that were allowed; --paths allows more"
            );
        }
    }
}
