using System.Numerics.Tensors;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Robust;

/// <summary>A column under the probabilities q ~ p exp(theta f).</summary>
internal sealed class Tilt
{
    private const int MostSteps = 200;

    // Fewer paths than these behind a worst case are no distribution but a few draws: it is then a lower bound, whose error nobody knows.
    private const double FewestPaths = 20;
    private readonly double[] column;
    private readonly double[] model;
    private readonly double[]? squares;
    private readonly double equalSquare;
    private readonly double[] tilted;
    private readonly double top;

    /// <summary>One atom a path.</summary>
    internal Tilt(double[] column, PathWeights weights)
        : this(column, ProbabilitiesOf(column, weights), weights.AreEqual ? null : weights.Squares.ToArray()) { }

    /// <summary>Atoms of one or several paths: their value, their probability, and the sum of their paths' squared probabilities.</summary>
    /// <param name="column">Their values.</param>
    /// <param name="model">Their probabilities.</param>
    /// <param name="squares">The sums of squares; null for equally probable paths.</param>
    internal Tilt(double[] column, double[] model, double[]? squares)
    {
        this.column = column;
        this.model = model;
        this.squares = squares;
        equalSquare = 1.0 / column.Length / column.Length;
        tilted = new double[column.Length];
        top = TensorPrimitives.Max<double>(column);
    }

    /// <summary>
    /// The largest mean within the radius, with the error of the sampled paths; without error where it rests on too few of them.
    /// </summary>
    /// <param name="radius">The relative entropy.</param>
    /// <param name="counted">How many of the atoms must hold enough paths, from the first: all, or those of a tail.</param>
    internal Estimate LargestMean(double radius, int counted)
    {
        var (mean, deviation) = Moments();
        if (radius == 0 || deviation == 0)
            return Estimate.Normal(mean, MeanError(mean));

        // Relative entropy rises with theta, from 0 to that of the highest outcome alone.
        var highest = 0.0;
        for (var i = 0; i < column.Length; i++)
            highest += column[i] == top ? model[i] : 0;
        if (radius >= -Math.Log(highest))
            return Estimate.WithoutError(top);
        var theta = Math.Sqrt(2 * radius) / deviation;
        var (low, high) = (0.0, double.PositiveInfinity);
        for (var step = 0; step < MostSteps; step++)
        {
            var (logMean, tiltedMean, tiltedVariance) = At(theta);
            var entropy = (theta * tiltedMean) - logMean;
            if (Math.Abs(entropy - radius) <= 1e-10 * (1e-3 + radius))
                break;
            if (entropy > radius)
                high = theta;
            else
                low = theta;

            // Newton on the square root of the entropy, which is nearly linear in theta; inside the bracket.
            var next =
                theta
                + (
                    (Math.Sqrt(radius) - Math.Sqrt(Math.Max(entropy, 0)))
                    * 2
                    * Math.Sqrt(Math.Max(entropy, 1e-300))
                    / (theta * tiltedVariance)
                );
            var middle = double.IsPositiveInfinity(high) ? 2 * theta : (low + high) / 2;
            theta = next > low && next < high && double.IsFinite(next) ? next : middle;
            if (high - low < 1e-14 * high)
                break;
        }

        var logMoment = At(theta).LogMean;
        var worst = (radius + logMoment) / theta;
        return PathsBehind(counted) < FewestPaths ? Estimate.WithoutError(worst) : Estimate.Normal(worst, RelativeMomentError() / theta);
    }

    /// <summary>The tilt at which the mean is zero, where outcomes lie on both sides of it: its relative entropy, with its error.</summary>
    internal Estimate EntropyOfZeroMean()
    {
        // The smallest E exp(theta f), f = 0 in between, gives the entropy -ln of it (Donsker and Varadhan).
        var (_, deviation) = Moments();
        var scale = Math.Max(deviation, 1e-300);
        var theta = 0.0;
        for (var step = 0; step < MostSteps; step++)
        {
            var (_, mean, variance) = At(theta);
            if (Math.Abs(mean) <= 1e-12 * scale)
                break;
            var move = -mean / Math.Max(variance, 1e-300);
            theta += Math.Clamp(move, -1 / scale, 1 / scale);
        }

        var logMean = At(theta).LogMean;
        return Estimate.Normal(Math.Max(0, -logMean), RelativeMomentError());
    }

    private double SquareOf(int atom) => squares is null ? equalSquare : squares[atom];

    private (double Mean, double Deviation) Moments() => Views.Quantities.Sums.Moments(model, column);

    /// <summary>ln E exp(theta f), and mean and variance of f under the tilt; leaves p exp(theta f) behind, scaled.</summary>
    private (double LogMean, double Mean, double Variance) At(double theta)
    {
        TensorPrimitives.Multiply(column, theta, tilted);
        var shift = TensorPrimitives.Max<double>(tilted);
        TensorPrimitives.Subtract(tilted, shift, tilted);
        TensorPrimitives.Exp<double>(tilted, tilted);
        TensorPrimitives.Multiply(tilted, model, tilted);
        var sum = TensorPrimitives.Sum<double>(tilted);
        var mean = TensorPrimitives.Dot<double>(tilted, column) / sum;
        var variance = 0.0;
        for (var i = 0; i < column.Length; i++)
            variance += tilted[i] * (column[i] - mean) * (column[i] - mean);
        return (shift + Math.Log(sum), mean, variance / sum);
    }

    /// <summary>How many equally probable paths the first atoms stand for under the tilt (Kish).</summary>
    private double PathsBehind(int counted)
    {
        var (sum, square) = (0.0, 0.0);
        for (var i = 0; i < counted; i++)
        {
            if (model[i] == 0)
                continue;
            sum += tilted[i];
            square += tilted[i] / model[i] * (tilted[i] / model[i]) * SquareOf(i);
        }

        return square > 0 ? sum * sum / square : 0;
    }

    /// <summary>The standard error of the column's mean under the model.</summary>
    private double MeanError(double mean)
    {
        var square = 0.0;
        for (var i = 0; i < column.Length; i++)
            square += SquareOf(i) * (column[i] - mean) * (column[i] - mean);
        return Math.Sqrt(square);
    }

    /// <summary>The standard error of E exp(theta f), as a part of it, after <see cref="At"/>.</summary>
    private double RelativeMomentError()
    {
        var moment = TensorPrimitives.Sum<double>(tilted);
        var square = 0.0;
        for (var i = 0; i < tilted.Length; i++)
        {
            if (model[i] == 0)
                continue;
            var deviation = (tilted[i] / model[i]) - moment;
            square += SquareOf(i) * deviation * deviation;
        }

        return Math.Sqrt(square) / moment;
    }

    private static double[] ProbabilitiesOf(double[] column, PathWeights weights) =>
        weights.AreEqual ? [.. Enumerable.Repeat(1.0 / column.Length, column.Length)] : weights.Probabilities.ToArray();
}
