using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Simulation.Parameters;

/// <summary>Draws one parameter once per path, from a stream of its own.</summary>
/// <param name="Quantile">The parameter's quantile function.</param>
/// <param name="Stream">The stream, named for the parameter.</param>
internal sealed record ParameterSampler(ParameterQuantile Quantile, RandomStream Stream)
{
    /// <summary>Writes the values of a block of paths.</summary>
    /// <param name="firstPath">The block's first path.</param>
    /// <param name="scratch">Room for as many uniforms as there are values.</param>
    /// <param name="values">One value per path.</param>
    public void Fill(long firstPath, Span<double> scratch, Span<double> values)
    {
        if (Quantile.IsConstant)
        {
            values.Fill(Quantile.At(0.5));
            return;
        }

        Stream.FillUniforms(firstPath, 0, scratch);
        Quantile.Fill(scratch, values);
    }
}
