using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Tests.Binding;

internal sealed class ParameterReaderTests
{
    private static readonly NumberRange range = new(0, 5);

    private DiagnosticBag bag = new();

    [SetUp]
    public void Start() => bag = new DiagnosticBag();

    private static IEnumerable<TestCaseData<string, Parameter>> Parameters()
    {
        yield return new("0.25", new Constant(0.25));
        yield return new("{ uniform: [0.1, 0.3] }", new Uniform(0.1, 0.3));
        yield return new("{ triangular: [0.1, 0.2, 0.3] }", new Triangular(0.1, 0.2, 0.3));
        yield return new("{ pert: [0.1, 0.2, 0.3] }", new Pert(0.1, 0.2, 0.3));
        yield return new("{ normal: [0.25, 0.05] }", new Normal(0.25, 0.05));
        yield return new("{ lognormal: [0.25, 0.3] }", new Lognormal(0.25, 0.3));
        yield return new("{ beta: [2, 3, 0, 1] }", new Beta(2, 3, 0, 1));
    }

    [TestCaseSource(nameof(Parameters))]
    public void A_parameter_is_a_number_or_a_distribution(string text, Parameter expected)
    {
        Assert.That(Read(text), Is.EqualTo(expected));
        Assert.That(bag.HasErrors, Is.False);
    }

    [TestCase("-0.1", 1, "expected a number from 0 to 5, found '-0.1'")]
    [TestCase("{ uniform: [0.3, 0.1] }", 12, "expected low below high, found uniform [0.3, 0.1]")]
    [TestCase("{ pert: [0.1, 0.5, 0.3] }", 9, "expected low below high and the mode between them, found pert [0.1, 0.5, 0.3]")]
    [TestCase("{ uniform: [-0.1, 0.3] }", 12, "expected values from 0 to 5, found a uniform distribution that reaches -0.1")]
    [TestCase("{ normal: [0.25, 0.1] }", 11, "expected values from 0 to 5, found a normal distribution that reaches -0.15")]
    [TestCase("{ normal: [4, 0.5] }", 11, "expected values from 0 to 5, found a normal distribution that reaches 6")]
    [TestCase("{ normal: [0.2, 0] }", 11, "expected a standard deviation above 0, found normal [0.2, 0]")]
    [TestCase("{ pert: [0.1, 0.3] }", 9, "expected pert: [low, mode, high], found 2 figures")]
    [TestCase("{ pert: 3 }", 9, "expected pert: [low, mode, high], found '3'")]
    [TestCase(
        "{ prt: [1, 2, 3] }",
        3,
        "expected one of uniform, triangular, pert, normal, lognormal, beta, found 'prt' (did you mean 'pert'?)"
    )]
    [TestCase("{ uniform: [a, 0.3] }", 13, "'uniform': expected a number, found 'a'")]
    public void A_bad_parameter_is_told(string text, int column, string message)
    {
        Assert.That(Read(text), Is.Null);
        var separator = message.StartsWith('\'') ? ", " : ": ";
        Assert.That(
            bag.Sorted().Single().ToString(),
            Is.EqualTo($"f.yaml:1:{column}: error: factor 'x', 'volatility'{separator}{message}")
        );
    }

    private Parameter? Read(string text) =>
        ParameterReader.Read(YamlReader.Read(text, "f.yaml", bag)!, "factor 'x', 'volatility'", range, bag);
}
