using RiskEngine.Calibration.Estimators;
using RiskEngine.Calibration.Market;
using RiskEngine.Calibration.Returns;

namespace RiskEngine.Calibration.Factors;

/// <summary>
/// Fits a law to each instrument's own risk: to what is left of its returns without market, sector and residual factors. Only the law's
/// shape is taken from there, so that the instruments' volatilities and correlations stay those of the history.
/// </summary>
/// <param name="model">The law.</param>
/// <param name="skipped">Takes the fits that could not be made.</param>
internal sealed class OwnFitting(OwnModel model, List<SkippedEstimate> skipped)
{
    /// <summary>The calibration with the laws of own risk; as it was for normal own risk, or without a benchmark.</summary>
    public CalibrationResult AddTo(CalibrationResult result, ReturnSeries returns, FactorReturns? systematic)
    {
        if (model == OwnModel.Normal || systematic is null)
            return result;
        var shared = result.Factors.Where(factor => factor.Role == FactorRole.Residual).ToArray();
        return result with
        {
            Instruments =
            [
                .. result.Instruments.Select(entry =>
                    InstrumentTerms.Of(result, entry).OwnVolatility == 0
                        ? entry
                        : entry with
                        {
                            Own = Fit(entry.Instrument, Left(entry), returns.PeriodsPerYear(entry.Instrument)),
                        }
                ),
            ],
        };

        double[] Left(InstrumentCalibration entry)
        {
            var left = systematic.ResidualOf(returns.Of(entry.Instrument), entry.Exposures);
            for (var k = 0; k < entry.Residual.Count; k++)
            {
                for (var t = 0; t < left.Length; t++)
                    left[t] -= entry.Residual[k].Value * shared[k].Moves[t];
            }

            return Array.FindAll(left, double.IsFinite);
        }
    }

    private OwnCalibration? Fit(string instrument, double[] left, double periodsPerYear)
    {
        var t = model is OwnModel.StudentT or OwnModel.Auto ? StudentT.Fit(left) : null;
        var garch = model is OwnModel.Garch or OwnModel.Auto && left.Length >= Garch.LeastReturns ? Garch.Fit(left) : null;
        if (model == OwnModel.Auto)
        {
            // Parameters beside the mean, which all have: one, two and three.
            var normal = Criterion(NormalLogLikelihood(left), 1);
            var (ofT, ofGarch) = (
                t is null ? normal : Criterion(t.LogLikelihood, 2),
                garch is null ? normal : Criterion(garch.LogLikelihood, 3)
            );
            if (ofT >= normal || ofT > ofGarch)
                t = null;
            if (ofGarch >= normal || t is not null)
                garch = null;
        }
        else if (t is null && garch is null)
        {
            var fit = model == OwnModel.Garch ? "GARCH" : "Student-t";
            skipped.Add(new SkippedEstimate(instrument, $"no {fit} fit of its own risk; it is normal instead"));
        }

        if (t is not null)
            return new OwnCalibration(FactorModel.StudentT, [new("degreesOfFreedom", t.DegreesOfFreedom)], periodsPerYear);
        if (garch is null)
            return null;

        // The long-run deviation is the sample's (variance targeting, Engle and Mezrich 1996), so today's ratio is to that.
        var toSample = garch.Deviation.Value / Deviation(left);
        var ratio = new ParameterEstimate(toSample * garch.LastRatio.Value, toSample * garch.LastRatio.StandardError);
        return new OwnCalibration(
            FactorModel.Garch,
            [new("alpha", garch.Alpha), new("beta", garch.Beta), new("startRatio", ratio)],
            periodsPerYear
        );

        double Criterion(double logLikelihood, int parameters) => (parameters * Math.Log(left.Length)) - (2 * logLikelihood);
    }

    /// <summary>Of a normal law with the sample's mean and variance.</summary>
    private static double NormalLogLikelihood(double[] left)
    {
        var mean = left.Average();
        var variance = left.Average(x => (x - mean) * (x - mean));
        return -0.5 * left.Length * (Math.Log(2 * Math.PI * variance) + 1);
    }

    private static double Deviation(double[] left)
    {
        var mean = left.Average();
        return Math.Sqrt(left.Average(x => (x - mean) * (x - mean)));
    }
}
