using RiskEngine.Numerics.QuasiRandom;

namespace RiskEngine.Numerics.Tests.QuasiRandom;

/// <summary>
/// Sobol's points against what defines them: primitive polynomials, even filling of every line, and of the planes that were chosen for it.
/// </summary>
public sealed class SobolTests
{
    private const int Points = 1024;
    private static readonly SobolDirections directions = new(96);
    private static readonly ScrambledSobol points = new(directions);

    // Lidl and Niederreiter (1986), table C: the lists begin so; there are phi(2^d - 1) / d of each degree.
    [Test]
    public void Primitive_polynomials_are_the_tabulated_ones()
    {
        Assert.That(
            PrimitivePolynomials.All().Take(8),
            Is.EqualTo(new uint[] { 0b11, 0b111, 0b1011, 0b1101, 0b10011, 0b11001, 0b100101, 0b101001 })
        );
        var counts = PrimitivePolynomials
            .All()
            .TakeWhile(p => p < 1u << 11)
            .GroupBy(p => System.Numerics.BitOperations.Log2(p))
            .Select(g => g.Count());
        Assert.That(counts, Is.EqualTo(new[] { 1, 1, 2, 2, 6, 6, 18, 16, 48, 60 }));
    }

    [Test]
    public void Every_dimension_has_one_point_in_each_interval_of_a_power_of_two(
        [Values(0, 1, 2, 17, 95)] int dimension,
        [Values(false, true)] bool later
    )
    {
        var from = later ? 7u * Points : 0;
        var cells = Enumerable.Range(0, Points).Select(i => points.Word(dimension, 12345u, from + (uint)i) >> 22).Order();
        Assert.That(cells, Is.EqualTo(Enumerable.Range(0, Points).Select(i => (uint)i)));
    }

    // A (t, m, 2)-net has 2^t points in every box of area 2^(t-m): with t at most 5 each of 32 x 1 boxes and their like holds 32 points.
    [Test]
    public void Neighbouring_planes_are_filled_evenly([Values(1, 2, 5, 20, 60)] int dimension)
    {
        for (var bits = 1; bits <= 4; bits++)
        {
            var (first, second) = (32 - bits, 27 + bits);
            var boxes = Enumerable
                .Range(0, Points)
                .GroupBy(i => (points.Word(dimension - 1, 1, (uint)i) >> first, points.Word(dimension, 2, (uint)i) >> second))
                .ToArray();
            Assert.That(boxes, Has.Length.EqualTo(32));
            Assert.That(boxes.Select(box => box.Count()), Is.All.EqualTo(32), $"{bits} bits of dimension {dimension - 1}");
        }
    }

    [Test]
    public void A_row_is_the_words_of_its_points([Values(0, 3, 90)] int dimension, [Values(1, 7, 255, 256)] int length)
    {
        var row = new uint[length];
        points.Fill(dimension, 99u, 512, row);
        Assert.That(row, Is.EqualTo(Enumerable.Range(0, length).Select(i => points.Word(dimension, 99u, 512 + (uint)i))));
    }

    [Test]
    public void More_dimensions_change_none()
    {
        var fewer = new SobolDirections(20);
        for (var d = 0; d < 20; d++)
            Assert.That(fewer.Of(d).ToArray(), Is.EqualTo(directions.Of(d).ToArray()));
    }

    // The mean of e^u is e - 1; 1,024 scrambled points estimate it with a deviation of order n^(-3/2), far below 0.0154 of independent
    // ones.
    [Test]
    public void Scrambled_points_estimate_a_smooth_mean_without_bias_and_far_better_than_independent_ones()
    {
        var estimates = Enumerable
            .Range(0, 200)
            .Select(seed =>
                Enumerable.Range(0, Points).Average(i => Math.Exp((points.Word(4, (uint)seed * 2654435769u, (uint)i) + 0.5) / 4294967296.0))
            )
            .ToArray();
        var deviation = Math.Sqrt(estimates.Average(x => (x - (Math.E - 1)) * (x - (Math.E - 1))));
        Assert.That(deviation, Is.LessThan(0.0154 / 100));
        Assert.That(estimates.Average(), Is.EqualTo(Math.E - 1).Within(4 * deviation / Math.Sqrt(200)));
    }

    [Test]
    public void Out_of_range_requests_are_refused()
    {
        Assert.That(() => new SobolDirections(0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new SobolDirections(SobolDirections.MostDimensions + 1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => points.Fill(0, 0, 100, new uint[4]), Throws.ArgumentException.With.Message.Contains("100"));
    }
}
