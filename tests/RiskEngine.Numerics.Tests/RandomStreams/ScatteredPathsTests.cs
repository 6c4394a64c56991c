using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Numerics.Tests.RandomStreams;

/// <summary>A path's draws are the same, whether it comes in a block or by itself among others.</summary>
public sealed class ScatteredPathsTests
{
    private static readonly long[] paths = [5, 1_000_003, 0, 63, 64, 17, 17, 33, 49, 4_000_000_123, 2, 300];
    private static readonly RandomStream stream = RandomStream.Create(7, "scattered");

    [Test]
    public void Words_are_those_of_the_paths_addresses()
    {
        var words = new uint[paths.Length];
        stream.FillWords(paths, 9, words, plane: 2);
        Assert.That(words, Is.EqualTo(paths.Select(p => stream.Word(p, 9, plane: 2))));
    }

    [Test]
    public void Normals_and_uniforms_are_those_of_the_paths_addresses()
    {
        var (normals, uniforms) = (new float[paths.Length], new double[paths.Length]);
        stream.FillNormals(paths, 4, normals);
        stream.FillUniforms(paths, 4, uniforms);
        Assert.That(normals, Is.EqualTo(paths.Select(p => stream.Normal(p, 4))));
        Assert.That(uniforms, Is.EqualTo(paths.Select(p => stream.Uniform(p, 4))));
    }

    [Test]
    public void As_many_draws_as_paths_are_asked_for() =>
        Assert.That(
            () => stream.FillNormals(paths, 0, new float[3]),
            Throws.ArgumentException.With.Message.Contains("12").And.Message.Contains("3")
        );
}
