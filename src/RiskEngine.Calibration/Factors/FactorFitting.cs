using RiskEngine.Calibration.Estimators;

namespace RiskEngine.Calibration.Factors;

/// <summary>Fits the kind of process that was asked for to the returns of each factor.</summary>
/// <param name="model">The kind.</param>
/// <param name="skipped">Takes the fits that could not be made.</param>
internal sealed class FactorFitting(FactorModel model, List<SkippedEstimate> skipped)
{
    /// <summary>The factor, with constant volatility where the kind has no fit.</summary>
    public FactorCalibration Fit(FactorRole role, string column, double[] returns, double periodsPerYear, DateOnly first, DateOnly last)
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
        return fitted ?? With(FactorModel.GeometricBrownian, Volatility.Estimate(returns, periodsPerYear).Annualised);

        FactorCalibration With(FactorModel kind, ParameterEstimate volatility, params (string Name, ParameterEstimate Estimate)[] others) =>
            new(
                role,
                column,
                kind,
                [new("volatility", volatility), .. others.Select(p => new FittedParameter(p.Name, p.Estimate))],
                first,
                last,
                returns.Length
            )
            {
                PeriodsPerYear = periodsPerYear,
            };

        FactorCalibration? Refuse(string reason)
        {
            skipped.Add(new SkippedEstimate(column, reason + "; it has a constant volatility instead"));
            return null;
        }

        ParameterEstimate Yearly(ParameterEstimate deviation) =>
            new(Math.Sqrt(periodsPerYear) * deviation.Value, Math.Sqrt(periodsPerYear) * deviation.StandardError);
    }
}
