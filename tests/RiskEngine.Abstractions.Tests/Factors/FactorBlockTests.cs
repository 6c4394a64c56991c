using RiskEngine.Abstractions.Factors;

namespace RiskEngine.Abstractions.Tests.Factors;

public sealed class FactorBlockTests
{
    [Test]
    public void Parameters_and_states_are_rows_of_one_number_a_path()
    {
        double[] x = [1, 2, 3];
        double[] states = [7, 8, 9];
        var block = new FactorBlock(x, [10, 20, 30, 40, 50, 60], states);
        block.State(0)[1] = -1;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(block.PathCount, Is.EqualTo(3));
            Assert.That(block.Parameter(1).ToArray(), Is.EqualTo(new[] { 40, 50, 60 }));
            Assert.That(states, Is.EqualTo(new[] { 7, -1, 9 }));
        }
    }

    [Test]
    public void Extra_draws_are_rows_too()
    {
        var block = new FactorBlock(new double[2], default, default, [1, 2, 3, 4], [0.5, 0.6]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(block.ExtraNormals(1).ToArray(), Is.EqualTo(new float[] { 3, 4 }));
            Assert.That(block.ExtraUniforms(0).ToArray(), Is.EqualTo(new[] { 0.5, 0.6 }));
        }
    }

    [Test]
    public void Rows_of_extra_draws_must_be_whole() =>
        Assert.That(
            () =>
            {
                _ = new FactorBlock(new double[2], default, default, [1, 2, 3]);
            },
            Throws.ArgumentException.With.Message.Contains("Extra normals (3)")
        );

    [TestCase(0, 0)]
    [TestCase(2, 3)]
    public void Rows_must_be_whole(int paths, int parameters) =>
        Assert.That(
            () =>
            {
                _ = new FactorBlock(new double[paths], new double[parameters], default);
            },
            Throws.ArgumentException
        );
}
