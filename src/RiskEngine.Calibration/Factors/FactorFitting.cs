using RiskEngine.Calibration.Estimators;
using RiskEngine.Calibration.Returns;

namespace RiskEngine.Calibration.Factors;

/// <summary>Fits the kind of process that was asked for to the returns of each factor.</summary>
/// <param name="model">The kind.</param>
/// <param name="frequency">How returns were sampled.</param>
/// <param name="skipped">Takes the fits that could not be made.</param>
internal sealed class FactorFitting(FactorModel model, SamplingFrequency frequency, List<SkippedEstimate> skipped)
{
    private readonly double root = Math.Sqrt(frequency.PeriodsPerYear());

    /// <summary>The factor, with constant volatility where the kind has no fit.</summary>
    public FactorCalibration Fit(FactorRole role, string column, double[] returns, DateOnly first, DateOnly last)
    {
        var fitted = model switch
        {
            FactorModel.StudentT => StudentT.Fit(returns) is { } t
                ? With(FactorModel.StudentT, Yearly(t.Deviation), ("degreesOfFreedom", t.DegreesOfFreedom))
                : Refuse("no Student-t fit: its tails are not fatter than a normal distribution's, or too fat for a volatility"),
            FactorModel.Garch when returns.Length < Garch.LeastReturns => Refuse(
                $"no GARCH fit: it needs {Garch.LeastReturns} returns, has {returns.Length}"
            ),
            FactorModel.Garch => Garch.Fit(returns) is { } g
                ? With(FactorModel.Garch, Yearly(g.Deviation), ("alpha", g.Alpha), ("beta", g.Beta)) with
                {
                    LastRatio = g.LastRatio,
                }
                : Refuse("no GARCH fit: its volatility does not cluster, or the clusters do not fade"),
            _ => null,
        };
        return fitted ?? With(FactorModel.GeometricBrownian, Volatility.Estimate(returns, frequency.PeriodsPerYear()).Annualised);

        FactorCalibration With(FactorModel kind, ParameterEstimate volatility, params (string Name, ParameterEstimate Estimate)[] others) =>
            new(
                role,
                column,
                kind,
                [new("volatility", volatility), .. others.Select(p => new FittedParameter(p.Name, p.Estimate))],
                first,
                last,
                returns.Length
            );

        FactorCalibration? Refuse(string reason)
        {
            skipped.Add(new SkippedEstimate(column, reason + "; it has a constant volatility instead"));
            return null;
        }
    }

    private ParameterEstimate Yearly(ParameterEstimate deviation) => new(root * deviation.Value, root * deviation.StandardError);
}
