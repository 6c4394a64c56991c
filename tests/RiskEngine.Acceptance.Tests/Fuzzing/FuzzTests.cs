using RiskEngine.Fuzzing;

namespace RiskEngine.Acceptance.Tests.Fuzzing;

/// <summary>
/// A bounded number of changed files for every reader; tests/RiskEngine.Fuzzing goes on for as long as one likes. No test is timed: what
/// takes
/// ten seconds of the processor hangs.
/// </summary>
[NonParallelizable]
public sealed class FuzzTests
{
    private const int Inputs = 12;

    [TestCase("scenario")]
    [TestCase("portfolio")]
    [TestCase("prices")]
    [TestCase("positions")]
    [TestCase("articles")]
    [TestCase("claims")]
    [TestCase("formats")]
    [TestCase("quotes")]
    [TestCase("securities")]
    [TestCase("plugins")]
    [TestCase("runs")]
    [TestCase("batches")]
    [TestCase("results")]
    [TestCase("scores")]
    [TestCase("shards")]
    public void Whatever_stands_in_a_file_it_is_used_or_refused_in_plain_words_at_its_place(string reader)
    {
        using var fuzzer = new Fuzzer(
            Repository.Root,
            Path.Combine(
                AppContext.BaseDirectory.Replace("RiskEngine.Acceptance.Tests", "RiskEngine.SamplePlugin"),
                "RiskEngine.SamplePlugin.dll"
            )
        );
        Assert.That(fuzzer.Readers, Does.Contain(reader));
        for (var number = 0; number < Inputs; number++)
        {
            var fault = fuzzer.Try(reader, seed: 18, number, out var command);
            Assert.That(
                fault,
                Is.Null,
                $"{command}: input {number}; dotnet run --project tests/RiskEngine.Fuzzing -- 1 {reader} 18 {number}"
            );
        }
    }

    [Test]
    public void Nothing_of_what_is_looked_for_goes_unseen()
    {
        var folder = Directory.CreateTempSubdirectory("riskengine-").FullName;
        var file = Path.Combine(folder, "x.csv");
        File.WriteAllText(file, "a\u202Eb");
        try
        {
            Assert.That(RiskEngine.Fuzzing.Probing.Probe.Written([file])?.Kind, Is.EqualTo("raw U+202E in x.csv"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
