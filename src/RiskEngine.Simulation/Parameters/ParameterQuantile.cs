using System.Numerics.Tensors;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Numerics.Distributions;
using RiskEngine.Numerics.Kernels;

namespace RiskEngine.Simulation.Parameters;

/// <summary>The quantile function of a <see cref="Parameter"/>, ready to be drawn from by inversion.</summary>
public sealed class ParameterQuantile
{
    private readonly Parameter parameter;
    private readonly Lazy<TabulatedQuantile>? table;
    private readonly bool isExponential;

    private ParameterQuantile(bool isExponential)
    {
        parameter = new Uniform(0, 1);
        this.isExponential = isExponential;
    }

    /// <summary>
    /// Hazards until something occurs: exponential with mean 1, -ln u, so that cases that raise a hazard keep every occurrence and add
    /// some.
    /// </summary>
    public static ParameterQuantile Hazard { get; } = new(isExponential: true);

    /// <summary>Ranks: the uniforms themselves.</summary>
    public static ParameterQuantile Rank { get; } = new(isExponential: false);

    /// <summary>Prepares a parameter; its table is made when it is first drawn.</summary>
    public ParameterQuantile(Parameter parameter)
    {
        this.parameter = parameter;
        table = parameter switch
        {
            Pert p => BetaTable(p.Alpha, p.Beta, p.Low, p.High),
            Beta b => BetaTable(b.Alpha, b.BetaShape, b.Low, b.High),
            Normal n => Table(u => Math.Clamp(MathNet.Numerics.Distributions.Normal.InvCDF(n.Centre, n.Deviation, u), n.Lowest, n.Highest)),
            Lognormal l => Table(u => l.Median * Math.Exp(l.Sigma * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, u))),
            _ => null,
        };
    }

    /// <summary>Whether there is nothing to draw.</summary>
    public bool IsConstant => parameter is Constant;

    /// <summary>The quantile at <paramref name="u"/>, above 0 and below 1.</summary>
    public double At(double u) =>
        parameter switch
        {
            _ when isExponential => -LogKernel.Scalar(u),
            Constant c => c.Value,
            Uniform d => d.Low + (d.High - d.Low) * u,
            Triangular d => AtTriangular(d, u),
            _ => table!.Value.At(u),
        };

    /// <summary>The quantiles at <paramref name="uniforms"/>, one for each.</summary>
    public void Fill(ReadOnlySpan<double> uniforms, Span<double> values)
    {
        if (isExponential)
        {
            LogKernel.Transform(uniforms, values);
            TensorPrimitives.Negate(values, values);
            return;
        }

        if (table is not null)
        {
            table.Value.Fill(uniforms, values);
            return;
        }

        for (var i = 0; i < values.Length; i++)
            values[i] = At(uniforms[i]);
    }

    private static Lazy<TabulatedQuantile> Table(Func<double, double> quantile) => new(() => new TabulatedQuantile(quantile));

    private static Lazy<TabulatedQuantile> BetaTable(double alpha, double beta, double low, double high) =>
        new(() => new BetaQuantile(alpha, beta).Table(low, high));

    private static double AtTriangular(Triangular d, double u)
    {
        var width = d.High - d.Low;
        return u < (d.Mode - d.Low) / width
            ? d.Low + Math.Sqrt(u * width * (d.Mode - d.Low))
            : d.High - Math.Sqrt((1 - u) * width * (d.High - d.Mode));
    }
}
